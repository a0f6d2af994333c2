using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

public class LoudnessSpectrumMeterTests(ITestOutputHelper output)
{
    private const double Rate = 48000.0;

    [Theory]
    [InlineData(44100.0)]
    [InlineData(48000.0)]
    [InlineData(192000.0)]
    public void From_what_it_measured_a_change_is_told_as_BS_1770_measures_it(double sampleRate)
    {
        var (left, right) = Music((int)(8 * sampleRate), sampleRate);
        var random = new Random(9);
        for (int round = 0; round < 4; round++)
        {
            var targets = Targets(random);
            targets.DecoderChannel = (BandChannel)round;
            targets.Own[0] = new(true, BandType.Bell, round < 3 ? BandChannel.Side : BandChannel.Right, 1500.0, 9.0, 0.7, 12);
            Check(sampleRate, left, right, targets);
        }
    }

    [Fact]
    public void On_mono_mid_and_left_bands_act_on_everything_and_side_and_right_ones_on_nothing()
    {
        var (left, _) = Music((int)(8 * Rate), Rate);
        foreach (var channel in Enum.GetValues<BandChannel>())
        {
            var targets = Targets(new Random(3));
            targets.DecoderChannel = channel;
            Check(Rate, left, [], targets);
        }
    }

    [Fact]
    public void A_filter_that_lifts_soft_passages_over_the_gate_is_told_so()
    {
        // Deep and loud, then high and 13 LU softer, in turns: BS.1770's gate stops the soft passages until a shelf lifts them.
        var left = new double[(int)(12 * Rate)];
        var low = Signals.Sine(left.Length, 100.0, Rate, 0.25);
        var high = Signals.Sine(left.Length, 6000.0, Rate, 0.03);
        for (int i = 0; i < left.Length; i++)
            left[i] = (int)(i / Rate) % 3 == 0 ? low[i] : high[i];
        var targets = EngineDriver.Targets(new Band(BandType.LowShelf, 1000.0, -9.0, 0.7));
        var spectrum = Measure(Rate, left, []);
        var ungated = new LoudnessSpectrum();
        ungated.CopyFrom(spectrum);
        ungated.Begin(1);
        int loudest = Enumerable.Range(0, spectrum.Classes).MaxBy(c => spectrum.PowersOf(c).ToArray().Sum());
        spectrum.PowersOf(loudest).CopyTo(ungated.PowersOf(0));
        var loudness = new LoudnessChange();
        loudness.Use(ungated);
        double ofLoudestOnly = loudness.ChangeDb(targets);
        loudness.Use(spectrum);
        double played = Played(Rate, left, [], targets);

        loudness.ChangeDb(targets).ShouldBe(played, 0.3);
        Math.Abs(ofLoudestOnly - played).ShouldBeGreaterThan(1.0, "the gate must have a part in this");
    }

    [Fact]
    public void What_is_measured_does_not_depend_on_the_blocks_to_the_bit_nor_on_the_buffers_width()
    {
        var (left, right) = Music(200_000, Rate);
        float[] floatLeft = [.. left.Select(x => (float)x)], floatRight = [.. right.Select(x => (float)x)];
        double[] wideLeft = [.. floatLeft.Select(x => (double)x)], wideRight = [.. floatRight.Select(x => (double)x)];
        var cut = new LoudnessSpectrumMeter(Rate);
        var random = new Random(1);
        for (int at = 0; at < left.Length;)
        {
            int count = Math.Min(random.Next(1, 700), left.Length - at);
            cut.Push<float>(floatLeft.AsSpan(at, count), floatRight.AsSpan(at, count));
            at += count;
        }

        var spectrum = new LoudnessSpectrum();
        cut.TryRead(spectrum).ShouldBeTrue();
        Values(spectrum).ShouldBe(Values(Measure(Rate, wideLeft, wideRight)));
    }

    [Fact]
    public void Silence_is_not_measured_and_a_reset_forgets()
    {
        var meter = new LoudnessSpectrumMeter(Rate);
        var spectrum = new LoudnessSpectrum();
        meter.Push<double>(new double[96000], default);
        meter.SecondsHeard.ShouldBe(0.0);
        meter.TryRead(spectrum).ShouldBeFalse();
        meter.Push<double>(Signals.Noise(96000, 1), default);
        meter.SecondsHeard.ShouldBe(2.0, 0.4);
        meter.TryRead(spectrum).ShouldBeTrue();
        meter.Reset();
        meter.TryRead(spectrum).ShouldBeFalse();
    }

    [Fact]
    public void Measuring_and_reading_allocate_nothing()
    {
        var (left, right) = Music(96000, Rate);
        // Of three rounds, as the just-in-time runtime may recompile on this thread in one; each is of new objects, since a measurement
        // is read on the audio thread the first time too. What the plug-in itself does then, tests/realtime watches.
        Enumerable.Range(0, 3).Min(_ => AllocatedByMeasuring(left, right)).ShouldBe(0);
    }

    private static long AllocatedByMeasuring(double[] left, double[] right)
    {
        var meter = new LoudnessSpectrumMeter(Rate);
        var spectrum = new LoudnessSpectrum();
        var loudness = new LoudnessChange();
        long before = GC.GetAllocatedBytesForCurrentThread();
        meter.Reset();
        meter.Push<double>(left, right);
        meter.TryRead(spectrum);
        loudness.Use(spectrum);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Check(double sampleRate, double[] left, double[] right, EqualiserTargets targets)
    {
        var loudness = new LoudnessChange();
        loudness.Prepare(sampleRate, right.Length > 0 ? 2 : 1);
        loudness.Use(Measure(sampleRate, left, right));
        double told = loudness.ChangeDb(targets), played = Played(sampleRate, left, right, targets);
        output.WriteLine($"{targets.DecoderChannel} at {sampleRate} Hz: measured {played:0.000} LU, told {told:0.000} LU");
        told.ShouldBe(played, 0.1);
    }

    private static EqualiserTargets Targets(Random random)
    {
        var targets = EngineDriver.Random(random, 9.0);
        for (int i = 0; i < Equaliser.DecoderBandCount; i++)
            targets.DecoderLog2Q[i] = Math.Min(targets.DecoderLog2Q[i], 1.0);
        for (int i = 0; i < Equaliser.OwnBandCount; i++)
            targets.Own[i] = OwnBand.Off;
        return targets;
    }

    // A wide chord, panned and with some of it in both channels, and noise falling off to the top.
    private static (double[] Left, double[] Right) Music(int length, double sampleRate)
    {
        var left = new double[length];
        var right = new double[length];
        var random = new Random(5);
        for (int k = 0; k < 40; k++)
        {
            double hz = 55.0 * Math.Pow(2.0, 7.0 * random.NextDouble()), level = 3.0 / hz, pan = random.NextDouble();
            var sine = Signals.Sine(length, hz, sampleRate, level);
            for (int i = 0; i < length; i++)
            {
                left[i] += pan * sine[i];
                right[i] += (1.0 - pan) * sine[i];
            }
        }

        double lowLeft = 0.0, lowRight = 0.0;
        for (int i = 0; i < length; i++)
        {
            double both = random.NextDouble() - 0.5;
            lowLeft += 0.3 * (both + (0.5 * random.NextDouble()) - 0.25 - lowLeft);
            lowRight += 0.3 * (both + (0.5 * random.NextDouble()) - 0.25 - lowRight);
            left[i] += 0.1 * lowLeft;
            right[i] += 0.1 * lowRight;
        }

        return (left, right);
    }

    private static LoudnessSpectrum Measure(double sampleRate, double[] left, double[] right)
    {
        var meter = new LoudnessSpectrumMeter(sampleRate);
        meter.Push<double>(left, right);
        var spectrum = new LoudnessSpectrum();
        meter.TryRead(spectrum).ShouldBeTrue();
        return spectrum;
    }

    private static double Played(double sampleRate, double[] left, double[] right, EqualiserTargets targets)
    {
        var equaliser = new Equaliser();
        equaliser.Prepare(sampleRate);
        equaliser.Snap(targets);
        double[] playedLeft = [.. left], playedRight = [.. right];
        equaliser.Process(playedLeft, playedRight);
        return Lufs(sampleRate, playedLeft, playedRight) - Lufs(sampleRate, left, right);
    }

    private static double Lufs(double sampleRate, double[] left, double[] right)
    {
        var loudness = new Loudness(sampleRate);
        loudness.Push(left, right);
        return loudness.IntegratedLufs;
    }

    private static float[] Values(LoudnessSpectrum spectrum)
    {
        float[] values = new float[LoudnessSpectrum.MaxLength];
        return values[..spectrum.Write(values)];
    }
}
