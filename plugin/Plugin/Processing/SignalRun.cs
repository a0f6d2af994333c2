using System.Numerics;
using System.Runtime.InteropServices;
using SemanticEq.Dsp;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// The samples' way from the host's input to its output in one precision: guard, filters, output stage, audition. Works on a copy, so
/// that input and output may be the same memory in any way. Audio thread.
/// </summary>
/// <param name="equaliser">Shared with the other precision's.</param>
/// <param name="outputStage">The same.</param>
/// <param name="guard">The same.</param>
/// <param name="loudness">The same; hears the input.</param>
/// <param name="audition">The same; behind all else.</param>
/// <param name="taps">The same; hear what comes in and what the host gets.</param>
internal sealed class SignalRun<T>(
    Equaliser equaliser, OutputStage outputStage, InputGuard guard, TrackLoudness loudness, Audition audition, SampleTaps taps)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int MostSamples = 512;
    private readonly T[] _left = new T[MostSamples];
    private readonly T[] _right = new T[MostSamples];
    private readonly T[] _dryLeft = new T[MostSamples];
    private readonly T[] _dryRight = new T[MostSamples];
    private bool _isBroken;
    private bool _isBypassed;

    /// <summary>Forgets what was played.</summary>
    public void Forget() => _isBroken = false;

    /// <summary>Plays a run of a block, in which nothing moves or which lies in one segment.</summary>
    /// <param name="input">The block's.</param>
    /// <param name="output">The block's.</param>
    /// <param name="at">The run's first sample in the block.</param>
    /// <param name="count">Its length.</param>
    /// <param name="time">Of its first sample, since processing started.</param>
    /// <returns>A bit for each of the first two channels that is silent.</returns>
    public ulong Play(in AudioBuffers input, in AudioBuffers output, int at, int count, long time)
    {
        ulong silent = ulong.MaxValue;
        for (int piece; count > 0; at += piece, time += piece, count -= piece)
        {
            // Cut by the clock, so that states are mended at the same samples in blocks of any size.
            int phase = (int)(time % MostSamples);
            if (phase == 0)
                Mend();
            piece = Math.Min(count, MostSamples - phase);
            var left = _left.AsSpan(0, piece);
            var right = _right.AsSpan(0, output.Channels > 1 ? piece : 0);
            SampleIo.Load(input, 0, at, left);
            SampleIo.Load(input, 1, at, right);
            taps.Begin(piece);
            taps.HearInput<T>(left, right);
            // Bypass hands on the host's own bits, not a number and all; underneath, the filters go on.
            _isBypassed = outputStage.IsBypassed && audition.IsOff;
            if (_isBypassed)
                silent &= Store(output, at, left, right);
            Filter(left, right, time);
            if (_isBypassed)
                continue;
            audition.Process(left, right, (int)(time % EqProcessor.TickSamples));
            silent &= Store(output, at, left, right);
        }
        return silent;
    }

    private void Filter(Span<T> left, Span<T> right, long time)
    {
        while (!left.IsEmpty)
        {
            int count = guard.MutedSamples(time, left.Length);
            if (count > 0)
            {
                PlayMuted(left[..count], Head(right, count), time);
            }
            else
            {
                count = InputGuard.SoundSamples<T>(left, right);
                if (count > 0)
                    PlaySound(left[..count], Head(right, count), time);
                if (count < left.Length)
                {
                    equaliser.Reset();
                    guard.Mute(time + count);
                }
            }
            left = left[count..];
            right = right.IsEmpty ? right : right[count..];
            time += count;
        }
    }

    private void PlaySound(Span<T> left, Span<T> right, long time)
    {
        bool isMixed = !outputStage.IsThrough && !_isBypassed;
        var dryLeft = _dryLeft.AsSpan(0, left.Length);
        var dryRight = _dryRight.AsSpan(0, right.Length);
        if (isMixed)
        {
            left.CopyTo(dryLeft);
            right.CopyTo(dryRight);
        }
        loudness.Listen<T>(left, right);
        Equalise(left, right);
        Check(left);
        Check(right);
        if (isMixed)
        {
            int from = (int)(time % EqProcessor.TickSamples);
            outputStage.Process(left, dryLeft, from);
            outputStage.Process(right, dryRight, from);
        }
        guard.AfterProcessing(0, time, left);
        if (!right.IsEmpty)
            guard.AfterProcessing(1, time, right);
    }

    // The filters hear silence meanwhile: their clock goes on.
    private void PlayMuted(Span<T> left, Span<T> right, long time)
    {
        left.Clear();
        right.Clear();
        Equalise(left, right);
        guard.WriteMuted(0, time, left);
        guard.WriteMuted(1, time, right);
    }

    private void Equalise(Span<T> left, Span<T> right)
    {
        if (typeof(T) == typeof(float))
            equaliser.Process(MemoryMarshal.Cast<T, float>(left), MemoryMarshal.Cast<T, float>(right));
        else
            equaliser.Process(MemoryMarshal.Cast<T, double>(left), MemoryMarshal.Cast<T, double>(right));
    }

    // All bands at their resonant extremes together can leave the range of 32-bit samples: that is silence, never infinity.
    private void Check(Span<T> samples)
    {
        if (Magnitude.IsWithin(samples, T.MaxValue))
            return;
        _isBroken = true;
        foreach (ref T sample in samples)
            sample = T.IsFinite(sample) ? sample : T.Zero;
    }

    private void Mend()
    {
        if (_isBroken)
            equaliser.Reset();
        _isBroken = false;
    }

    private ulong Store(in AudioBuffers output, int at, Span<T> left, Span<T> right)
    {
        taps.HearOutput<T>(left, right);
        SampleIo.Store<T>(output, 0, at, left);
        SampleIo.Store<T>(output, 1, at, right);
        return (Magnitude.IsZero<T>(left) ? 1UL : 0UL) | (Magnitude.IsZero<T>(right) ? 2UL : 0UL);
    }

    private static Span<T> Head(Span<T> samples, int count) => samples.IsEmpty ? samples : samples[..count];
}
