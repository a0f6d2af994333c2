using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>
/// What is known of a track: its long-term spectrum before the equaliser. With the bands that are asked for it decides how they are fitted,
/// and nothing else does. Allocates when made, never after; one thread at a time.
/// </summary>
internal sealed class LearntTrack
{
    private readonly float[] _levelFreeDb = new float[CommonGrid.Count];

    /// <summary>Nothing known.</summary>
    public LearntTrack()
    {
    }

    /// <summary>A spectrum.</summary>
    /// <param name="levelFreeDb">64 finite values in dB on the common grid.</param>
    /// <param name="seconds">How much of the track was heard, above 0.</param>
    public LearntTrack(ReadOnlySpan<float> levelFreeDb, double seconds)
    {
        levelFreeDb.CopyTo(_levelFreeDb);
        Seconds = seconds;
    }

    /// <summary>64 values in dB, level-free; all 0 where nothing is known.</summary>
    public Span<float> LevelFreeDb => _levelFreeDb;

    /// <summary>How much of the track was heard, in s.</summary>
    public double Seconds { get; set; }

    /// <summary>How many sessions were loaded before: what was learnt in an earlier one is not known in this one.</summary>
    public int Session { get; set; }

    /// <summary>Grows with each other spectrum.</summary>
    public int Serial { get; private set; }

    /// <summary>Whether there is a spectrum.</summary>
    public bool IsKnown => Seconds > 0.0;

    /// <summary>Becomes the same.</summary>
    public void CopyFrom(LearntTrack other)
    {
        if (other.IsKnown != IsKnown || !other._levelFreeDb.AsSpan().SequenceEqual(_levelFreeDb))
            Serial++;
        other._levelFreeDb.CopyTo(_levelFreeDb, 0);
        (Seconds, Session) = (other.Seconds, other.Session);
    }
}
