using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>The zeros of four bands through the points to meet, see <see cref="MatchedShape"/>. Needs AVX and FMA.</summary>
internal static unsafe class VectorZeros
{
    /// <summary>From the powers and <see cref="VectorPoles"/> to <see cref="DesignRow.High"/> and <see cref="DesignRow.Band2"/>.</summary>
    public static void Place(double* rows)
    {
        var one = Vector256.Create(1.0);
        var bell = Avx.LoadVector256(rows + DesignRow.IsBell);
        var a = Avx.LoadVector256(rows + DesignRow.A);
        var perA = Avx.LoadVector256(rows + DesignRow.PerA);
        var perW = Avx.LoadVector256(rows + DesignRow.PerW);
        var perQ = Avx.LoadVector256(rows + DesignRow.PerQ);
        var g2 = Avx.LoadVector256(rows + DesignRow.G2);
        var gk = Avx.LoadVector256(rows + DesignRow.GK);
        var perMid = Avx.LoadVector256(rows + DesignRow.PerMid);
        var perTop = Avx.LoadVector256(rows + DesignRow.PerTop);
        var gk2 = Avx.Multiply(gk, gk);
        var perQ2 = Avx.Multiply(perQ, perQ);
        var a2 = Avx.Multiply(a, a);
        var floor = Avx.Multiply(perA, perA);

        // The prototype: v = (c0 / u + c1) / (…), both times 1 / wp.
        var excess = Avx.BlendVariable(Avx.Subtract(floor, one), Avx.Multiply(Avx.Subtract(a2, floor), perQ2), bell);
        var perPole = Avx.BlendVariable(Avx.Multiply(perW, a), perW, bell);
        var damping2 = Avx.Multiply(Avx.BlendVariable(perQ2, Avx.Multiply(floor, perQ2), bell), perPole);
        var c0 = Avx.Multiply(Avx.BlendVariable(Avx.Subtract(perQ2, Vector256.Create(2.0)), one, bell), perPole);
        var c1 = Avx.Multiply(Avx.AndNot(bell, Avx.Add(floor, one)), Avx.Multiply(perPole, perPole));

        // One division for both points: y, v, and q = v ((1 − y)² + K² y) / y.
        Read(perMid, perPole, damping2, g2, gk2, out var s1, out var t1, out var w1, out var p1);
        Read(perTop, perPole, damping2, g2, gk2, out var s2, out var t2, out var w2, out var p2);
        var f1 = Fma.MultiplyAdd(c0, perMid, c1);
        var f2 = Fma.MultiplyAdd(c0, perTop, c1);
        var product1 = Avx.Multiply(p1, Avx.Multiply(s1, t1));
        var product2 = Avx.Multiply(p2, Avx.Multiply(s2, t2));
        var turned = Avx.Divide(one, Avx.Multiply(product1, product2));
        var turned1 = Avx.Multiply(turned, product2);
        var turned2 = Avx.Multiply(turned, product1);
        var y1 = Avx.Multiply(Avx.Multiply(Avx.Multiply(s1, s1), p1), turned1);
        var y2 = Avx.Multiply(Avx.Multiply(Avx.Multiply(s2, s2), p2), turned2);
        var v2 = Avx.Multiply(Avx.Multiply(f2, Avx.Multiply(s2, t2)), turned2);
        var q1 = Avx.Multiply(Avx.Multiply(f1, w1), turned1);
        var q2 = Avx.Multiply(Avx.Multiply(f2, w2), turned2);
        var e2 = Avx.Divide(Avx.Subtract(q2, q1), Avx.Subtract(y2, y1));
        var e1 = Fma.MultiplyAddNegated(e2, y1, q1);

        var lowest = Fma.MultiplySubtract(
            Vector256.Create(MatchRule.LowestTopPower), Avx.Min(Fma.MultiplyAdd(excess, v2, one), one), one);
        var high = Avx.Subtract(Avx.Sqrt(Avx.Add(one, Avx.Max(Avx.Multiply(excess, e2), lowest))), one);
        var band2 = Fma.MultiplyAdd(g2, Fma.MultiplyAdd(excess, e1, Avx.Add(high, high)), gk2);
        var zeros2 = Avx.Min(Avx.BlendVariable(perQ2, Avx.Multiply(a2, perQ2), bell), one);
        zeros2 = Avx.Multiply(Vector256.Create(MatchRule.LowestZeroDamping), zeros2);
        band2 = Avx.Max(band2, Avx.Multiply(Avx.Multiply(zeros2, Avx.Add(one, high)), g2));

        // A shelf's sharp dip. No gain must stay exactly none, which a turned fraction would not promise.
        var dip = Avx.Multiply(Avx.LoadVector256(rows + DesignRow.W), a);
        var share = Avx.Multiply(
            Ramp(perQ, MatchRule.OwnZerosFrom, MatchRule.OwnZerosTo),
            Ramp(dip, MatchRule.OwnZerosBelow, MatchRule.OwnZerosWithin));
        share = Avx.AndNot(Avx.Or(bell, Avx.CompareEqual(excess, Vector256.Create(0.0))), share);
        var own = Avx.Multiply(g2, Avx.LoadVector256(rows + DesignRow.PerDipG2));
        var ownBand2 = Avx.Multiply(Avx.Multiply(own, own), Avx.LoadVector256(rows + DesignRow.DipGK2));
        Avx.Store(rows + DesignRow.High, Fma.MultiplyAdd(share, Avx.Subtract(Avx.Subtract(own, one), high), high));
        Avx.Store(rows + DesignRow.Band2, Fma.MultiplyAdd(share, Avx.Subtract(ownBand2, band2), band2));
    }

    // y = s / t, v = f / p, (1 − y)² + K² y = w / t².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Read(
        Vector256<double> perU,
        Vector256<double> perPole,
        Vector256<double> damping2,
        Vector256<double> g2,
        Vector256<double> gk2,
        out Vector256<double> s,
        out Vector256<double> t,
        out Vector256<double> w,
        out Vector256<double> p)
    {
        var sine = Fma.MultiplySubtract(perU, Vector256.Create(945.0), Vector256.Create(105.0));
        sine = Fma.MultiplyAdd(perU, sine, Vector256.Create(1.0));
        var cosine = Fma.MultiplySubtract(perU, Vector256.Create(945.0), Vector256.Create(420.0));
        cosine = Fma.MultiplyAdd(perU, cosine, Vector256.Create(15.0));
        s = Avx.Multiply(sine, sine);
        var perG2 = Avx.Multiply(Avx.Multiply(cosine, cosine), perU);
        t = Avx.Multiply(perG2, g2);
        var apart = Avx.Subtract(t, s);
        w = Fma.MultiplyAdd(apart, apart, Avx.Multiply(gk2, Avx.Multiply(s, perG2)));
        apart = Avx.Subtract(perU, perPole);
        p = Fma.MultiplyAdd(apart, apart, Avx.Multiply(damping2, perU));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Ramp(Vector256<double> value, double from, double to)
    {
        var ramp = Avx.Multiply(Avx.Subtract(value, Vector256.Create(from)), Vector256.Create(1.0 / (to - from)));
        return Avx.Max(Avx.Min(ramp, Vector256.Create(1.0)), Vector256.Create(0.0));
    }
}
