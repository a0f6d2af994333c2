using System.Numerics;

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

    /// <summary>Forgets all.</summary>
    public void Reset()
    {
        _mutedUntil = _mutedSince = -EqProcessor.TickSamples;
        Array.Clear(_last);
    }

    /// <summary>How many samples from a time on, of at most so many, are muted.</summary>
    public int MutedSamples(long time, int most) => (int)Math.Clamp(_mutedUntil - time, 0, most);

    /// <summary>How many samples from the start of a run are sound in all channels.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long as the left; empty for mono.</param>
    public static int SoundSamples<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var loudest = T.CreateTruncating(Loudest);
        if (Magnitude.IsWithin(left, loudest) && Magnitude.IsWithin(right, loudest))
            return left.Length;
        int sound = 0;
        while (T.Abs(left[sound]) <= loudest && (right.IsEmpty || T.Abs(right[sound]) <= loudest))
            sound++;
        return sound;
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
    public void WriteMuted<T>(int channel, long time, Span<T> run) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < run.Length; i++)
            run[i] = T.CreateTruncating(_last[channel] * Math.Max(0.0, 1.0 - ((time + i - _mutedSince + 1) / (double)FadeOut)));
    }

    /// <summary>Fades in after a muted tick, and remembers where the output stands.</summary>
    public void AfterProcessing<T>(int channel, long time, Span<T> run) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long since = time - _mutedUntil;
        for (int i = 0; i < run.Length && since + i < EqProcessor.TickSamples; i++)
            run[i] *= T.CreateTruncating((since + i) / (double)EqProcessor.TickSamples);
        _last[channel] = double.CreateTruncating(run[^1]);
    }
}
