using System.Numerics;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// Learns what a track sounds like, energy-weighted and gated, and forgets slowly: what it knows weighs no more than a minute of sound or
/// what else it is given, so that another song is learnt too. Depends on the samples alone where <see cref="TryRead"/> is called at the same ones.
/// Allocates when made, never after; one thread.
/// </summary>
internal sealed class TrackLearner
{
    /// <summary>How much sound it remembers, in s, where nothing else is said; then half of it fades.</summary>
    public const double LongestMemorySeconds = 60.0;

    private const double KeptSeconds = 30.0;

    // What a session knew has no level, so that the first quiet moment would weigh as much as a loud one.
    private const double LeastNewSeconds = 4.0;
    private readonly TrackSpectrum _track;
    private readonly double _memorySeconds;
    private double _secondsForgotten;
    private double _secondsKnown;

    /// <summary>For a sample rate in Hz and 1 or 2 channels.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="memorySeconds">How much sound it remembers, 60 s or more; infinity for all.</param>
    public TrackLearner(double sampleRate, int channels, double memorySeconds = LongestMemorySeconds)
    {
        (SampleRate, Channels, _memorySeconds) = (sampleRate, channels, memorySeconds);
        _track = new TrackSpectrum(sampleRate, channels);
    }

    /// <summary>In Hz.</summary>
    public double SampleRate { get; }

    /// <summary>1 or 2.</summary>
    public int Channels { get; }

    /// <summary>How much sound it has heard in all, in s; silence is none.</summary>
    public double SecondsHeard => _secondsForgotten + _track.SecondsHeard;

    /// <summary>Forgets all, and goes on from what is known.</summary>
    public void Resume(LearntTrack known)
    {
        _secondsKnown = known.Seconds;
        double kept = Math.Min(known.Seconds, KeptSeconds);
        _secondsForgotten = known.Seconds - kept;
        if (known.IsKnown)
            _track.Resume(known.LevelFreeDb, kept);
        else
            _track.Reset();
    }

    /// <summary>Takes the next samples.</summary>
    public void Push<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T> => _track.Push(left, right);

    /// <summary>Reads what it knows.</summary>
    /// <param name="levelFreeDb">Receives 64 values in dB.</param>
    /// <returns>False where nothing was heard, or too little yet after what is known from before.</returns>
    public bool TryRead(Span<float> levelFreeDb)
    {
        if ((_secondsKnown > 0.0 && SecondsHeard - _secondsKnown < LeastNewSeconds) || !_track.TryRead(levelFreeDb))
            return false;
        double heard = _track.SecondsHeard;
        if (heard > _memorySeconds)
        {
            _track.Fade(KeptSeconds / heard);
            _secondsForgotten += heard - _track.SecondsHeard;
        }
        return true;
    }
}
