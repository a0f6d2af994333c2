using System.Numerics;
using System.Runtime.Intrinsics;

namespace SemanticEq.Plugin;

/// <summary>Two questions about all samples of a run at once. Any thread, no allocation.</summary>
internal static class Magnitude
{
    /// <summary>Whether every |sample| is at most a limit; what is not a number is not.</summary>
    public static bool IsWithin<T>(ReadOnlySpan<T> samples, T limit) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var all = Vector128<T>.AllBitsSet;
        for (; samples.Length >= Vector128<T>.Count; samples = samples[Vector128<T>.Count..])
            all &= Vector128.LessThanOrEqual(Vector128.Abs(Vector128.Create(samples)), Vector128.Create(limit));
        bool isWithin = Vector128.EqualsAll(all.AsByte(), Vector128<byte>.AllBitsSet);
        foreach (T sample in samples)
            isWithin &= T.Abs(sample) <= limit;
        return isWithin;
    }

    /// <summary>Whether every sample is 0, of either sign.</summary>
    public static bool IsZero<T>(ReadOnlySpan<T> samples) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (; samples.Length >= Vector128<T>.Count; samples = samples[Vector128<T>.Count..])
        {
            if (!Vector128.EqualsAll(Vector128.Create(samples), Vector128<T>.Zero))
                return false;
        }
        foreach (T sample in samples)
        {
            if (sample != T.Zero)
                return false;
        }
        return true;
    }
}
