using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary><see cref="SvfCoefficients.From"/> of four bands, inverted and scaled where that is wanted. Needs AVX and FMA.</summary>
internal static unsafe class VectorSvf
{
    private const int Bands = BankDesign.Bands;

    /// <summary>From poles and zeros to six rows of coefficients.</summary>
    public static void Write(double* rows, double* coefficients)
    {
        var one = Vector256.Create(1.0);
        var g2 = Avx.LoadVector256(rows + DesignRow.G2);
        var gk = Avx.LoadVector256(rows + DesignRow.GK);
        var rise = Avx.LoadVector256(rows + DesignRow.High);
        var band = Avx.Sqrt(Avx.LoadVector256(rows + DesignRow.Band2));
        var lift = Avx.LoadVector256(rows + DesignRow.Lift);
        var inverted = Avx.CompareLessThan(Avx.LoadVector256(rows + DesignRow.Direction), Vector256.Create(0.0));

        // The inverse's G², G K, G Band and High are G² / High, G Band / High, G K / High and 1 / High: all over High, so that P, Q and
        // R come out as fractions of the same sum.
        var high = Avx.Add(one, rise);
        var lossy = Avx.BlendVariable(gk, band, inverted);
        var unit = Avx.BlendVariable(one, high, inverted);
        var g2AndGK = Avx.Add(g2, lossy);
        var sum = Avx.Add(unit, g2AndGK);

        // One division for three: 1 / sum, 1 / G², 1 / High.
        var g2High = Avx.Multiply(g2, high);
        var turned = Avx.Divide(one, Avx.Multiply(sum, g2High));
        var perSum = Avx.Multiply(turned, g2High);
        turned = Avx.Multiply(turned, sum);
        var perG2 = Avx.Multiply(turned, high);
        var perHigh = Avx.Multiply(turned, g2);

        var root = Avx.Sqrt(Avx.Multiply(g2, unit));
        var a1 = Avx.Multiply(unit, perSum);
        var p = Avx.Multiply(g2AndGK, perSum);
        var q = Avx.Multiply(root, perSum);
        var r = Avx.Multiply(g2, perSum);
        var own = Avx.BlendVariable(one, perHigh, inverted);
        var passed = Avx.BlendVariable(high, perHigh, inverted);
        var low = Avx.BlendVariable(Avx.Subtract(Vector256.Create(0.0), rise), Avx.Multiply(rise, perHigh), inverted);
        low = Avx.Multiply(low, lift);
        var through = Avx.Multiply(Avx.BlendVariable(band, gk, inverted), own);
        band = Avx.Multiply(Fma.MultiplyAddNegated(Avx.Multiply(lossy, own), passed, through), lift);
        var bandA1 = Avx.Multiply(band, a1);
        Avx.Store(coefficients, Avx.Add(p, p));
        Avx.Store(coefficients + Bands, Avx.Add(q, q));
        Avx.Store(coefficients + (2 * Bands), Avx.Add(r, r));
        Avx.Store(coefficients + (3 * Bands), Fma.MultiplyAdd(passed, lift, Fma.MultiplyAdd(low, r, bandA1)));
        band = Fma.MultiplyAdd(low, Avx.Multiply(g2, own), band);
        Avx.Store(coefficients + (4 * Bands), Avx.Multiply(band, Avx.Multiply(Avx.Multiply(root, perG2), a1)));
        Avx.Store(coefficients + (5 * Bands), Avx.Subtract(Fma.MultiplyAddNegated(low, r, low), bandA1));
    }
}
