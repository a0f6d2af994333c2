namespace SemanticEq.Dsp.Tests;

public class SoloFilterTests
{
    [Fact]
    public void At_its_centre_a_band_pass_is_1_and_nowhere_is_anything_louder()
    {
        Prop.ForAll(Any.Bands(), Any.SampleRates(), (band, rate) =>
        {
            // It rings for Q / f: no longer than can be added up.
            double lowest = 12.0 * Math.Max(band.Q, 1.0) * rate / 300_000;
            double centre = Math.Clamp(band.FrequencyHz, lowest, 0.49 * rate);
            double[] impulse = Signals.Impulse(300_064);
            var filter = Filter(band with { FrequencyHz = centre }, rate);
            filter.Process(impulse, false, 0);
            foreach (double octaves in new[] { -2.0, -1.0, -0.3, 0.0, 0.3, 1.0, 2.0 })
            {
                double power = PowerAt(impulse, centre * Math.Pow(2.0, octaves), rate);
                if (power > 1.001)
                    return false;
            }

            bool isSide = band.Type is BandType.LowShelf or BandType.LowCut or BandType.HighShelf or BandType.HighCut;
            double expected = isSide ? 0.5 : 1.0;
            return Math.Abs(PowerAt(impulse, centre, rate) - expected) < 0.01;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public void A_run_cut_anywhere_is_the_same_to_the_bit_while_it_moves()
    {
        double[] noise = Signals.Noise(100 * Equaliser.SegmentSamples, 1);
        double[] whole = [.. noise], cut = [.. noise];
        var random = new Random(2);
        foreach (var (samples, isCut) in new[] { (whole, false), (cut, true) })
        {
            var filter = Filter(new(BandType.Bell, 200.0, 0.0, 1.0), 48000.0);
            for (int at = 0; at < samples.Length; at += Equaliser.SegmentSamples)
            {
                if (at == 10 * Equaliser.SegmentSamples)
                    filter.Aim(new(BandType.HighCut, 9000.0, 0.0, 1.0));
                filter.BeginSegment();
                for (int from = 0, count; from < Equaliser.SegmentSamples; from += count)
                {
                    count = isCut ? Math.Min(random.Next(1, 30), Equaliser.SegmentSamples - from) : Equaliser.SegmentSamples;
                    filter.Process(samples.AsSpan(at + from, count), true, from);
                }
            }

            filter.IsMoving.ShouldBeFalse();
        }

        cut.ShouldBe(whole);
    }

    [Fact]
    public void Dragged_as_wildly_as_can_be_by_any_sound_it_stays_bounded()
    {
        Prop.ForAll(Gen.ArrayOf(Any.Bands().Generator, 30).ToArbitrary(), Any.SampleRates(), (bands, rate) =>
        {
            var filter = Filter(bands[0], rate);
            double worst = 0.0;
            for (int i = 0; i < 300; i++)
            {
                filter.Aim(bands[i % bands.Length]);
                filter.BeginSegment();
                double[] samples = Signals.Noise(Equaliser.SegmentSamples, i, 1.0);
                filter.Process(samples, false, 0);
                worst = Math.Max(worst, samples.Max(Math.Abs));
            }

            return worst < 8.0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    public void What_is_no_audio_leaves_it_with_numbers(double bad)
    {
        var filter = Filter(new(BandType.Bell, 20.0, 0.0, 40.0), 48000.0);
        double[] samples = [.. Enumerable.Repeat(bad, 500)];
        filter.Process(samples, false, 0);
        samples.ShouldAllBe(sample => double.IsFinite(sample));
        filter.Aim(new(BandType.Bell, bad, 0.0, bad));
        filter.BeginSegment();
        samples = Signals.Noise(64, 1);
        filter.Process(samples, false, 0);
        samples.ShouldAllBe(sample => double.IsFinite(sample));
    }

    private static SoloFilter Filter(Band band, double rate)
    {
        var filter = new SoloFilter();
        filter.Prepare(rate);
        filter.Aim(band);
        filter.Snap();
        return filter;
    }

    private static double PowerAt(double[] impulse, double hz, double rate)
    {
        double re = 0.0, im = 0.0;
        if (hz >= 0.5 * rate)
            return 0.0;
        for (int i = 0; i < impulse.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2.0 * Math.PI * hz / rate * i);
            re += impulse[i] * cos;
            im += impulse[i] * sin;
        }

        return (re * re) + (im * im);
    }
}
