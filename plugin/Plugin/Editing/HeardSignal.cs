using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// One signal that a window looks at: its spectrum and, if it has meters, its loudness. What is settled in silence is not computed any more:
/// most instances of a session hear nothing most of the time. Main thread; what it looks with is made when the format is first known, and
/// allocates nothing after.
/// </summary>
/// <param name="meters">Null for a spectrum alone.</param>
internal sealed class HeardSignal(LevelMeters? meters = null)
{
    // Longer than the loudness's 3 s and the lowest sounds' windows: after it there is nothing left to fall.
    private const double SettledSeconds = 4.0;
    private SpectrumTrace? _trace;
    private double _sampleRate;
    private int _channels;
    private double _silentSeconds;

    /// <summary>Null for a spectrum alone.</summary>
    public LevelMeters? Meters => meters;

    /// <summary>In dB full scale at <see cref="SpectrumAnalyser.FrequenciesHz"/>.</summary>
    public ReadOnlySpan<double> Decibels => _trace == null ? Silence : _trace.Decibels;

    /// <summary>The highest of it since it is held; empty where it is not.</summary>
    public ReadOnlySpan<double> HeldDecibels => _trace == null ? default : _trace.HeldDecibels;

    private static float[] Nothing { get; } = new float[4096];

    private static double[] Silence { get; } = [.. Enumerable.Repeat(SpectrumTrace.FloorDb, SpectrumAnalyser.Count)];

    // Whether nothing is left to fall.
    private bool IsSettled => _trace?.IsSilent != false && (meters == null || double.IsNegativeInfinity(meters.ShortTermLufs));

    /// <summary>Follows a ring's format; allocates where that is another.</summary>
    public void Prepare(SignalRing ring)
    {
        if (_trace != null && ring.SampleRate == _sampleRate && ring.Channels == _channels)
            return;
        (_sampleRate, _channels) = (ring.SampleRate, ring.Channels);
        _trace = new SpectrumTrace(_sampleRate, _channels);
        meters?.Prepare(_sampleRate);
    }

    /// <summary>What is heard after begins anew.</summary>
    public void Reset()
    {
        _trace?.Reset();
        meters?.ResetLoudness();
        _silentSeconds = 0.0;
    }

    /// <summary>Takes the next samples. Not before <see cref="Prepare"/>.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    /// <param name="isShown">Whether its spectrum shows: else that is not computed.</param>
    public void Hear(ReadOnlySpan<float> left, ReadOnlySpan<float> right, bool isShown)
    {
        bool isSilent = !left.ContainsAnyExcept(0.0f) && !right.ContainsAnyExcept(0.0f);
        _silentSeconds = isSilent ? _silentSeconds + (left.Length / _sampleRate) : 0.0;
        if (_silentSeconds >= SettledSeconds && IsSettled)
            return;
        meters?.Push(left, right);
        if (isShown)
            _trace!.Push(left, right);
        else if (!_trace!.IsSilent)
            _trace.Reset();
    }

    /// <summary>Takes silence, until nothing is left to fall.</summary>
    /// <param name="seconds">How much.</param>
    /// <param name="isShown">As for <see cref="Hear"/>.</param>
    public void HearNothing(double seconds, bool isShown)
    {
        if (IsSettled)
            return;
        for (int count = (int)(seconds * _sampleRate), part; count > 0; count -= part)
        {
            part = Math.Min(count, Nothing.Length);
            var nothing = Nothing.AsSpan(0, part);
            Hear(nothing, _channels > 1 ? nothing : default, isShown);
        }
    }

    /// <summary>Brings what is drawn up to date.</summary>
    /// <inheritdoc cref="SpectrumTrace.Show"/>
    public bool Show(double averagingSeconds, double tilt, bool holds = false) => _trace?.Show(averagingSeconds, tilt, holds) == true;
}
