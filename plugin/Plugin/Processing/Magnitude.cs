using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SemanticEq.Plugin;

/// <summary>Two questions about all samples of a run at once. Any thread, no allocation.</summary>
internal static class Magnitude
{
    /// <summary>Whether every |sample| is at most a limit; what is not a number is not.</summary>
    public static bool IsWithin<T>(ReadOnlySpan<T> samples, T limit) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector128<T>>(samples);
        var limits = Vector128.Create(limit);
        var all = Vector128<T>.AllBitsSet;
        foreach (ref readonly var vector in vectors)
            all &= Vector128.LessThanOrEqual(Vector128.Abs(vector), limits);
        bool isWithin = Vector128.EqualsAll(all.AsByte(), Vector128<byte>.AllBitsSet);
        foreach (T sample in samples[(vectors.Length * Vector128<T>.Count)..])
            isWithin &= T.Abs(sample) <= limit;
        return isWithin;
    }

    /// <summary>Whether every sample is 0, of either sign.</summary>
    public static bool IsZero<T>(ReadOnlySpan<T> samples) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector128<T>>(samples);
        foreach (ref readonly var vector in vectors)
        {
            if (!Vector128.EqualsAll(vector, Vector128<T>.Zero))
                return false;
        }
        foreach (T sample in samples[(vectors.Length * Vector128<T>.Count)..])
        {
            if (sample != T.Zero)
                return false;
        }
        return true;
    }
}
