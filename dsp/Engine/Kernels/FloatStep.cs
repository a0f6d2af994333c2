using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>
/// One step of four bands of two channels in a vector of single precision: what <see cref="FloatQuad"/> and
/// <see cref="FloatOctet"/> repeat.
/// </summary>
internal static unsafe class FloatStep
{
    private const int Row = BankLayout.Lanes;
    private const int Slopes = BankLayout.StillLength;

    /// <summary>A sample of each lane, with coefficients at rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Step(float* c, Vector256<float> x, ref Vector256<float> s1, ref Vector256<float> s2)
    {
        var u = Avx.Subtract(x, s2);
        var q = Vector256.Load(c + Row);
        var y = Fma.MultiplyAdd(
            Vector256.Load(c + (3 * Row)),
            x,
            Fma.MultiplyAdd(Vector256.Load(c + (4 * Row)), s1, Avx.Multiply(Vector256.Load(c + (5 * Row)), s2)));
        s2 = Fma.MultiplyAdd(Vector256.Load(c + (2 * Row)), u, Fma.MultiplyAdd(q, s1, s2));
        s1 = Fma.MultiplyAdd(q, u, Fma.MultiplyAddNegated(Vector256.Load(c), s1, s1));
        return y;
    }

    /// <summary>A sample of each lane, at a place t in a piece of the coefficients' way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Step(float* c, Vector256<float> t, Vector256<float> x, ref Vector256<float> s1, ref Vector256<float> s2)
    {
        var u = Avx.Subtract(x, s2);
        var c2 = Fma.MultiplyAdd(t, Vector256.Load(c + Slopes + (5 * Row)), Vector256.Load(c + (5 * Row)));
        var c1 = Fma.MultiplyAdd(t, Vector256.Load(c + Slopes + (4 * Row)), Vector256.Load(c + (4 * Row)));
        var d = Fma.MultiplyAdd(t, Vector256.Load(c + Slopes + (3 * Row)), Vector256.Load(c + (3 * Row)));
        var y = Fma.MultiplyAdd(d, x, Fma.MultiplyAdd(c1, s1, Avx.Multiply(c2, s2)));
        var q = Fma.MultiplyAdd(t, Vector256.Load(c + Slopes + Row), Vector256.Load(c + Row));
        var r = Fma.MultiplyAdd(t, Vector256.Load(c + Slopes + (2 * Row)), Vector256.Load(c + (2 * Row)));
        s2 = Fma.MultiplyAdd(r, u, Fma.MultiplyAdd(q, s1, s2));
        var p = Fma.MultiplyAdd(t, Vector256.Load(c + Slopes), Vector256.Load(c));
        s1 = Fma.MultiplyAdd(q, u, Fma.MultiplyAddNegated(p, s1, s1));
        return y;
    }

    /// <summary>A frame from the buffer, [first, second, -, -].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Next(float* frame) => Sse2.LoadScalarVector128((double*)frame).AsSingle();

    /// <summary>Pairs [next, y0, y1, y2]: what four bands hear after they put out y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> First(Vector128<float> next, Vector256<float> y) => Avx.Shuffle(
        Avx.InsertVector128(next.ToVector256Unsafe(), y.GetLower(), 1).AsDouble(), y.AsDouble(), 0b0100).AsSingle();

    /// <summary>The last pair, to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(Vector256<float> z, float* frame) => Sse.StoreHigh(frame, z.GetUpper());
}
