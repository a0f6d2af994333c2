using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>
/// Four bands of two channels in two vectors of double precision: bands 0 and 1, 2 and 3. As in <see cref="FloatOctet"/>, bands
/// follow each other in the signal's way but not in time.
/// </summary>
internal static unsafe class DoubleQuad
{
    /// <summary>Bands of a call.</summary>
    public const int Bands = 4;

    private const int Row = BankLayout.Lanes;
    private const int Half = 4;
    private const int Slopes = BankLayout.StillLength;

    private const int Drain = Bands - 1;

    public static void Still(double* c, double* states, double* io, int frames)
    {
        var s1 = Vector256.Load(states);
        var t1 = Vector256.Load(states + Half);
        var s2 = Vector256.Load(states + Row);
        var t2 = Vector256.Load(states + Row + Half);
        var y = Vector256<double>.Zero;
        var z = y;
        int steps = frames + Drain;
        for (int step = 0; step < steps;)
        {
            if (step >= Drain && step < frames)
            {
                for (; step < frames; step++)
                {
                    var x = First(Vector128.Load(io + (2 * step)), y);
                    var w = Second(y, z);
                    y = Step(c, x, ref s1, ref s2);
                    z = Step(c + Half, w, ref t1, ref t2);
                    z.GetUpper().Store(io + (2 * (step - Drain)));
                }
            }
            else
            {
                int begun = LaneMask.Begun(step + 1);
                int notEnded = LaneMask.NotEnded(step - frames + 1);
                var x = First(step < frames ? Vector128.Load(io + (2 * step)) : default, y);
                var w = Second(y, z);
                var (n1, n2, m1, m2) = (s1, s2, t1, t2);
                y = Step(c, x, ref n1, ref n2);
                z = Step(c + Half, w, ref m1, ref m2);
                var mask = LaneMask.Double(begun, notEnded);
                s1 = Avx.BlendVariable(s1, n1, mask);
                s2 = Avx.BlendVariable(s2, n2, mask);
                mask = LaneMask.Double(begun + Half, notEnded + Half);
                t1 = Avx.BlendVariable(t1, m1, mask);
                t2 = Avx.BlendVariable(t2, m2, mask);
                if (step >= Drain)
                    z.GetUpper().Store(io + (2 * (step - Drain)));
                step++;
            }
        }

        s1.Store(states);
        t1.Store(states + Half);
        s2.Store(states + Row);
        t2.Store(states + Row + Half);
    }

    public static void Glide(double* pieces, double* states, double* io, int frames, int place)
    {
        var s1 = Vector256.Load(states);
        var t1 = Vector256.Load(states + Half);
        var s2 = Vector256.Load(states + Row);
        var t2 = Vector256.Load(states + Row + Half);
        var y = Vector256<double>.Zero;
        var z = y;
        int steps = frames + Drain;
        for (int step = 0; step < steps;)
        {
            double* c = pieces + (BankLayout.Piece(place + step) * BankLayout.PieceLength);
            int inPiece = BankLayout.PlaceInPiece(place + step);
            var t = Vector256.Create((double)inPiece);
            if (step >= Drain && step < frames)
            {
                int end = Math.Min(frames, step + BankLayout.PieceSamples - inPiece);
                for (; step < end; step++)
                {
                    var x = First(Vector128.Load(io + (2 * step)), y);
                    var w = Second(y, z);
                    y = Step(c, t, x, ref s1, ref s2);
                    z = Step(c + Half, t, w, ref t1, ref t2);
                    t = Avx.Add(t, Vector256<double>.One);
                    z.GetUpper().Store(io + (2 * (step - Drain)));
                }
            }
            else
            {
                var x = First(step < frames ? Vector128.Load(io + (2 * step)) : default, y);
                var w = Second(y, z);
                var (n1, n2, m1, m2) = (s1, s2, t1, t2);
                y = Step(c, t, x, ref n1, ref n2);
                z = Step(c + Half, t, w, ref m1, ref m2);
                int begun = LaneMask.Begun(step + 1);
                int notEnded = LaneMask.NotEnded(step - frames + 1);
                var mask = LaneMask.Double(begun, notEnded);
                s1 = Avx.BlendVariable(s1, n1, mask);
                s2 = Avx.BlendVariable(s2, n2, mask);
                mask = LaneMask.Double(begun + Half, notEnded + Half);
                t1 = Avx.BlendVariable(t1, m1, mask);
                t2 = Avx.BlendVariable(t2, m2, mask);
                if (step >= Drain)
                    z.GetUpper().Store(io + (2 * (step - Drain)));
                step++;
            }
        }

        s1.Store(states);
        t1.Store(states + Half);
        s2.Store(states + Row);
        t2.Store(states + Row + Half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Step(double* c, Vector256<double> x, ref Vector256<double> s1, ref Vector256<double> s2)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Step(double* c, Vector256<double> t, Vector256<double> x, ref Vector256<double> s1, ref Vector256<double> s2)
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

    // [next, y's first pair].
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> First(Vector128<double> next, Vector256<double> y) =>
        Avx.InsertVector128(next.ToVector256Unsafe(), y.GetLower(), 1);

    // [y's second pair, z's first].
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Second(Vector256<double> y, Vector256<double> z) => Avx.Permute2x128(y, z, 0x21);
}
