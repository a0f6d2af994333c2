using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SemanticEq.Dsp.Tests;

/// <summary>Runs an <see cref="Equaliser"/> over a whole signal as the processor does: a segment every 64 samples of
/// processing time, in blocks cut anywhere.</summary>
internal static class EngineDriver
{
    /// <param name="equaliser">Prepared.</param>
    /// <param name="left">In place.</param>
    /// <param name="right">In place; empty for mono.</param>
    /// <param name="targetsAt">The targets at a segment's first sample.</param>
    /// <param name="blockLength">The next block's length; any.</param>
    /// <param name="skipWhenStill">Whether to leave out segments in which nothing moves.</param>
    public static void Run<T>(
        Equaliser equaliser,
        T[] left,
        T[] right,
        Func<int, EqualiserTargets> targetsAt,
        Func<int> blockLength,
        bool skipWhenStill = false)
    {
        int position = 0;
        while (position < left.Length)
        {
            int blockEnd = Math.Min(left.Length, position + Math.Max(1, blockLength()));
            while (position < blockEnd)
            {
                int segmentEnd = (position / Equaliser.SegmentSamples + 1) * Equaliser.SegmentSamples;
                if (position % Equaliser.SegmentSamples == 0)
                {
                    var targets = targetsAt(position);
                    if (!(skipWhenStill && equaliser.IsStillAt(targets)))
                        equaliser.BeginSegment(targets);
                }

                int end = Math.Min(segmentEnd, blockEnd);
                Process(
                    equaliser,
                    left.AsSpan(position, end - position),
                    right.Length == 0 ? default : right.AsSpan(position, end - position));
                position = end;
            }
        }
    }

    /// <summary>Processes samples of either precision.</summary>
    public static void Process<T>(Equaliser equaliser, Span<T> left, Span<T> right)
    {
        if (typeof(T) == typeof(float))
            equaliser.Process(Cast<T, float>(left), Cast<T, float>(right));
        else
            equaliser.Process(Cast<T, double>(left), Cast<T, double>(right));
    }

    /// <summary>Targets whose decoder bands are given as plain bands.</summary>
    public static EqualiserTargets Targets(params Band[] decoder)
    {
        var targets = new EqualiserTargets();
        for (int i = 0; i < decoder.Length; i++)
        {
            targets.DecoderLog2Hz[i] = Math.Log2(decoder[i].FrequencyHz);
            targets.DecoderGainDb[i] = decoder[i].GainDb;
            targets.DecoderLog2Q[i] = Math.Log2(decoder[i].Q);
        }

        return targets;
    }

    /// <summary>Random targets, with random own bands.</summary>
    public static EqualiserTargets Random(Random random, double largestGainDb = 18.0)
    {
        double Between(double low, double high) => low + (high - low) * random.NextDouble();
        var targets = new EqualiserTargets();
        for (int i = 0; i < Equaliser.DecoderBandCount; i++)
        {
            targets.DecoderLog2Hz[i] = Between(Math.Log2(30.0), Math.Log2(18000.0));
            targets.DecoderGainDb[i] = random.Next(4) == 0 ? 0.0 : Between(-largestGainDb, largestGainDb);
            targets.DecoderLog2Q[i] = Between(-2.0, 4.0);
            targets.Own[i] = new(
                random.Next(2) == 0,
                (BandType)random.Next(7),
                (BandChannel)random.Next(5),
                Math.Pow(2.0, Between(Math.Log2(30.0), Math.Log2(18000.0))),
                random.Next(4) == 0 ? 0.0 : Between(-largestGainDb, largestGainDb),
                Math.Pow(2.0, Between(-2.0, 3.0)),
                12 << random.Next(3));
        }

        return targets;
    }

    private static Span<TTo> Cast<T, TTo>(Span<T> samples) => MemoryMarshal.CreateSpan(
        ref Unsafe.As<T, TTo>(ref MemoryMarshal.GetReference(samples)), samples.Length);
}
