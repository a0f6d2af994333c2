using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>The poles of four bands and the points to meet, see <see cref="MatchedShape"/>. Needs AVX and FMA.</summary>
internal static unsafe class VectorPoles
{
    private const double Held = 0.25 * SectionDesign.HighestRadians * SectionDesign.HighestRadians;
    private const double HalfPi = 0.5 * Math.PI;
    private const double BellPerMidCap = 1.0 / (HalfPi * HalfPi * MatchRule.BellMidCap * MatchRule.BellMidCap);
    private const double BellPerTopCap = 1.0 / (HalfPi * HalfPi * MatchRule.BellTopCap * MatchRule.BellTopCap);
    private const double ShelfPerTopCap = 1.0 / (HalfPi * HalfPi * MatchRule.ShelfTopCap * MatchRule.ShelfTopCap);
    private const double BellMidPower = 1.0 / (MatchRule.BellMidFactor * MatchRule.BellMidFactor);
    private const double BellTopPower = 1.0 / (MatchRule.BellTopFactor * MatchRule.BellTopFactor);
    private const double ShelfMidPower = 1.0 / (MatchRule.ShelfMidFactor * MatchRule.ShelfMidFactor);
    private const double ShelfTopPower = 1.0 / (MatchRule.ShelfTopFactor * MatchRule.ShelfTopFactor);

    /// <summary>From the powers to <see cref="DesignRow.G2"/> and what follows.</summary>
    public static void Place(double* rows)
    {
        var one = Vector256.Create(1.0);
        var held = Vector256.Create(Held);
        var bell = Avx.LoadVector256(rows + DesignRow.IsBell);
        var a = Avx.LoadVector256(rows + DesignRow.A);
        var perA = Avx.LoadVector256(rows + DesignRow.PerA);
        var w = Avx.LoadVector256(rows + DesignRow.W);
        var perQ = Avx.LoadVector256(rows + DesignRow.PerQ);
        var perQ2 = Avx.Multiply(perQ, perQ);

        // The images of the poles and of a shelf's dip, and the cap of the lower point.
        var damping = Avx.BlendVariable(perQ, Avx.Multiply(perQ, perA), bell);
        var pole = Avx.Min(Avx.BlendVariable(Avx.Multiply(w, perA), w, bell), held);
        VectorPoleImage.Of(pole, Avx.Multiply(damping, damping), out var g2, out var sum, out var denominator);
        var dip = Avx.Min(Avx.Multiply(w, a), held);
        VectorPoleImage.Of(dip, perQ2, out var dipG2, out var dipSum, out var dipDenominator);
        var damped = Avx.Add(one, perQ2);
        var cap = Fma.MultiplyAdd(
            damped, Vector256.Create(HalfPi * MatchRule.ShelfMidCap), Vector256.Create(HalfPi * MatchRule.ShelfMidCapRise));

        // One division for four: 1 / denominator, 1 / dipDenominator, 1 / dipG2, 1 / cap.
        var both = Avx.Multiply(denominator, dipDenominator);
        var dipAndCap = Avx.Multiply(dipG2, cap);
        var turned = Avx.Divide(one, Avx.Multiply(both, dipAndCap));
        var perBoth = Avx.Multiply(turned, dipAndCap);
        var perDipAndCap = Avx.Multiply(turned, both);
        var perDenominator = Avx.Multiply(perBoth, dipDenominator);
        var perDipDenominator = Avx.Multiply(perBoth, denominator);
        var perCap = Avx.Multiply(damped, Avx.Multiply(perDipAndCap, dipG2));
        dipSum = Avx.Multiply(dipSum, perDipDenominator);
        Avx.Store(rows + DesignRow.G2, Avx.Multiply(g2, perDenominator));
        sum = Avx.Multiply(sum, perDenominator);
        Avx.Store(rows + DesignRow.GK, Avx.Multiply(Avx.Multiply(damping, Avx.Sqrt(pole)), sum));
        Avx.Store(rows + DesignRow.PerDipG2, Avx.Multiply(Avx.Multiply(perDipAndCap, cap), dipDenominator));
        Avx.Store(rows + DesignRow.DipGK2, Avx.Multiply(Avx.Multiply(perQ2, dip), Avx.Multiply(dipSum, dipSum)));

        var halfWidth = Avx.Multiply(Vector256.Create(0.5), perQ);
        var perR = Avx.Subtract(Avx.Sqrt(Fma.MultiplyAdd(halfWidth, halfWidth, one)), halfWidth);
        var perWr = Avx.Multiply(Avx.LoadVector256(rows + DesignRow.PerW), perR);
        var perMidCap = Avx.BlendVariable(Avx.Multiply(perCap, perCap), Vector256.Create(BellPerMidCap), bell);
        var perTopCap = Avx.BlendVariable(Vector256.Create(ShelfPerTopCap), Vector256.Create(BellPerTopCap), bell);
        var midFactor = Avx.BlendVariable(Vector256.Create(ShelfMidPower), Vector256.Create(BellMidPower), bell);
        var topFactor = Avx.BlendVariable(Vector256.Create(ShelfTopPower), Vector256.Create(BellTopPower), bell);
        var midPower = Avx.Multiply(Avx.LoadVector256(rows + DesignRow.MidPower), midFactor);
        var topPower = Avx.Multiply(Avx.LoadVector256(rows + DesignRow.TopPower), topFactor);
        Avx.Store(rows + DesignRow.PerMid, Fma.MultiplyAdd(midPower, perWr, perMidCap));
        Avx.Store(rows + DesignRow.PerTop, Fma.MultiplyAdd(topPower, perWr, perTopCap));
    }
}
