using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

public class SectionDesignTests(ITestOutputHelper output)
{
    private static readonly double[] FrequenciesHz = [.. Enumerable.Range(0, 400).Select(i => 20.0 * Math.Pow(1000.0, i / 399.0))];
    private static readonly double[] Gains = [-18.0, -12.0, -6.0, -0.1, 0.1, 3.0, 6.0, 12.0, 18.0];

    [Theory]
    [InlineData(44100.0)]
    [InlineData(48000.0)]
    public void Bells_follow_the_analogue_prototype_to_20_kHz(double sampleRate)
    {
        double worst = 0.0;
        foreach (double hz in new[] { 20.0, 100.0, 1000.0, 2000.0, 4000.0, 6000.0, 8000.0, 10000.0, 12000.0, 14000.0, 16000.0, 18000.0, 20000.0 })
        {
            double atHz = 0.0;
            foreach (double q in new[] { 0.1, 0.3, 0.5, 0.7071, 1.0, 1.4, 2.0, 3.0, 5.0, 10.0, 40.0 })
            {
                foreach (double gain in Gains)
                    atHz = Math.Max(atHz, WorstErrorDb(new(BandType.Bell, hz, gain, q), sampleRate));
            }

            output.WriteLine($"bell {hz,6} Hz at {sampleRate}: worst {atHz:0.000} dB");
            worst = Math.Max(worst, atHz);
        }

        worst.ShouldBeLessThan(0.75);
    }

    [Fact]
    public void A_12_kHz_bell_errs_far_less_than_the_cookbook_biquad()
    {
        foreach (double gain in new[] { 12.0, -12.0 })
        {
            var band = new Band(BandType.Bell, 12000.0, gain, 1.0);
            double ours = WorstErrorDb(band, 44100.0);
            var cookbook = Cookbook.Bell(band, 44100.0).ToSection();
            double theirs = FrequenciesHz.Max(f => Math.Abs(10.0 * Math.Log10(cookbook.PowerAt(Math.Tan(Math.PI * f / 44100.0))) - AnalogPrototype.MagnitudeDb(band, f)));
            output.WriteLine($"{gain} dB: matched {ours:0.000} dB, cookbook {theirs:0.000} dB");
            theirs.ShouldBe(5.23, 0.1);
            ours.ShouldBeLessThan(0.45);
        }
    }

    [Theory]
    [InlineData(BandType.LowShelf, 0.3, 0.3)]
    [InlineData(BandType.LowShelf, 0.7071, 0.3)]
    [InlineData(BandType.LowShelf, 1.0, 0.3)]
    [InlineData(BandType.HighShelf, 0.3, 0.3)]
    [InlineData(BandType.HighShelf, 0.7071, 0.3)]
    [InlineData(BandType.HighShelf, 1.0, 0.3)]
    [InlineData(BandType.Tilt, 1.0, 0.3)]
    public void Shelves_follow_the_analogue_prototype_to_20_kHz(BandType type, double q, double limitDb)
    {
        double worst = 0.0;
        foreach (double hz in new[] { 20.0, 100.0, 1000.0, 4000.0, 8000.0, 10000.0, 12000.0, 16000.0 })
        {
            double atHz = Gains.Max(gain => WorstErrorDb(new(type, hz, gain, q), 44100.0));
            output.WriteLine($"{BandTypes.Name(type)} {hz,6} Hz Q {q}: worst {atHz:0.000} dB");
            worst = Math.Max(worst, atHz);
        }

        worst.ShouldBeLessThan(limitDb);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(3.0)]
    [InlineData(5.0)]
    [InlineData(10.0)]
    [InlineData(40.0)]
    public void Resonant_shelves_err_less_than_half_of_the_bilinear_ones(double q)
    {
        foreach (double hz in new[] { 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 12000.0, 16000.0 })
        {
            foreach (double gain in new[] { -18.0, -12.0, -6.0, 6.0, 12.0, 18.0 })
            {
                var band = new Band(BandType.HighShelf, hz, gain, q);
                double ours = WorstErrorDb(band, 44100.0);
                double warp = Math.PI * hz / 44100.0;
                double bilinear = FrequenciesHz.Max(f => Math.Abs(
                    AnalogPrototype.MagnitudeDb(band, hz * Math.Tan(Math.PI * f / 44100.0) / Math.Tan(warp)) - AnalogPrototype.MagnitudeDb(band, f)));
                if (gain > 0.0)
                    output.WriteLine($"high-shelf Q {q} {hz,6} Hz {gain} dB: matched {ours:0.00} dB, bilinear {bilinear:0.00} dB");
                ours.ShouldBeLessThan(0.5 * bilinear);
            }
        }
    }

    [Theory]
    [InlineData(BandType.LowCut, 12, 5000.0, 0.3)]
    [InlineData(BandType.LowCut, 24, 5000.0, 0.6)]
    [InlineData(BandType.LowCut, 48, 5000.0, 0.9)]
    [InlineData(BandType.HighCut, 12, 20000.0, 0.3)]
    [InlineData(BandType.HighCut, 24, 20000.0, 0.55)]
    [InlineData(BandType.HighCut, 48, 20000.0, 0.95)]
    public void Cuts_follow_the_Butterworth_prototype(BandType type, int slope, double highestHz, double limitDb)
    {
        double worst = 0.0;
        foreach (double hz in new[] { 20.0, 100.0, 1000.0, 3000.0, 5000.0, 8000.0, 12000.0, 16000.0, 20000.0 }.Where(f => f <= highestHz))
        {
            double atHz = WorstErrorDb(new(type, hz, 0.0, 0.70710678, slope), 44100.0);
            output.WriteLine($"{BandTypes.Name(type)} {slope} {hz,6} Hz: worst {atHz:0.000} dB");
            worst = Math.Max(worst, atHz);
        }

        worst.ShouldBeLessThan(limitDb);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.0)]
    [InlineData(10.0)]
    [InlineData(40.0)]
    public void Notches_follow_the_prototype_beside_their_zero(double q)
    {
        foreach (double hz in new[] { 50.0, 1000.0, 4000.0, 8000.0, 12000.0, 16000.0 })
        {
            var band = new Band(BandType.Notch, hz, 0.0, q);
            double worst = FrequenciesHz.Where(f => AnalogPrototype.MagnitudeDb(band, f) > -20.0)
                .Max(f => Math.Abs(CurveResponse.AtDb(band, 44100.0, f) - AnalogPrototype.MagnitudeDb(band, f)));
            output.WriteLine($"notch {hz,6} Hz Q {q}: worst {worst:0.000} dB");
            worst.ShouldBeLessThan(0.9);
            CurveResponse.AtDb(band, 44100.0, hz).ShouldBeLessThan(-200.0);
        }
    }

    [Fact]
    public void Boost_times_cut_is_one() => Prop.ForAll(Any.Bands(), Any.SampleRates(), (band, sampleRate) =>
    {
        var mirrored = band with { GainDb = -band.GainDb };
        if (band.Type is BandType.LowCut or BandType.HighCut or BandType.Notch)
            return;
        foreach (double share in new[] { 1e-4, 0.01, 0.1, 0.3, 0.45, 0.49 })
        {
            double sum = CurveResponse.AtDb(band, sampleRate, share * sampleRate)
                + CurveResponse.AtDb(mirrored, sampleRate, share * sampleRate);
            Math.Abs(sum).ShouldBeLessThan(1e-6);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_band_at_every_sample_rate_is_stable_and_finite() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(20000),
        Prop.ForAll(Any.Bands(), Any.SampleRates(), (band, sampleRate) =>
        {
            Span<Section> sections = stackalloc Section[SectionDesign.MaxSections];
            int count = SectionDesign.Design(band, sampleRate, sections);
            foreach (var section in sections[..count])
            {
                (section.G > 0.0 && section.K > 0.0).ShouldBeTrue($"{section}");
                double.IsFinite(section.G + section.K + section.Low + section.Band + section.High).ShouldBeTrue($"{section}");
                double.IsFinite(section.PowerAt(1.0)).ShouldBeTrue();
            }
        }));

    [Fact]
    public void Zero_dB_is_exactly_the_identity()
    {
        var sections = new Section[SectionDesign.MaxSections];
        foreach (var type in new[] { BandType.Bell, BandType.LowShelf, BandType.HighShelf, BandType.Tilt })
        {
            SectionDesign.Design(new(type, 3210.0, 0.0, 1.3), 48000.0, sections);
            var c = SvfCoefficients.From(sections[0]);
            (c.D, c.C1, c.C2).ShouldBe((1.0, 0.0, 0.0));
        }
    }

    [Fact]
    public void Small_gains_lead_smoothly_to_zero()
    {
        foreach (var type in new[] { BandType.Bell, BandType.LowShelf, BandType.HighShelf, BandType.Tilt })
        {
            foreach (double hz in new[] { 20.0, 1000.0, 15000.0 })
            {
                double at = CurveResponse.AtDb(new(type, hz, 1e-9, 0.7), 44100.0, hz);
                Math.Abs(at).ShouldBeLessThan(2e-9);
                double centre = type == BandType.Bell ? 1e-3 : type == BandType.Tilt ? 0.0 : 5e-4;
                CurveResponse.AtDb(new(type, hz, 1e-3, 0.7), 44100.0, hz).ShouldBe(centre, 1e-4);
            }
        }
    }

    [Fact]
    public void A_band_that_moves_a_little_changes_a_little() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5000),
        Prop.ForAll(Any.Bands(), Any.SampleRates(), (band, sampleRate) =>
        {
            // Whatever branch of a design is taken, gliding across its border must not jump.
            var limited = band with { Q = Math.Min(band.Q, 10.0) };
            var moved = limited with
            {
                FrequencyHz = limited.FrequencyHz * 1.0001,
                GainDb = limited.GainDb + 0.001,
                Q = limited.Q * 1.0001,
            };
            foreach (double share in new[] { 0.001, 0.01, 0.1, 0.2, 0.3, 0.4, 0.45 })
            {
                double hz = share * sampleRate;
                double before = CurveResponse.AtDb(limited, sampleRate, hz), after = CurveResponse.AtDb(moved, sampleRate, hz);
                // A notch falls to nothing, steeply.
                double floor = band.Type == BandType.Notch ? -20.0 : -80.0;
                if (before > floor && after > floor)
                    Math.Abs(after - before).ShouldBeLessThan(0.35);
            }
        }));

    [Fact]
    public void A_section_survives_the_way_through_a_biquad() => Prop.ForAll(Any.Bands(BandType.Bell), band =>
    {
        Span<Section> sections = stackalloc Section[SectionDesign.MaxSections];
        SectionDesign.Design(band, 48000.0, sections);
        var back = sections[0].ToBiquad().ToSection();
        foreach (double tangent in new[] { 0.01, 0.1, 1.0, 10.0 })
            (back.PowerAt(tangent) / sections[0].PowerAt(tangent)).ShouldBe(1.0, 1e-5);
    }).QuickCheckThrowOnFailure();

    private static double WorstErrorDb(Band band, double sampleRate)
    {
        Span<double> played = stackalloc double[FrequenciesHz.Length];
        CurveResponse.ComputeDb([band], sampleRate, FrequenciesHz, played);
        double worst = 0.0;
        for (int i = 0; i < played.Length; i++)
        {
            // A cut's far floor is below hearing; what counts there is that it is a floor.
            double target = AnalogPrototype.MagnitudeDb(band, FrequenciesHz[i]);
            if (target > -60.0)
                worst = Math.Max(worst, Math.Abs(played[i] - target));
        }

        return worst;
    }
}
