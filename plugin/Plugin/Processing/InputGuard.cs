namespace SemanticEq.Plugin;

/// <summary>
/// What is not a number, infinite or beyond all audio never reaches a filter: from such a sample to the end of its control tick
/// the output is silent, let down over 16 samples from where it stood and faded in over the next tick. Works sample by sample,
/// so it is the same for any blocks. Audio thread.
/// </summary>
internal sealed class InputGuard
{
    private const int FadeOut = 16;

    // +120 dBFS. What is louder is no audio, and would be infinite behind the filters.
    private const double Loudest = 1e6;
    private readonly double[] _last = new double[2];
    private long _mutedUntil;
    private long _mutedSince;

    /// <summary>Whether the output is muted at a time.</summary>
    public bool IsMuted(long time) => time < _mutedUntil;

    /// <summary>Forgets all.</summary>
    public void Reset()
    {
        _mutedUntil = _mutedSince = -EqProcessor.TickSamples;
        Array.Clear(_last);
    }

    /// <summary>How many samples from the start of a piece are sound in all channels.</summary>
    public static int SoundSamples(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (!(Math.Abs(left[i]) <= Loudest) || (i < right.Length && !(Math.Abs(right[i]) <= Loudest)))
                return i;
        }
        return left.Length;
    }

    /// <summary>Mutes from a sample to the end of its tick.</summary>
    public void Mute(long time)
    {
        // Nothing has been played since the last muted tick: there is nothing to let down.
        if (time <= _mutedUntil)
            Array.Clear(_last);
        _mutedSince = time;
        _mutedUntil = (time / EqProcessor.TickSamples * EqProcessor.TickSamples) + EqProcessor.TickSamples;
    }

    /// <summary>Writes the muted output of one channel.</summary>
    public void WriteMuted(int channel, long time, Span<double> piece)
    {
        for (int i = 0; i < piece.Length; i++)
            piece[i] = _last[channel] * Math.Max(0.0, 1.0 - ((time + i - _mutedSince + 1) / (double)FadeOut));
    }

    /// <summary>Fades in after a muted tick, and remembers where the output stands.</summary>
    public void AfterProcessing(int channel, long time, Span<double> piece)
    {
        long since = time - _mutedUntil;
        if (since < EqProcessor.TickSamples)
        {
            for (int i = 0; i < piece.Length; i++)
                piece[i] *= Math.Min(1.0, (since + i) / (double)EqProcessor.TickSamples);
        }
        _last[channel] = piece[^1];
    }
}
