using System.Numerics;
using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

public class BankDesignTests(ITestOutputHelper output)
{
    private const int Bands = BankDesign.Bands;
    private const int Length = BankDesign.Coefficients * Bands;
    private static readonly BandType[] Types = [BandType.LowShelf, BandType.Bell, BandType.HighShelf, BandType.Tilt];
    private static readonly double[] SampleRates = [8000.0, 44100.0, 48000.0, 96000.0, 192000.0, 768000.0];

    [Fact]
    public void Every_coefficient_is_the_scalar_design_s()
    {
        var random = new Random(1);
        double worst = 0.0;
        for (int i = 0; i < 5000; i++)
        {
            double sampleRate = SampleRates[i % SampleRates.Length];
            var bank = new Settings(random, sampleRate, extreme: i % 2 == 0);
            double[] together = bank.Design(), alone = bank.DesignEachAlone();
            for (int band = 0; band < Bands; band++)
            {
                for (int at = band; at < Length; at += Bands)
                {
                    // C1 and C2 pass through 0; what counts there is their size beside the effect of the whole section.
                    double size = Math.Abs(alone[at]);
                    if (at >= 4 * Bands)
                        size = Math.Max(size, 1e-3 * Effect(alone, band));
                    double error = Math.Abs(together[at] - alone[at]);
                    if (error > 1e-7 * size)
                        throw new InvalidOperationException($"{bank.Describe(band)}: [{at / Bands}] {together[at]:R}, alone {alone[at]:R}");
                    worst = Math.Max(worst, error / Math.Max(size, double.Epsilon));
                }
            }
        }

        output.WriteLine($"worst relative error {worst:0.0e0}");
    }

    [Fact]
    public void A_band_s_coefficients_do_not_depend_on_its_place_or_its_neighbours()
    {
        var random = new Random(2);
        for (int i = 0; i < 1000; i++)
        {
            var one = new Settings(random, 48000.0, extreme: i % 2 == 0);
            var other = new Settings(random, 48000.0, extreme: false);
            int from = random.Next(Bands), to = random.Next(Bands);
            other.Take(one, from, to);
            double[] here = one.Design(), there = other.Design();
            for (int c = 0; c < BankDesign.Coefficients; c++)
                BitConverter.DoubleToInt64Bits(there[(c * Bands) + to]).ShouldBe(BitConverter.DoubleToInt64Bits(here[(c * Bands) + from]));
        }
    }

    [Fact]
    public void Zero_dB_is_exactly_the_identity()
    {
        var random = new Random(3);
        for (int i = 0; i < 1000; i++)
        {
            var bank = new Settings(random, SampleRates[i % SampleRates.Length], extreme: true);
            bank.GainDb.AsSpan().Fill(i % 2 == 0 ? 0.0 : -0.0);
            double[] coefficients = bank.Design();
            for (int band = 0; band < Bands; band++)
            {
                (coefficients[(3 * Bands) + band], coefficients[(4 * Bands) + band], coefficients[(5 * Bands) + band])
                    .ShouldBe((1.0, 0.0, 0.0), bank.Describe(band));
            }
        }
    }

    [Fact]
    public void What_is_played_is_the_curve_that_is_shown()
    {
        var random = new Random(4);
        double worst = 0.0;
        for (int i = 0; i < 2000; i++)
        {
            double sampleRate = SampleRates[i % SampleRates.Length];
            var bank = new Settings(random, sampleRate, extreme: false);
            double[] coefficients = bank.Design();
            for (int band = 0; band < Bands; band++)
            {
                foreach (double share in new[] { 0.001, 0.01, 0.05, 0.15, 0.3, 0.4, 0.49 })
                {
                    double shownDb = CurveResponse.AtDb(bank.Band(band), sampleRate, share * sampleRate);
                    double apartDb = Math.Abs(PlayedDb(coefficients, band, share) - shownDb);
                    if (apartDb > 0.001)
                        throw new InvalidOperationException($"{bank.Describe(band)} at {share}: {apartDb} dB apart");
                    worst = Math.Max(worst, apartDb);
                }
            }
        }

        output.WriteLine($"worst {worst:0.0e0} dB");
    }

    [Fact]
    public void Every_coefficient_is_finite_and_every_section_stable()
    {
        var random = new Random(5);
        for (int i = 0; i < 5000; i++)
        {
            var bank = new Settings(random, SampleRates[i % SampleRates.Length], extreme: true);
            double[] coefficients = bank.Design();
            for (int band = 0; band < Bands; band++)
            {
                double p = coefficients[band], q = coefficients[Bands + band], r = coefficients[(2 * Bands) + band];
                // G and K positive: see the remarks in SvfCoefficients.
                (p > r && r > 0.0 && q > 0.0 && p < 2.0).ShouldBeTrue(bank.Describe(band));
                double.IsFinite(Effect(coefficients, band)).ShouldBeTrue(bank.Describe(band));
            }
        }
    }

    private static double Effect(double[] c, int band) =>
        Math.Abs(c[(3 * Bands) + band] - 1.0) + Math.Abs(c[(4 * Bands) + band]) + Math.Abs(c[(5 * Bands) + band]);

    // From the state-space form itself: H = D + C (z − A)⁻¹ B with A = [1 − P, −Q; Q, 1 − R], B = [Q; R].
    private static double PlayedDb(double[] c, int band, double share)
    {
        double p = c[band], q = c[Bands + band], r = c[(2 * Bands) + band];
        // z − 1 by the half angle, so that low frequencies keep their digits.
        var (sin, cos) = Math.SinCos(Math.PI * share);
        var step = new Complex(-2.0 * sin * sin, 2.0 * sin * cos);
        var determinant = (step + p) * (step + r) + q * q;
        var s1 = ((step + r) * q - q * r) / determinant;
        var s2 = (q * q + (step + p) * r) / determinant;
        return 20.0 * Math.Log10((c[(3 * Bands) + band] + c[(4 * Bands) + band] * s1 + c[(5 * Bands) + band] * s2).Magnitude);
    }

    private sealed class Settings(Random random, double sampleRate, bool extreme)
    {
        private readonly BandType[] _types = Draw(() => Types[random.Next(Types.Length)]);
        private readonly double[] _log2Hz = Draw(() => Between(Math.Log2(extreme ? 1e-3 : 20.0), Math.Log2(extreme ? 5.0 * sampleRate : 0.45 * sampleRate), random));
        private readonly double[] _log2Q = Draw(() => Between(Math.Log2(extreme ? 0.03 : 0.1), Math.Log2(extreme ? 150.0 : 40.0), random));

        public double[] GainDb { get; } = Draw(() => Between(extreme ? -70.0 : -30.0, extreme ? 70.0 : 30.0, random) * (random.Next(4) == 0 ? 1e-3 : 1.0));

        public double[] Design()
        {
            var coefficients = new double[Length];
            BankDesign.Design(_types, _log2Hz, GainDb, _log2Q, sampleRate, coefficients);
            return coefficients;
        }

        public double[] DesignEachAlone()
        {
            var coefficients = new double[Length];
            for (int band = 0; band < Bands; band++)
                BankDesign.DesignOne(band, _types, _log2Hz, GainDb, _log2Q, sampleRate, coefficients);
            return coefficients;
        }

        public void Take(Settings other, int from, int to)
        {
            _types[to] = other._types[from];
            _log2Hz[to] = other._log2Hz[from];
            GainDb[to] = other.GainDb[from];
            _log2Q[to] = other._log2Q[from];
        }

        public Band Band(int band) => new(_types[band], Math.Pow(2.0, _log2Hz[band]), GainDb[band], Math.Pow(2.0, _log2Q[band]));

        public string Describe(int band) => $"{Band(band)} at {sampleRate} Hz";

        private static T[] Draw<T>(Func<T> draw) => [.. Enumerable.Range(0, Bands).Select(_ => draw())];

        private static double Between(double low, double high, Random random) => low + (high - low) * random.NextDouble();
    }
}
