using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>
/// <see cref="BankDesign"/> by AVX and FMA, for four bands at a time and without a branch: all powers, then poles, zeros and
/// coefficients. The steps are <see cref="MatchedShape"/>'s.
/// </summary>
/// <remarks>Divisions and roots cost most: fractions are kept apart, and several are turned by one division of their product. Even
/// at the lowest frequency no product leaves 10^±280.</remarks>
internal static unsafe class VectorBankDesign
{
    private const int Bands = BankDesign.Bands;
    private const int Width = 4;

    private static readonly double Log2LowestRadians = Math.Log2(SectionDesign.LowestRadians);
    private static readonly double Log2LargestRadians = Math.Log2(SectionDesign.LargestRadians);
    private static readonly double Log2HighestRadians = Math.Log2(SectionDesign.HighestRadians);
    private static readonly double Log2LowestQ = Math.Log2(SectionDesign.LowestQ);
    private static readonly double Log2HighestQ = Math.Log2(SectionDesign.HighestQ);
    private static readonly double Log2TwoPi = Math.Log2(2.0 * Math.PI);

    /// <summary>Designs eight bands; arguments as in <see cref="BankDesign.Design"/>.</summary>
    /// <returns>A bit a band that this form does not serve, a bell beyond <see cref="SectionDesign.HighestRadians"/>.</returns>
    [SkipLocalsInit]
    public static int Design(
        ReadOnlySpan<BandType> types,
        ReadOnlySpan<double> log2Hz,
        ReadOnlySpan<double> gainDb,
        ReadOnlySpan<double> log2Q,
        double sampleRate,
        Span<double> coefficients)
    {
        double* rows = stackalloc double[DesignRow.Length];
        for (int band = 0; band < Bands; band++)
        {
            ref readonly var shape = ref BankShape.Of(types[band]);
            rows[DesignRow.IsBell + band] = shape.IsBell;
            rows[DesignRow.Direction + band] = shape.Direction;
            rows[DesignRow.Scale + band] = shape.Scale;
            rows[DesignRow.HasQ + band] = shape.HasQ;
        }

        var log2RadiansPerHz = Vector256.Create(Log2TwoPi - Math.Log2(sampleRate));
        int beyond = 0;
        for (int band = 0; band < Bands; band += Width)
        {
            var log2Radians = Avx.Add(Vector256.Create(log2Hz.Slice(band, Width)), log2RadiansPerHz);
            var gain = Vector256.Create(gainDb.Slice(band, Width));
            beyond |= Exponents(rows + band, log2Radians, gain, Vector256.Create(log2Q.Slice(band, Width))) << band;
        }

        for (int i = DesignRow.Powers; i < DesignRow.PowersEnd; i += Width)
            Avx.Store(rows + i, VectorExp2.Exp2(Avx.LoadVector256(rows + i)));
        for (int band = 0; band < Bands; band += Width)
            VectorPoles.Place(rows + band);
        for (int band = 0; band < Bands; band += Width)
            VectorZeros.Place(rows + band);
        fixed (double* output = coefficients[..(BankDesign.Coefficients * Bands)])
        {
            for (int band = 0; band < Bands; band += Width)
                VectorSvf.Write(rows + band, output + band);
        }

        return beyond;
    }

    private static int Exponents(double* rows, Vector256<double> log2Radians, Vector256<double> gainDb, Vector256<double> log2Q)
    {
        var bell = Avx.LoadVector256(rows + DesignRow.IsBell);
        var hasQ = Avx.LoadVector256(rows + DesignRow.HasQ);
        var direction = Avx.LoadVector256(rows + DesignRow.Direction);
        var scale = Avx.LoadVector256(rows + DesignRow.Scale);
        log2Radians = Clamp(log2Radians, Log2LowestRadians, Log2LargestRadians);
        log2Q = Clamp(log2Q, Log2LowestQ, Log2HighestQ);
        gainDb = Clamp(gainDb, -SectionDesign.LargestGainDb, SectionDesign.LargestGainDb);

        var zero = Vector256.Create(0.0);
        var size = Avx.AndNot(Vector256.Create(-0.0), gainDb);
        var log2A = Avx.Multiply(size, Vector256.Create(0.5 * BankShape.Log2PerDb));
        var log2W = Avx.Subtract(Avx.Add(log2Radians, log2Radians), Vector256.Create(2.0));
        var mid = Avx.BlendVariable(
            Vector256.Create(-2.0 * MatchRule.ShelfMidExponent), Vector256.Create(-2.0 * MatchRule.BellMidExponent), bell);
        var top = Avx.BlendVariable(
            Vector256.Create(-2.0 * MatchRule.ShelfTopExponent), Vector256.Create(-2.0 * MatchRule.BellTopExponent), bell);
        Avx.Store(rows + DesignRow.A, log2A);
        Avx.Store(rows + DesignRow.PerA, Avx.Subtract(zero, log2A));
        Avx.Store(rows + DesignRow.W, log2W);
        Avx.Store(rows + DesignRow.PerW, Avx.Subtract(zero, log2W));
        Avx.Store(rows + DesignRow.PerQ, Fma.MultiplyAddNegated(hasQ, log2Q, Avx.Subtract(Vector256.Create(1.0), hasQ)));
        Avx.Store(rows + DesignRow.MidPower, Avx.Multiply(mid, log2A));
        Avx.Store(rows + DesignRow.TopPower, Avx.Multiply(top, log2A));
        Avx.Store(rows + DesignRow.Lift, Avx.Multiply(scale, gainDb));
        Avx.Store(rows + DesignRow.Direction, Avx.Multiply(direction, gainDb));
        return Avx.MoveMask(Avx.And(bell, Avx.CompareGreaterThan(log2Radians, Vector256.Create(Log2HighestRadians))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Clamp(Vector256<double> value, double low, double high) =>
        Avx.Max(Avx.Min(value, Vector256.Create(high)), Vector256.Create(low));
}
