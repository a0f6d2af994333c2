using System.Numerics;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// Learns what a track sounds like, energy-weighted and gated, and forgets slowly: what it knows never weighs more than a minute of sound,
/// so that another song is learnt too. Depends on the samples alone where <see cref="TryRead"/> is called at the same ones.
/// Allocates when made, never after; one thread.
/// </summary>
internal sealed class TrackLearner
{
    private const double LongestMemorySeconds = 60.0;
    private const double KeptSeconds = 30.0;

    // What a session knew has no level, so that the first quiet moment would weigh as much as a loud one.
    private const double LeastNewSeconds = 4.0;
    private readonly TrackSpectrum _track;
    private double _secondsForgotten;
    private double _secondsKnown;

    /// <summary>For a sample rate in Hz and 1 or 2 channels.</summary>
    public TrackLearner(double sampleRate, int channels)
    {
        (SampleRate, Channels) = (sampleRate, channels);
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
        if (heard > LongestMemorySeconds)
        {
            _track.Fade(KeptSeconds / heard);
            _secondsForgotten += heard - _track.SecondsHeard;
        }
        return true;
    }
}
