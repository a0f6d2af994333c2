using SemanticEq.Dsp;

namespace SemanticEq.Host.Rendering;

/// <summary>Mean-square levels of four regions in dB of full scale; null where there is nothing.</summary>
/// <param name="Low">Below 250 Hz.</param>
/// <param name="LowMid">250 Hz to 1 kHz.</param>
/// <param name="HighMid">1 to 4 kHz.</param>
/// <param name="High">Above 4 kHz.</param>
public sealed record BandLevels(double? Low, double? LowMid, double? HighMid, double? High);

/// <summary>What is measured of a signal as it passes by: loudness, the levels of four regions, the long-term spectrum, and how it is heard.</summary>
public sealed class SignalAnalysis : ISignalListener
{
    private const double SilentPower = 1e-16;

    private readonly Loudness _loudness;
    private readonly LongTermSpectrum _spectrum;
    private readonly TrackSpectrum _track;
    private readonly float[] _heard = new float[CommonGrid.Count];
    private double[] _left = [];
    private double[] _right = [];

    /// <summary>For a sample rate in Hz and 1 or 2 channels.</summary>
    public SignalAnalysis(double sampleRate, int channels = 2)
    {
        _track = new TrackSpectrum(sampleRate, channels);
        _loudness = new Loudness(sampleRate);
        _spectrum = new LongTermSpectrum(sampleRate);
    }

    /// <summary>Samples that were no number or infinite; they count as silence, as the plug-in plays them.</summary>
    public long NonFinite { get; private set; }

    /// <summary>Integrated loudness in LUFS; null for silence and for less than 400 ms.</summary>
    public double? LoudnessLufs => _loudness.IntegratedLufs is var lufs && double.IsFinite(lufs) ? lufs : null;

    /// <summary>The level-free spectrum on the common grid as the listener hears it, gated; null where there is nothing to hear. To be read last.</summary>
    public float[]? TrackSpectrumDb => EndTrack() && _track.TryRead(_heard) ? _heard : null;

    /// <summary>How much sound above −70 LUFS there was, in s. To be read last.</summary>
    public double SecondsHeard => EndTrack() ? _track.SecondsHeard : 0;

    /// <inheritdoc/>
    public void Listen(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var wideLeft = Widen(left, ref _left);
        var wideRight = Widen(right, ref _right);
        _loudness.Push(wideLeft, wideRight);
        _spectrum.Push(wideLeft, wideRight);
        // It is told what is no number, and learns nothing from it.
        _track.Push(left, right);
    }

    /// <summary>The levels of the four regions.</summary>
    public BandLevels Bands() => new(
        Level(0, BandEnergies.LowMidHz),
        Level(BandEnergies.LowMidHz, BandEnergies.HighMidHz),
        Level(BandEnergies.HighMidHz, BandEnergies.HighHz),
        Level(BandEnergies.HighHz, double.MaxValue));

    /// <summary>The long-term spectrum in dB, in bands of some width around frequencies; silence is not a number.</summary>
    public double[] SpectrumDb(double[] frequenciesHz, double bandwidthOctaves)
    {
        double[] levels = new double[frequenciesHz.Length];
        _spectrum.ReadDb(frequenciesHz, bandwidthOctaves, levels);
        double silent = 10 * Math.Log10(SilentPower);
        for (int i = 0; i < levels.Length; i++)
            levels[i] = levels[i] > silent ? levels[i] : double.NaN;
        return levels;
    }

    private bool EndTrack()
    {
        while (_track.Finish())
        {
            // Windows are of no interest here.
        }

        return true;
    }

    private double? Level(double lowHz, double highHz)
    {
        double power = _spectrum.PowerBetween(lowHz, highHz);
        return power > SilentPower && double.IsFinite(power) ? 10 * Math.Log10(power) : null;
    }

    private ReadOnlySpan<double> Widen(ReadOnlySpan<float> samples, ref double[] wide)
    {
        if (wide.Length < samples.Length)
            wide = new double[samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            bool finite = float.IsFinite(samples[i]);
            wide[i] = finite ? samples[i] : 0;
            NonFinite += finite ? 0 : 1;
        }
        return wide.AsSpan(0, samples.Length);
    }
}
