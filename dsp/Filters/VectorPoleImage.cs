using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary><see cref="PoleImage"/> of four pairs at once. Needs AVX and FMA.</summary>
internal static class VectorPoleImage
{
    /// <summary>G² and G K; see <see cref="PoleImage.Of"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(
        Vector256<double> quarterSquare, Vector256<double> halfDamping, out Vector256<double> g2, out Vector256<double> gk)
    {
        var q = quarterSquare;
        var q2 = q * q;
        var s2 = halfDamping * halfDamping;
        var first = Fma.MultiplyAddNegated(Vector256.Create(2.0), q, s2);
        var t3 = Fma.MultiplyAddNegated(Vector256.Create(3.0), q, s2);
        var second = Fma.MultiplySubtract(first, first, q2 + q2);
        var t5 = Fma.MultiplyAddNegated(q, t3, second);

        var numerator = Fma.MultiplyAdd(first, Vector256.Create(99225.0), Vector256.Create(893025.0));
        numerator = Fma.MultiplyAdd(second, Vector256.Create(945.0), numerator);
        numerator = Fma.MultiplyAdd(q2, Fma.MultiplyAdd(first, Vector256.Create(105.0), q2 + Vector256.Create(11025.0)), numerator);

        var inner = Fma.MultiplyAdd(first, Vector256.Create(6300.0), Vector256.Create(176400.0));
        var denominator = Fma.MultiplyAdd(first, Vector256.Create(396900.0), Vector256.Create(893025.0));
        denominator = Fma.MultiplyAdd(second, Vector256.Create(14175.0), denominator);
        denominator = Fma.MultiplyAdd(q2, Fma.MultiplyAdd(q2, Vector256.Create(225.0), inner), denominator);

        var sum = Fma.MultiplyAdd(q, Vector256.Create(396900.0), Vector256.Create(893025.0));
        sum = Fma.MultiplyAdd(t3, Vector256.Create(99225.0), sum);
        sum = Fma.MultiplyAdd(t5, Vector256.Create(945.0), sum);
        sum = Fma.MultiplyAdd(q, Fma.MultiplyAdd(t3, Vector256.Create(14175.0), q * Vector256.Create(44100.0)), sum);
        var last = Fma.MultiplyAdd(q2, Vector256.Create(15.0), q * Vector256.Create(1575.0));
        sum = Fma.MultiplyAdd(q2, Fma.MultiplyAdd(t3, Vector256.Create(420.0), last), sum);

        var scale = Vector256.Create(1.0) / denominator;
        g2 = q * numerator * scale;
        gk = halfDamping * sum * scale;
    }
}
