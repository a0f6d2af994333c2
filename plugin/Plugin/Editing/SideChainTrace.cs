using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// The side-chain's spectrum as the window draws it, where a host has switched the side-chain on. Main thread; what it looks with is made when
/// the format is first known, and allocates nothing after.
/// </summary>
/// <param name="tap">Where it is listened to.</param>
internal sealed class SideChainTrace(SignalTap tap)
{
    private const int Most = 4096;

    // As the input's: a host that has stopped is as good as silent, and after so much silence nothing is left to fall.
    private const double PauseSeconds = 0.3;
    private const double LongestTickSeconds = 0.1;
    private const double SettledSeconds = 4.0;
    private const double MostSeconds = 0.5;
    private SpectrumTrace? _trace;
    private double _sampleRate;
    private int _channels;
    private double _silentSeconds;
    private double _unheardSeconds;

    /// <summary>In dB full scale at <see cref="SpectrumAnalyser.FrequenciesHz"/>; empty where the side-chain is off.</summary>
    public ReadOnlySpan<double> Decibels => tap.SideChain == null || _trace == null ? default : _trace.Decibels;

    private static float[] Nothing { get; } = new float[Most];

    /// <summary>Forgets what it heard: what is heard after begins anew.</summary>
    public void Reset()
    {
        _trace?.Reset();
        _silentSeconds = _unheardSeconds = 0.0;
    }

    /// <summary>Gives back what came unseen.</summary>
    public void Skip() => tap.SideChain?.Skip();

    /// <summary>Takes what came since the last call.</summary>
    /// <param name="seconds">Since then.</param>
    /// <param name="isShown">Whether it shows: else it is not computed.</param>
    public void Tick(double seconds, bool isShown)
    {
        if (tap.SideChain is not { } ring)
            return;
        Prepare(ring);
        int heard = 0;
        for (int count; heard < MostSeconds * _sampleRate && (count = Math.Min(ring.Readable, Most)) > 0; heard += count)
        {
            Hear(ring.Samples(false, 0, count), _channels > 1 ? ring.Samples(false, 1, count) : default, isShown);
            ring.Release(count);
        }
        _unheardSeconds = heard > 0 ? 0.0 : _unheardSeconds + seconds;
        if (_unheardSeconds > PauseSeconds)
            HearNothing(Math.Min(seconds, LongestTickSeconds), isShown);
    }

    /// <summary>Brings what is drawn up to date.</summary>
    /// <param name="averagingSeconds">As <see cref="SpectrumAnalyser.AveragingSeconds"/>.</param>
    /// <param name="tilt">In dB an octave.</param>
    /// <returns>Whether anything is another than before.</returns>
    public bool Show(double averagingSeconds, double tilt) => _trace?.Show(averagingSeconds, tilt, holds: false) == true;

    private void Prepare(SignalRing ring)
    {
        if (_trace != null && ring.SampleRate == _sampleRate && ring.Channels == _channels)
            return;
        (_sampleRate, _channels) = (ring.SampleRate, ring.Channels);
        _trace = new SpectrumTrace(_sampleRate, _channels);
    }

    private void Hear(ReadOnlySpan<float> left, ReadOnlySpan<float> right, bool isShown)
    {
        bool isSilent = !left.ContainsAnyExcept(0.0f) && !right.ContainsAnyExcept(0.0f);
        _silentSeconds = isSilent ? _silentSeconds + (left.Length / _sampleRate) : 0.0;
        if (!isShown)
        {
            if (!_trace!.IsSilent)
                _trace.Reset();
        }
        else if (_silentSeconds < SettledSeconds || !_trace!.IsSilent)
        {
            _trace!.Push(left, right);
        }
    }

    private void HearNothing(double seconds, bool isShown)
    {
        if (_trace!.IsSilent)
            return;
        for (int count = (int)(seconds * _sampleRate), part; count > 0; count -= part)
        {
            part = Math.Min(count, Most);
            var nothing = Nothing.AsSpan(0, part);
            Hear(nothing, _channels > 1 ? nothing : default, isShown);
        }
    }
}
