namespace SemanticEq.Dsp;

/// <summary>
/// The response of bands as they are really played at a sample rate, by formula from the digital sections. Allocation-free,
/// any thread; for pictures, the editor and loudness.
/// </summary>
public static class CurveResponse
{
    // Frequencies at or above Nyquist are read just below it, where the response has its last value.
    private const double HighestShare = 0.4999999;

    /// <summary>Response in dB at one frequency in Hz. A cut or notch may give negative infinity.</summary>
    public static double AtDb(in Band band, double sampleRate, double frequencyHz)
    {
        Span<double> power = [1.0];
        MultiplyPower(band, sampleRate, [frequencyHz], power);
        return 10.0 * Math.Log10(power[0]);
    }

    /// <summary>The sum of all bands in dB.</summary>
    /// <param name="bands">The bands, one after the other in the signal's way.</param>
    /// <param name="sampleRate">Hz.</param>
    /// <param name="frequenciesHz">Where, in Hz.</param>
    /// <param name="curveDb">Receives as many values in dB.</param>
    public static void ComputeDb(
        ReadOnlySpan<Band> bands, double sampleRate, ReadOnlySpan<double> frequenciesHz, Span<double> curveDb)
    {
        curveDb[..frequenciesHz.Length].Fill(1.0);
        foreach (ref readonly var band in bands)
            MultiplyPower(band, sampleRate, frequenciesHz, curveDb);
        for (int i = 0; i < frequenciesHz.Length; i++)
            curveDb[i] = 10.0 * Math.Log10(curveDb[i]);
    }

    /// <summary>Multiplies each value by the band's |H|² there.</summary>
    /// <param name="band">The band.</param>
    /// <param name="sampleRate">Hz.</param>
    /// <param name="frequenciesHz">Where, in Hz.</param>
    /// <param name="power">As many values, power ratios.</param>
    public static void MultiplyPower(
        in Band band, double sampleRate, ReadOnlySpan<double> frequenciesHz, Span<double> power)
    {
        Span<Section> sections = stackalloc Section[SectionDesign.MaxSections];
        sections = sections[..SectionDesign.Design(band, sampleRate, sections)];
        for (int i = 0; i < frequenciesHz.Length; i++)
        {
            double tangent = Math.Tan(Math.PI * Math.Min(frequenciesHz[i] / sampleRate, HighestShare));
            foreach (ref readonly var section in sections)
                power[i] *= section.PowerAt(tangent);
        }
    }
}
