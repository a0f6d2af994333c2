using System.Numerics;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// The sound whose loudness auto gain and dry compare match: pink noise, until the track was measured. While it is being measured
/// what it was before holds. Audio thread, but for <see cref="Prepare"/> and <see cref="Newest"/>;
/// while stopped, the main thread.
/// </summary>
internal sealed class TrackLoudness
{
    // Of less than some 3 s, a pause or a single note could set the gain of a whole track. What is counted are the beginnings of moments
    // of 0.4 s: so many of them lie in 3 s without a pause.
    private const double LeastSeconds = 2.5;
    private readonly TripleBuffer<Measured> _measured = new(new(), new(), new());
    private LoudnessSpectrumMeter? _meter;
    private double _sampleRate;
    private int _channels;
    private int _session;
    private volatile bool _isMeasuring;
    private double _heardSeconds;

    /// <summary>Whether the track is being measured.</summary>
    public bool IsMeasuring => _isMeasuring;

    /// <summary>The same, how much of it was heard so far in s, and whether that is enough. Any thread.</summary>
    public (bool IsMeasuring, double HeardSeconds, bool IsEnough) Progress =>
        (_isMeasuring, Volatile.Read(ref _heardSeconds), Volatile.Read(ref _heardSeconds) >= LeastSeconds);

    /// <summary>What is matched.</summary>
    public LoudnessSpectrum Spectrum { get; } = new();

    /// <summary>Allocates for a sample rate in Hz and 1 or 2 channels. Main thread, while stopped.</summary>
    public void Prepare(double sampleRate, int channels)
    {
        if (_meter == null || sampleRate != _sampleRate)
            _meter = new LoudnessSpectrumMeter(sampleRate);
        (_sampleRate, _channels) = (sampleRate, channels);
    }

    /// <summary>Takes over what a session kept; a measurement under way begins anew.</summary>
    public void Use(KeptLoudness kept)
    {
        if (kept.Spectrum is { } spectrum)
            Spectrum.CopyFrom(spectrum);
        else
            Spectrum.BecomePink(_sampleRate, _channels);
        _session = kept.Session;
        _isMeasuring = false;
    }

    /// <summary>Begins or ends measuring.</summary>
    /// <returns>Whether <see cref="Spectrum"/> changed: it ended, and enough was heard.</returns>
    public bool Follow(bool measure)
    {
        if (measure == IsMeasuring || _meter is not { } meter)
            return false;
        _isMeasuring = measure;
        if (measure)
        {
            meter.Reset();
            Volatile.Write(ref _heardSeconds, 0.0);
            return false;
        }
        if (meter.SecondsHeard < LeastSeconds || !meter.TryRead(Spectrum))
            return false;
        _measured.Back.Spectrum.CopyFrom(Spectrum);
        _measured.Back.Session = _session;
        _measured.Publish();
        return true;
    }

    /// <summary>Hears the input, before the filters: 32 or 64 bit, and finite.</summary>
    public void Listen<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T>
    {
        if (!_isMeasuring || _meter is not { } meter)
            return;
        meter.Push(left, right);
        Volatile.Write(ref _heardSeconds, meter.SecondsHeard);
    }

    /// <summary>What was measured since the last call in this session, else what it kept. Main thread.</summary>
    public KeptLoudness Newest(KeptLoudness kept)
    {
        if (_measured.Take() is not { } measured || measured.Session != kept.Session)
            return kept;
        var spectrum = new LoudnessSpectrum();
        spectrum.CopyFrom(measured.Spectrum);
        return kept with { Spectrum = spectrum };
    }

    private sealed class Measured
    {
        public LoudnessSpectrum Spectrum { get; } = new();

        public int Session { get; set; }
    }
}
