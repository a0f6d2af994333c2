namespace SemanticEq.Dsp.Tests;

public class LoudnessClassesTests
{
    private const int Points = LoudnessSpectrum.Points;

    [Fact]
    public void Each_moment_is_its_own_class_until_there_are_too_many_and_then_no_power_is_lost()
    {
        var classes = new LoudnessClasses();
        var spectrum = new LoudnessSpectrum();
        var random = new Random(1);
        double[] sum = new double[Points];
        for (int moment = 1; moment <= 500; moment++)
        {
            double[] powers = Moment(random);
            for (int i = 0; i < Points; i++)
                sum[i] += powers[i];
            classes.Add(powers);
            classes.TryRead(spectrum).ShouldBeTrue();
            spectrum.Classes.ShouldBe(Math.Min(moment, LoudnessSpectrum.MaxClasses));
        }

        double[] mean = new double[Points];
        for (int c = 0; c < spectrum.Classes; c++)
        {
            for (int i = 0; i < Points; i++)
                mean[i] += spectrum.Counts[c] * spectrum.PowersOf(c)[i];
        }

        for (int i = 0; i < Points; i++)
            (mean[i] / mean[0]).ShouldBe(sum[i] / sum[0], 1e-5);
        spectrum.Counts.ToArray().Sum().ShouldBe(1.0f, 1e-5f);
        spectrum.SpreadsLu.ToArray().Max().ShouldBeGreaterThan(0.1f);
    }

    [Fact]
    public void Equally_loud_moments_of_other_spectra_stay_apart_and_alike_ones_come_together()
    {
        var classes = new LoudnessClasses();
        double[] low = new double[Points], high = new double[Points];
        low[3] = high[60] = 0.01;
        for (int moment = 0; moment < 300; moment++)
            classes.Add(moment % 3 == 0 ? low : high);
        var spectrum = new LoudnessSpectrum();
        classes.TryRead(spectrum).ShouldBeTrue();

        double counted = 0.0;
        for (int c = 0; c < spectrum.Classes; c++)
        {
            (spectrum.PowersOf(c)[3] * spectrum.PowersOf(c)[60]).ShouldBe(0.0f, "no class holds both");
            spectrum.SpreadsLu[c].ShouldBe(0.1f);
            counted += spectrum.PowersOf(c)[3] > 0.0f ? spectrum.Counts[c] : 0.0;
        }

        counted.ShouldBe(1.0 / 3.0, 1e-6);
    }

    [Theory]
    [InlineData(1024, 44100.0)]
    [InlineData(1024, 48000.0)]
    [InlineData(4096, 192000.0)]
    [InlineData(128, 8000.0)]
    public void Blocks_are_400_ms_long_each_100_ms_behind_the_last(int hop, double sampleRate)
    {
        var blocks = new LoudnessBlocks(hop, sampleRate);
        List<double> steady = [], once = [];
        const int Click = 40;
        for (int frame = 0; frame * hop < 3 * sampleRate; frame++)
        {
            var powers = blocks.NextFrame;
            powers.Clear();
            powers[0] = 1.0;
            powers[1] = frame == Click ? 1.0 : 0.0;
            var block = blocks.EndFrame();
            if (block.IsEmpty)
                continue;
            steady.Add(block[0]);
            once.Add(block[1]);
        }

        steady.Count.ShouldBeInRange(26, 28);
        // The first window has no other to its left.
        steady.Skip(1).ShouldAllBe(power => Math.Abs(power - 1.0) < 1e-12);
        // Each sound lies in four blocks, and counts whole in all of them together.
        once.Sum().ShouldBe(4.0 * hop / (4 * Math.Round(sampleRate / 10.0)), 1e-12);
    }

    private static double[] Moment(Random random)
    {
        double loudness = Math.Pow(10.0, -3.0 * random.NextDouble()), tilt = random.NextDouble() - 0.5;
        return [.. Enumerable.Range(0, Points).Select(i => loudness * Math.Exp(tilt * i / 8.0) * (0.5 + random.NextDouble()))];
    }
}
