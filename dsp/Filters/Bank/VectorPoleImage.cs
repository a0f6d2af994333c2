using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary><see cref="PoleImage"/> of four pairs at once. Needs AVX and FMA.</summary>
internal static class VectorPoleImage
{
    /// <summary>G² = numerator / denominator and G K = κ w / 2 · sum / denominator, the divisions left to the caller.</summary>
    /// <param name="q">w² / 4.</param>
    /// <param name="damping2">κ².</param>
    /// <param name="numerator">See above.</param>
    /// <param name="sum">See above.</param>
    /// <param name="denominator">See above.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(
        Vector256<double> q,
        Vector256<double> damping2,
        out Vector256<double> numerator,
        out Vector256<double> sum,
        out Vector256<double> denominator)
    {
        var q2 = Avx.Multiply(q, q);
        var s2 = Avx.Multiply(damping2, q);
        var first = Fma.MultiplyAddNegated(Vector256.Create(2.0), q, s2);
        var t3 = Fma.MultiplyAddNegated(Vector256.Create(3.0), q, s2);
        var second = Fma.MultiplySubtract(first, first, Avx.Add(q2, q2));
        var t5 = Fma.MultiplyAddNegated(q, t3, second);

        numerator = Fma.MultiplyAdd(first, Vector256.Create(99225.0), Vector256.Create(893025.0));
        numerator = Fma.MultiplyAdd(second, Vector256.Create(945.0), numerator);
        numerator = Fma.MultiplyAdd(q2, Fma.MultiplyAdd(first, Vector256.Create(105.0), Avx.Add(q2, Vector256.Create(11025.0))), numerator);
        numerator = Avx.Multiply(numerator, q);

        var inner = Fma.MultiplyAdd(first, Vector256.Create(6300.0), Vector256.Create(176400.0));
        denominator = Fma.MultiplyAdd(first, Vector256.Create(396900.0), Vector256.Create(893025.0));
        denominator = Fma.MultiplyAdd(second, Vector256.Create(14175.0), denominator);
        denominator = Fma.MultiplyAdd(q2, Fma.MultiplyAdd(q2, Vector256.Create(225.0), inner), denominator);

        sum = Fma.MultiplyAdd(q, Vector256.Create(396900.0), Vector256.Create(893025.0));
        sum = Fma.MultiplyAdd(t3, Vector256.Create(99225.0), sum);
        sum = Fma.MultiplyAdd(t5, Vector256.Create(945.0), sum);
        sum = Fma.MultiplyAdd(q, Fma.MultiplyAdd(t3, Vector256.Create(14175.0), Avx.Multiply(q, Vector256.Create(44100.0))), sum);
        var last = Fma.MultiplyAdd(q2, Vector256.Create(15.0), Avx.Multiply(q, Vector256.Create(1575.0)));
        sum = Fma.MultiplyAdd(q2, Fma.MultiplyAdd(t3, Vector256.Create(420.0), last), sum);
    }
}
