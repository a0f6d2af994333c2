using SemanticEq.Dsp;

namespace SemanticEq.Host.Rendering;

/// <summary>Hears a signal's spectrum as it passes by, as the listener wants it.</summary>
/// <param name="sampleRate">In Hz.</param>
/// <param name="channels">1 or 2.</param>
public sealed class TrackListener(double sampleRate, int channels) : ISignalListener
{
    private readonly TrackSpectrum _track = new(sampleRate, channels);
    private readonly float[] _spectrum = new float[CommonGrid.Count];

    /// <summary>The level-free spectrum on the common grid, energy-weighted and gated; null where there is nothing to hear. Ends the signal.</summary>
    public float[]? SpectrumDb => End().TryRead(_spectrum) ? _spectrum : null;

    /// <summary>How much sound above −70 LUFS there was, in s. Ends the signal.</summary>
    public double SecondsHeard => End().SecondsHeard;

    /// <inheritdoc/>
    public void Listen(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => _track.Push(left, right);

    private TrackSpectrum End()
    {
        while (_track.Finish())
        {
            // Windows are of no interest here.
        }

        return _track;
    }
}
