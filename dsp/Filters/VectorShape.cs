using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>
/// <see cref="MatchedShape"/> for four bands at once, bells and shelves in any order, and on to the engine's coefficients. Needs AVX
/// and FMA. No branches: each lane takes the same steps whatever the others hold.
/// </summary>
internal static unsafe class VectorShape
{
    private const int Bands = BankDesign.Bands;
    private const double Held = 0.25 * SectionDesign.HighestRadians * SectionDesign.HighestRadians;

    private static Vector256<double> One => Vector256.Create(1.0);

    /// <summary>Designs four bands.</summary>
    /// <param name="powers">The rows that <see cref="VectorBankDesign"/> names.</param>
    /// <param name="bell">All bits set in a bell's lane, none in a shelf's.</param>
    /// <param name="direction">Below 0 where the inverse is wanted.</param>
    /// <param name="coefficients">Receives six rows.</param>
    public static void Design(double* powers, Vector256<double> bell, Vector256<double> direction, double* coefficients)
    {
        var a = Avx.LoadVector256(powers + (VectorBankDesign.A * Bands));
        var inverseA = Avx.LoadVector256(powers + (VectorBankDesign.InverseA * Bands));
        var w = Avx.LoadVector256(powers + (VectorBankDesign.QuarterSquare * Bands));
        var inverseQ = Avx.LoadVector256(powers + (VectorBankDesign.InverseQ * Bands));
        var inverseQ2 = inverseQ * inverseQ;

        // The prototype: poles, excess.
        var pole = Avx.BlendVariable(w * inverseA, w, bell);
        var damping = Avx.BlendVariable(inverseQ, inverseQ * inverseA, bell);
        var damping2 = damping * damping;
        var a2 = a * a;
        var floor = inverseA * inverseA;
        var c0 = Avx.BlendVariable(inverseQ2 - Vector256.Create(2.0), One, bell);
        var c1 = Avx.AndNot(bell, floor + One);
        var excess = Avx.BlendVariable(floor - One, (a2 - floor) * inverseQ2, bell);
        var zeros2 = Avx.BlendVariable(inverseQ2, a2 * inverseQ2, bell);

        // The poles' image.
        var held = Avx.Min(pole, Vector256.Create(Held));
        VectorPoleImage.Of(held, damping * Avx.Sqrt(held), out var g2, out var gk);
        var gk2 = gk * gk;
        var k2 = gk2 / g2;

        // Two points, the prototype there, and the numerator through them.
        Points(powers, w, inverseQ, inverseQ2, bell, out var mid, out var top);
        var perPole = One / pole;
        Read(mid, mid * perPole, c0, c1, damping2, g2, k2, out var y1, out _, out var q1);
        Read(top, top * perPole, c0, c1, damping2, g2, k2, out var y2, out var v2, out var q2);
        var e2 = (q2 - q1) / (y2 - y1);
        var e1 = Fma.MultiplyAddNegated(e2, y1, q1);

        var lowest = Vector256.Create(MatchRule.LowestTopPower) * Avx.Min(Fma.MultiplyAdd(excess, v2, One), One) - One;
        var rise = Avx.Max(excess * e2, lowest);
        var high = rise / (One + Avx.Sqrt(One + rise));
        var band2 = Fma.MultiplyAdd(g2, Fma.MultiplyAdd(excess, e1, high + high), gk2);
        var lowestBand = Vector256.Create(MatchRule.LowestZeroDamping) * zeros2 / (One + zeros2) * (One + high) * g2;
        band2 = Avx.Max(band2, lowestBand);

        // A shelf's sharp dip.
        var share = Avx.AndNot(bell, Share(inverseQ, w * a));
        var dip = Avx.Min(w * a, Vector256.Create(Held));
        VectorPoleImage.Of(dip, inverseQ * Avx.Sqrt(dip), out var dipG2, out var dipGK);
        var own = g2 / dipG2;
        var ownBand = dipGK * own;
        high = Fma.MultiplyAdd(share, own - One - high, high);
        band2 = Fma.MultiplyAdd(share, Fma.MultiplySubtract(ownBand, ownBand, band2), band2);

        // The inverse where it is wanted; rise is 1 − High from here on.
        var band = Avx.Sqrt(band2);
        var inverted = Avx.CompareLessThan(direction, Vector256<double>.Zero);
        var perHigh = One / (One + high);
        g2 = Avx.BlendVariable(g2, g2 * perHigh, inverted);
        var invertedBand = gk * perHigh;
        gk = Avx.BlendVariable(gk, band * perHigh, inverted);
        band = Avx.BlendVariable(band, invertedBand, inverted);
        rise = Avx.BlendVariable(-high, high * perHigh, inverted);
        high = Avx.BlendVariable(One + high, perHigh, inverted);
        Store(g2, gk, rise, band, high, Avx.LoadVector256(powers + (VectorBankDesign.Scale * Bands)), coefficients);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Points(
        double* powers,
        Vector256<double> w,
        Vector256<double> inverseQ,
        Vector256<double> inverseQ2,
        Vector256<double> bell,
        out Vector256<double> mid,
        out Vector256<double> top)
    {
        var halfWidth = Vector256.Create(0.5) * inverseQ;
        var perWr = One / (w * (Avx.Sqrt(Fma.MultiplyAdd(halfWidth, halfWidth, One)) + halfWidth));
        var damped = One + inverseQ2;
        var shelfCap = damped / Fma.MultiplyAdd(
            damped,
            Vector256.Create(0.5 * Math.PI * MatchRule.Shelf.MidCap),
            Vector256.Create(0.5 * Math.PI * MatchRule.Shelf.MidCapRise));
        var midCap = Avx.BlendVariable(shelfCap * shelfCap, Vector256.Create(PerCap(MatchRule.Bell.MidCap)), bell);
        var topCap = Avx.BlendVariable(
            Vector256.Create(PerCap(MatchRule.Shelf.TopCap)), Vector256.Create(PerCap(MatchRule.Bell.TopCap)), bell);
        var midFactor = Avx.BlendVariable(
            Vector256.Create(PerFactor(MatchRule.Shelf.MidFactor)), Vector256.Create(PerFactor(MatchRule.Bell.MidFactor)), bell);
        var topFactor = Avx.BlendVariable(
            Vector256.Create(PerFactor(MatchRule.Shelf.TopFactor)), Vector256.Create(PerFactor(MatchRule.Bell.TopFactor)), bell);
        var midPower = Avx.LoadVector256(powers + (VectorBankDesign.Mid * Bands)) * midFactor;
        var topPower = Avx.LoadVector256(powers + (VectorBankDesign.Top * Bands)) * topFactor;
        mid = One / Fma.MultiplyAdd(midPower, perWr, midCap);
        top = One / Fma.MultiplyAdd(topPower, perWr, topCap);
    }

    private static double PerCap(double cap) => 4.0 / (Math.PI * Math.PI * cap * cap);

    private static double PerFactor(double factor) => 1.0 / (factor * factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Read(
        Vector256<double> u,
        Vector256<double> x,
        Vector256<double> c0,
        Vector256<double> c1,
        Vector256<double> damping2,
        Vector256<double> g2,
        Vector256<double> k2,
        out Vector256<double> y,
        out Vector256<double> v,
        out Vector256<double> q)
    {
        var sine = Fma.MultiplyAddNegated(u, Vector256.Create(105.0) - u, Vector256.Create(945.0));
        var cosine = Fma.MultiplyAdd(
            u, Fma.MultiplyAdd(u, Vector256.Create(15.0), Vector256.Create(-420.0)), Vector256.Create(945.0));
        y = u * sine * sine / (cosine * cosine * g2);
        var far = One - x;
        v = x * Fma.MultiplyAdd(c1, x, c0) / Fma.MultiplyAdd(far, far, damping2 * x);
        far = One - y;
        q = v * (Fma.MultiplyAdd(far, far, k2 * y) / y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Share(Vector256<double> inverseQ, Vector256<double> dip) =>
        Ramp(inverseQ, MatchRule.OwnZerosFrom, MatchRule.OwnZerosTo)
        * Ramp(dip, MatchRule.OwnZerosBelow, MatchRule.OwnZerosWithin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Ramp(Vector256<double> value, double from, double to) =>
        Avx.Max(Avx.Min((value - Vector256.Create(from)) * Vector256.Create(1.0 / (to - from)), One), Vector256<double>.Zero);

    // As SvfCoefficients.From, from G², G K, Low − High, G Band and High.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Vector256<double> g2,
        Vector256<double> gk,
        Vector256<double> low,
        Vector256<double> band,
        Vector256<double> high,
        Vector256<double> scale,
        double* coefficients)
    {
        var g = Avx.Sqrt(g2);
        var g2AndGK = g2 + gk;
        var a1 = One / (One + g2AndGK);
        var a3 = g2 * a1;
        band = Fma.MultiplyAddNegated(gk, high, band) * scale;
        low *= scale;
        var q = g * a1;
        var p = g2AndGK * a1;
        Avx.Store(coefficients, p + p);
        Avx.Store(coefficients + Bands, q + q);
        Avx.Store(coefficients + (2 * Bands), a3 + a3);
        Avx.Store(coefficients + (3 * Bands), Fma.MultiplyAdd(band, a1, Fma.MultiplyAdd(low, a3, high * scale)));
        Avx.Store(coefficients + (4 * Bands), Fma.MultiplyAdd(low, g, band / g) * a1);
        Avx.Store(coefficients + (5 * Bands), Fma.MultiplyAddNegated(band, a1, Fma.MultiplyAddNegated(low, a3, low)));
    }
}
