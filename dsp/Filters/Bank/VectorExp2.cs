using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>2^x of four doubles. Vector256's own operators would be worked by halves where AVX2 is not taken for granted.</summary>
internal static class VectorExp2
{
    // Adding it rounds to a whole number, which then stands in the lowest bits, with an exponent's bias.
    private const double Rounder = 6755399441055744.0 + 1023.0;

    /// <summary>2^x for |x| up to 1000, relative error below 10⁻¹⁴; of 0 exactly 1. Needs AVX and FMA.</summary>
    /// <remarks>The series of e^(x ln 2) to its twelfth power, after the whole part went into the exponent.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp2(Vector256<double> x)
    {
        var rounded = Avx.Add(x, Vector256.Create(Rounder));
        var f = Avx.Subtract(x, Avx.Subtract(rounded, Vector256.Create(Rounder)));
        var f2 = Avx.Multiply(f, f);
        var f4 = Avx.Multiply(f2, f2);
        var p01 = Fma.MultiplyAdd(f, Vector256.Create(0.24022650695910072), Vector256.Create(0.6931471805599453));
        var p23 = Fma.MultiplyAdd(f, Vector256.Create(0.009618129107628477), Vector256.Create(0.05550410866482158));
        var p45 = Fma.MultiplyAdd(f, Vector256.Create(0.0001540353039338161), Vector256.Create(0.0013333558146428443));
        var p67 = Fma.MultiplyAdd(f, Vector256.Create(1.321548679014431e-06), Vector256.Create(1.5252733804059841e-05));
        var p89 = Fma.MultiplyAdd(f, Vector256.Create(7.054911620801123e-09), Vector256.Create(1.0178086009239699e-07));
        var p1011 = Fma.MultiplyAdd(f, Vector256.Create(2.5678435993488196e-11), Vector256.Create(4.4455382718708116e-10));
        var low = Fma.MultiplyAdd(f2, p23, p01);
        var high = Fma.MultiplyAdd(f2, p67, p45);
        high = Fma.MultiplyAdd(f4, Fma.MultiplyAdd(f2, p1011, p89), high);
        var fraction = Fma.MultiplyAdd(f, Fma.MultiplyAdd(f4, high, low), Vector256.Create(1.0));
        var bits = rounded.AsInt64();
        var power = Vector256.Create(Sse2.ShiftLeftLogical(bits.GetLower(), 52), Sse2.ShiftLeftLogical(bits.GetUpper(), 52));
        return Avx.Multiply(fraction, power.AsDouble());
    }
}
