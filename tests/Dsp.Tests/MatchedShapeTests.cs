using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

/// <summary>Bells, shelves and tilts against the analogue prototype, over thousands of random settings with fixed seeds.</summary>
public class MatchedShapeTests(ITestOutputHelper output)
{
    private const int Settings = 3000;
    private static readonly double[] FrequenciesHz = [.. Enumerable.Range(0, 240).Select(i => 20.0 * Math.Pow(1000.0, i / 239.0))];

    public static TheoryData<double> SampleRates => [44100.0, 48000.0, 88200.0, 96000.0, 176400.0, 192000.0];

    [Theory]
    [MemberData(nameof(SampleRates))]
    public void Any_bell_up_to_8_kHz_errs_by_at_most_half_a_dB(double sampleRate) =>
        Worst([BandType.Bell], 20.0, 8000.0, 0.1, 10.0, sampleRate, 1).ShouldBeLessThan(0.35);

    [Theory]
    [MemberData(nameof(SampleRates))]
    public void Any_bell_up_to_16_kHz_errs_by_at_most_nine_tenths_of_a_dB(double sampleRate) =>
        Worst([BandType.Bell], 8000.0, 16000.0, 0.1, 10.0, sampleRate, 2).ShouldBeLessThan(0.55);

    [Theory]
    [MemberData(nameof(SampleRates))]
    public void Any_bell_up_to_20_kHz_errs_by_at_most_three_quarters_of_a_dB(double sampleRate) =>
        Worst([BandType.Bell], 16000.0, 20000.0, 0.1, 10.0, sampleRate, 3).ShouldBeLessThan(0.75);

    [Theory]
    [MemberData(nameof(SampleRates))]
    public void Any_shelf_or_tilt_of_Q_up_to_1_errs_by_at_most_a_third_of_a_dB(double sampleRate) =>
        Worst([BandType.LowShelf, BandType.HighShelf, BandType.Tilt], 20.0, 20000.0, 0.1, 1.0, sampleRate, 4).ShouldBeLessThan(0.3);

    [Theory]
    [InlineData(1.0, 2.0, 0.8)]
    [InlineData(2.0, 4.0, 1.4)]
    [InlineData(4.0, 10.0, 3.0)]
    public void A_resonant_shelf_errs_by_little_even_near_Nyquist(double lowQ, double highQ, double limitDb) =>
        Worst([BandType.LowShelf, BandType.HighShelf], 20.0, 20000.0, lowQ, highQ, 44100.0, 5).ShouldBeLessThan(limitDb);

    [Fact]
    public void The_cookbook_errs_by_decibels_where_we_err_by_tenths()
    {
        var random = new Random(6);
        double ours = 0.0, theirs = 0.0;
        for (int i = 0; i < Settings; i++)
        {
            var band = Draw(random, BandType.Bell, 8000.0, 16000.0, 0.1, 10.0);
            ours = Math.Max(ours, ErrorDb(band, 44100.0));
            theirs = Math.Max(theirs, CookbookErrorDb(band, 44100.0));
        }

        var twelve = new Band(BandType.Bell, 12000.0, 12.0, 1.0);
        output.WriteLine($"bells 8 to 16 kHz: matched {ours:0.00} dB, cookbook {theirs:0.00} dB");
        output.WriteLine($"12 kHz, Q 1, +12 dB: matched {ErrorDb(twelve, 44100.0):0.00} dB, cookbook {CookbookErrorDb(twelve, 44100.0):0.00} dB");
        theirs.ShouldBeGreaterThan(10.0 * ours);
    }

    private double Worst(
        BandType[] types, double lowHz, double highHz, double lowQ, double highQ, double sampleRate, int seed)
    {
        var random = new Random(seed);
        double worst = 0.0;
        Band at = default;
        for (int i = 0; i < Settings; i++)
        {
            var band = Draw(random, types[i % types.Length], lowHz, highHz, lowQ, highQ);
            double error = ErrorDb(band, sampleRate);
            if (error > worst)
                (worst, at) = (error, band);
        }

        output.WriteLine($"worst of {Settings} at {sampleRate} Hz: {worst:0.000} dB, {at}");
        return worst;
    }

    // Half of the settings stand at the limits, where the errors are largest.
    private static Band Draw(Random random, BandType type, double lowHz, double highHz, double lowQ, double highQ)
    {
        double gainDb = random.Next(2) == 0 ? 18.0 : random.NextDouble() * 18.0;
        double q = random.Next(4) switch { 0 => lowQ, 1 => highQ, _ => lowQ * Math.Pow(highQ / lowQ, random.NextDouble()) };
        double hz = lowHz * Math.Pow(highHz / lowHz, random.Next(8) == 0 ? 1.0 : random.NextDouble());
        return new(type, hz, random.Next(2) == 0 ? gainDb : -gainDb, q);
    }

    private static double ErrorDb(in Band band, double sampleRate)
    {
        Span<double> played = stackalloc double[FrequenciesHz.Length];
        CurveResponse.ComputeDb([band], sampleRate, FrequenciesHz, played);
        double worst = 0.0;
        for (int i = 0; i < played.Length; i++)
            worst = Math.Max(worst, Math.Abs(played[i] - AnalogPrototype.MagnitudeDb(band, FrequenciesHz[i])));
        return worst;
    }

    private static double CookbookErrorDb(Band band, double sampleRate)
    {
        var section = Cookbook.Bell(band, sampleRate).ToSection();
        return FrequenciesHz.Max(hz => Math.Abs(
            10.0 * Math.Log10(section.PowerAt(Math.Tan(Math.PI * hz / sampleRate))) - AnalogPrototype.MagnitudeDb(band, hz)));
    }
}
