namespace SemanticEq.Dsp;

/// <summary>
/// |H|² of single bands on the common grid, as they play at 48 kHz; trigonometry is done once, and a band that did not change is not
/// computed again. Allocates when made, never after; one thread.
/// </summary>
public sealed class GridResponse
{
    private static readonly double[] Tangents2 = [.. CommonGrid.FrequenciesHz.ToArray().Select(hz => Math.Pow(Math.Tan(Math.PI * hz / CommonGrid.SampleRate), 2.0))];
    private readonly PowerResponse[] _responses;

    /// <summary>For so many bands.</summary>
    public GridResponse(int bands) => _responses = [.. Enumerable.Range(0, bands).Select(_ => new PowerResponse())];

    /// <summary>A band's power response at the 64 points; valid until its slot is asked again.</summary>
    /// <param name="slot">Which of the bands.</param>
    /// <param name="band">The band.</param>
    public ReadOnlySpan<double> Of(int slot, in Band band) => _responses[slot].Of(band, CommonGrid.SampleRate, Tangents2);
}
