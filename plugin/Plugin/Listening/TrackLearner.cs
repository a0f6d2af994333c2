using System.Numerics;
using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// Learns what a track sounds like, energy-weighted and gated, and forgets slowly: what it knows never weighs more than the newest minute
/// of sound, so that another song is learnt too. Depends on the samples alone where <see cref="TryRead"/> is called at the same ones.
/// Allocates when made, never after; one thread.
/// </summary>
internal sealed class TrackLearner
{
    private const double LongestMemorySeconds = 60.0;
    private const double KeptSeconds = 30.0;
    private readonly TrackSpectrum _track;
    private readonly float[] _folded = new float[CommonGrid.Count];
    private double _secondsBefore;

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
    public double SecondsHeard => _secondsBefore + _track.SecondsHeard;

    /// <summary>Forgets all, and goes on from what is known.</summary>
    public void Resume(LearntTrack known)
    {
        _secondsBefore = 0.0;
        if (!known.IsKnown)
            _track.Reset();
        else
            Fold(known.LevelFreeDb, known.Seconds);
    }

    /// <summary>Takes the next samples.</summary>
    public void Push<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T> => _track.Push(left, right);

    /// <summary>Reads what it knows.</summary>
    /// <param name="levelFreeDb">Receives 64 values in dB.</param>
    /// <returns>False where nothing was heard.</returns>
    public bool TryRead(Span<float> levelFreeDb)
    {
        if (!_track.TryRead(levelFreeDb))
            return false;
        if (_track.SecondsHeard > LongestMemorySeconds)
            Fold(levelFreeDb, SecondsHeard);
        return true;
    }

    private void Fold(ReadOnlySpan<float> levelFreeDb, double seconds)
    {
        levelFreeDb.CopyTo(_folded);
        double kept = Math.Min(seconds, KeptSeconds);
        _track.Resume(_folded, kept);
        _secondsBefore = seconds - kept;
    }
}
