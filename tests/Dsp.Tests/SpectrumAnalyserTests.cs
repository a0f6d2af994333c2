using System.Diagnostics;
using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

public class SpectrumAnalyserTests(ITestOutputHelper output)
{
    private const double Rate = 48000.0;
    private const double Floor = -150.0;

    [Theory]
    [InlineData(8000.0)]
    [InlineData(22050.0)]
    [InlineData(44100.0)]
    [InlineData(48000.0)]
    [InlineData(96000.0)]
    [InlineData(192000.0)]
    [InlineData(384000.0)]
    public void A_full_scale_sine_reads_0_dBFS_at_its_frequency_wherever_that_is_and_little_elsewhere(double rate)
    {
        double worst = 0.0;
        for (double hz = 21.0; hz < Math.Min(19500.0, 0.46 * rate); hz *= 1.37)
        {
            var analyser = new SpectrumAnalyser(rate, 1) { AveragingSeconds = 0.05 };
            analyser.Push(Signals.Single(Signals.Sine((int)(1.5 * rate), hz, rate)), default);
            double[] levels = Levels(analyser, 3.0103);
            int nearest = Nearest(hz);
            double highest = levels.Max();
            worst = Math.Max(worst, Math.Abs(highest));
            levels[nearest].ShouldBe(0.0, 0.5, $"{hz:0} Hz at {rate}");
            highest.ShouldBe(0.0, 0.5, $"{hz:0} Hz at {rate}");
            Math.Abs(Array.IndexOf(levels, highest) - nearest).ShouldBeLessThan(hz < 100.0 ? 9 : 4);
            for (int i = 0; i < levels.Length; i++)
            {
                if (Math.Abs(Math.Log2(SpectrumAnalyser.FrequenciesHz[i] / hz)) > 1.0)
                    levels[i].ShouldBeLessThan(-60.0, $"{hz:0} Hz at {rate}: {SpectrumAnalyser.FrequenciesHz[i]:0} Hz");
            }
        }

        output.WriteLine($"{rate}: within {worst:0.00} dB");
    }

    [Fact]
    public void White_noise_is_level_without_tilt_and_pink_noise_with_3_dB_an_octave()
    {
        var white = new SpectrumAnalyser(Rate, 1) { AveragingSeconds = 20.0 };
        white.Push(Signals.Single(Signals.Noise(60 * 48000, 1)), default);
        Level(Levels(white, 0.0), 0.6);
        var pink = new SpectrumAnalyser(Rate, 1) { AveragingSeconds = 20.0 };
        pink.Push(Signals.Single(Signals.Pink(60 * 48000, 2)), default);
        Level(Levels(pink, 3.0), 0.9);

        void Level(double[] levels, double within)
        {
            double mean = levels.Skip(100).Average();
            for (int i = 0; i < levels.Length; i++)
            {
                double hz = SpectrumAnalyser.FrequenciesHz[i];
                if (hz is > 45.0 and < 19000.0)
                    levels[i].ShouldBe(mean, hz < 200.0 ? within + 0.8 : within, $"{hz:0} Hz");
                else if (hz < 45.0)
                    levels[i].ShouldBeInRange(mean - 1.5, mean + 4.5, $"{hz:0} Hz");
            }
        }
    }

    [Fact]
    public void A_noises_level_is_its_power_in_an_eighth_of_an_octave()
    {
        var analyser = new SpectrumAnalyser(Rate, 1) { AveragingSeconds = 6.0 };
        double[] noise = Signals.Noise(40 * 48000, 3);
        analyser.Push(Signals.Single(noise), default);
        // Against a full-scale sine, whose mean square is a half.
        double density = 2.0 * noise.Average(x => x * x) / 24000.0;
        double band = 4000.0 * (Math.Pow(2.0, 1.0 / 16.0) - Math.Pow(2.0, -1.0 / 16.0));
        Levels(analyser, 3.0103)[Nearest(4000.0)].ShouldBe(10.0 * Math.Log10(density * band), 0.3);
    }

    [Fact]
    public void Of_two_channels_it_reads_the_mean_power_whatever_their_phase()
    {
        double[] sine = Signals.Sine(48000, 1000.0, Rate);
        float[] plus = Signals.Single(sine), minus = [.. plus.Select(x => -x)];
        Read(plus, plus).ShouldBe(0.0, 0.1);
        Read(plus, minus).ShouldBe(0.0, 0.1);
        Read(plus, new float[plus.Length]).ShouldBe(-3.01, 0.1);

        static double Read(float[] left, float[] right)
        {
            var analyser = new SpectrumAnalyser(Rate, 2) { AveragingSeconds = 0.05 };
            analyser.Push(left, right);
            return Levels(analyser, 3.0103)[Nearest(1000.0)];
        }
    }

    [Theory]
    [InlineData(0.08)]
    [InlineData(0.25)]
    [InlineData(1.0)]
    public void What_has_ended_falls_by_4_3_dB_in_its_time_down_to_nothing_and_then_it_stands_still(double seconds)
    {
        var analyser = new SpectrumAnalyser(Rate, 1) { AveragingSeconds = seconds };
        analyser.Push(Signals.Single(Signals.Sine(6 * 48000, 1000.0, Rate)), default);
        float[] silence = new float[4096];
        analyser.Push(silence, default);
        double before = Levels(analyser, 0.0)[Nearest(1000.0)];
        float[] wait = new float[(int)(2.0 * seconds * Rate) / 1024 * 1024];
        analyser.Push(wait, default);
        (before - Levels(analyser, 0.0)[Nearest(1000.0)]).ShouldBe(4.3429 * wait.Length / (seconds * Rate), 0.05);
        for (int i = 0; i < 40.0 * seconds * Rate / silence.Length || i < 20; i++)
            analyser.Push(silence, default);
        int serial = analyser.Serial;
        analyser.Power.ToArray().ShouldAllBe(power => power == 0.0f);
        analyser.Push(silence, default);
        analyser.Push(silence, default);
        analyser.Serial.ShouldBe(serial);
        analyser.Push(Signals.Single(Signals.Noise(4096, 1)), default);
        analyser.Serial.ShouldBeGreaterThan(serial);
    }

    [Fact]
    public void Samples_in_pieces_of_any_length_read_the_same()
    {
        float[] left = Signals.Single(Signals.Noise(60000, 1)), right = Signals.Single(Signals.Noise(60000, 2));
        var whole = new SpectrumAnalyser(44100.0, 2);
        whole.Push(left, right);
        var cut = new SpectrumAnalyser(44100.0, 2);
        var random = new Random(1);
        for (int at = 0; at < left.Length;)
        {
            int count = Math.Min(random.Next(1, 3000), left.Length - at);
            cut.Push(left.AsSpan(at, count), right.AsSpan(at, count));
            at += count;
        }

        cut.Power.ToArray().ShouldBe(whole.Power.ToArray(), 1e-9);
        cut.Serial.ShouldBe(whole.Serial);
    }

    [Fact]
    public void Whatever_comes_in_numbers_come_out()
    {
        float[] odd = [float.NaN, float.PositiveInfinity, float.MinValue, 1e-40f];
        var samples =
            from kind in Gen.Choose(0, 6)
            from value in Any.Between(-1.0, 1.0)
            select kind < odd.Length ? odd[kind] : (float)value;
        Prop.ForAll(Gen.ArrayOf(samples, 6000).ToArbitrary(), Any.SampleRates(), (input, rate) =>
        {
            var analyser = new SpectrumAnalyser(rate, 2);
            analyser.Push(input, [.. Enumerable.Reverse(input)]);
            analyser.Push(input, input);
            return Levels(analyser, 4.5).All(double.IsFinite) && analyser.Power.ToArray().All(power => float.IsFinite(power) && power >= 0.0f);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Pushing_and_reading_allocate_nothing()
    {
        var analyser = new SpectrumAnalyser(Rate, 2);
        float[] noise = Signals.Single(Signals.Noise(800, 1));
        double[] levels = new double[SpectrumAnalyser.Count];
        Use(200);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use(500);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        long started = Stopwatch.GetTimestamp();
        Use(1000);
        output.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalMicroseconds / 1000.0:0.0} µs for 800 stereo samples");

        void Use(int times)
        {
            for (int i = 0; i < times; i++)
            {
                analyser.Push(noise, noise);
                SpectrumAnalyser.ToDecibels(analyser.Power, 3.0, Floor, levels);
            }
        }
    }

    private static double[] Levels(SpectrumAnalyser analyser, double tilt)
    {
        var levels = new double[SpectrumAnalyser.Count];
        SpectrumAnalyser.ToDecibels(analyser.Power, tilt, Floor, levels);
        return levels;
    }

    private static int Nearest(double hz) => (int)Math.Round(Math.Log(hz / 20.0) / Math.Log(1000.0) * (SpectrumAnalyser.Count - 1));
}
