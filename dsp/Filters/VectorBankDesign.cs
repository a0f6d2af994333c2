using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>
/// <see cref="BankDesign"/> by AVX and FMA: the powers of all bands first, then <see cref="VectorShape"/> for four bands at a time.
/// </summary>
internal static unsafe class VectorBankDesign
{
    private const int Bands = BankDesign.Bands;
    private const int Width = 4;

    // What comes out of the powers, a row each of eight bands.
    internal const int A = 0;
    internal const int InverseA = 1;
    internal const int QuarterSquare = 2;
    internal const int InverseQ = 3;
    internal const int Mid = 4;
    internal const int Top = 5;
    internal const int Scale = 6;
    private const int Rows = 7;

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
        double* shape = stackalloc double[BankShape.Length * Bands];
        for (int band = 0; band < Bands; band++)
        {
            var row = BankShape.Of(types[band]);
            for (int i = 0; i < BankShape.Length; i++)
                shape[(i * Bands) + band] = row[i];
        }

        double* powers = stackalloc double[Rows * Bands];
        double log2RadiansAtOneHz = Log2TwoPi - Math.Log2(sampleRate);
        int beyond = 0;
        for (int band = 0; band < Bands; band += Width)
        {
            var radians = Vector256.Create(log2Hz.Slice(band, Width)) + Vector256.Create(log2RadiansAtOneHz);
            beyond |= Exponents(
                radians,
                Vector256.Create(gainDb.Slice(band, Width)),
                Vector256.Create(log2Q.Slice(band, Width)),
                shape + band,
                powers + band) << band;
        }

        for (int i = 0; i < Rows * Bands; i += Width)
            Avx.Store(powers + i, VectorExp2.Exp2(Avx.LoadVector256(powers + i)));

        fixed (double* output = coefficients[..(BankDesign.Coefficients * Bands)])
        fixed (double* gains = gainDb)
        {
            for (int band = 0; band < Bands; band += Width)
            {
                var inverted = Avx.LoadVector256(gains + band) * Avx.LoadVector256(shape + (BankShape.Direction * Bands) + band);
                VectorShape.Design(powers + band, Avx.LoadVector256(shape + band), inverted, output + band);
            }
        }

        return beyond;
    }

    // log2 of each row, for four bands. The clamps put NaN to the upper limit.
    private static int Exponents(
        Vector256<double> log2Radians, Vector256<double> gainDb, Vector256<double> log2Q, double* shape, double* exponents)
    {
        var bell = Avx.LoadVector256(shape);
        var hasQ = Avx.LoadVector256(shape + (BankShape.HasQ * Bands));
        var scale = Avx.LoadVector256(shape + (BankShape.Scale * Bands));
        log2Radians = Clamp(log2Radians, Log2LowestRadians, Log2LargestRadians);
        log2Q = Clamp(log2Q, Log2LowestQ, Log2HighestQ);
        gainDb = Clamp(gainDb, -SectionDesign.LargestGainDb, SectionDesign.LargestGainDb);

        var log2A = Vector256.Abs(gainDb) * Vector256.Create(0.5 * BankShape.Log2PerDb);
        var mid = Avx.BlendVariable(
            Vector256.Create(-2.0 * MatchRule.Shelf.MidExponent), Vector256.Create(-2.0 * MatchRule.Bell.MidExponent), bell);
        var top = Avx.BlendVariable(
            Vector256.Create(-2.0 * MatchRule.Shelf.TopExponent), Vector256.Create(-2.0 * MatchRule.Bell.TopExponent), bell);
        Avx.Store(exponents + (A * Bands), log2A);
        Avx.Store(exponents + (InverseA * Bands), -log2A);
        Avx.Store(exponents + (QuarterSquare * Bands), log2Radians + log2Radians - Vector256.Create(2.0));
        Avx.Store(exponents + (InverseQ * Bands), Fma.MultiplyAddNegated(hasQ, log2Q, Vector256.Create(1.0) - hasQ));
        Avx.Store(exponents + (Mid * Bands), mid * log2A);
        Avx.Store(exponents + (Top * Bands), top * log2A);
        Avx.Store(exponents + (Scale * Bands), scale * gainDb);
        return Avx.MoveMask(Avx.And(bell, Avx.CompareGreaterThan(log2Radians, Vector256.Create(Log2HighestRadians))));
    }

    private static Vector256<double> Clamp(Vector256<double> value, double low, double high) =>
        Avx.Max(Avx.Min(value, Vector256.Create(high)), Vector256.Create(low));
}
