using Xunit.Abstractions;

namespace SemanticEq.Dsp.Tests;

public class LoudnessChangeTests(ITestOutputHelper output)
{
    [Fact]
    public void It_tells_what_BS_1770_measures_on_pink_noise_through_the_equaliser()
    {
        var pink = Pink(4 * 48000);
        var random = new Random(4);
        for (int round = 0; round < 8; round++)
        {
            var targets = EngineDriver.Random(random, 9.0);
            for (int i = 0; i < Equaliser.OwnBandCount; i++)
            {
                targets.DecoderLog2Q[i] = Math.Min(targets.DecoderLog2Q[i], 2.0);
                targets.Own[i] = targets.Own[i] with { On = i == round, Channel = BandChannel.Stereo };
            }

            var equaliser = new Equaliser();
            equaliser.Snap(targets);
            double[] played = [.. pink];
            equaliser.Process(played, default);
            double measured = Lufs(played) - Lufs(pink);
            double told = new LoudnessChange().ChangeDb(targets);
            output.WriteLine($"measured {measured:0.000} LU, told {told:0.000} LU");
            told.ShouldBe(measured, 0.1);
        }
    }

    [Fact]
    public void Flat_is_exactly_nothing_and_a_band_on_one_channel_counts_half()
    {
        var loudness = new LoudnessChange();
        var targets = new EqualiserTargets();
        Math.Abs(loudness.ChangeDb(targets)).ShouldBeLessThan(1e-12);
        targets.Own[0] = new(true, BandType.LowCut, BandChannel.Left, 19999.0, 0.0, 0.7071, 48);
        loudness.ChangeDb(targets).ShouldBe(-3.01, 0.05);
    }

    [Fact]
    public void What_is_kept_of_bands_between_calls_changes_nothing()
    {
        var random = new Random(6);
        var kept = new LoudnessChange();
        var targets = EngineDriver.Random(random);
        for (int i = 0; i < 200; i++)
        {
            targets.DecoderGainDb[random.Next(8)] = random.Next(-12, 13);
            targets.Own[random.Next(8)] = EngineDriver.Random(random).Own[0];
            targets.DecoderChannel = (BandChannel)random.Next(5);
            kept.ChangeDb(targets).ShouldBe(new LoudnessChange().ChangeDb(targets));
        }
    }

    [Fact]
    public void Bands_that_leave_nothing_are_told_as_very_soft_and_never_as_no_number()
    {
        var targets = new EqualiserTargets();
        for (int i = 0; i < Equaliser.OwnBandCount; i++)
            targets.Own[i] = new(true, i % 2 == 0 ? BandType.LowCut : BandType.HighCut, BandChannel.Stereo, i % 2 == 0 ? 30000.0 : 10.0, 0.0, 0.5, 48);
        new LoudnessChange().ChangeDb(targets).ShouldBeLessThan(-200.0);
    }

    [Fact]
    public void It_hardly_depends_on_the_sample_rate()
    {
        Band[] bands = [new(BandType.Bell, 3000.0, 6.0, 1.0), new(BandType.LowShelf, 150.0, -4.0, 0.7)];
        var loudness = new LoudnessChange();
        double at48 = loudness.ChangeDb(bands);
        foreach (double sampleRate in new[] { 44100.0, 96000.0, 192000.0, 768000.0 })
        {
            loudness.Prepare(sampleRate, 2);
            loudness.ChangeDb(bands).ShouldBe(at48, 0.05);
        }
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var loudness = new LoudnessChange();
        EqualiserTargets[] targets = [EngineDriver.Random(new Random(1)), EngineDriver.Random(new Random(2))];
        loudness.ChangeDb(targets[0]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            loudness.ChangeDb(targets[i % 2]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    // Equal power in each log-spaced interval from 20 Hz to 20 kHz, exactly: 700 sines of random phase.
    private static double[] Pink(int length)
    {
        const int Count = 700;
        var pink = new double[length];
        var random = new Random(77);
        for (int k = 0; k < Count; k++)
        {
            double hz = 20.0 * Math.Pow(1000.0, (k + 0.5) / Count);
            var rotation = System.Numerics.Complex.FromPolarCoordinates(1.0, 2.0 * Math.PI * hz / 48000.0);
            var phasor = System.Numerics.Complex.FromPolarCoordinates(0.003, 2.0 * Math.PI * random.NextDouble());
            for (int i = 0; i < length; i++)
            {
                pink[i] += phasor.Real;
                phasor *= rotation;
            }
        }

        return pink;
    }

    private static double Lufs(double[] mono)
    {
        var loudness = new Loudness(48000.0);
        loudness.Push(mono, default);
        return loudness.IntegratedLufs;
    }
}
