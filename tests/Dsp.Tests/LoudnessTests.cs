namespace SemanticEq.Dsp.Tests;

public class LoudnessTests
{
    [Theory]
    [InlineData(32000.0)]
    [InlineData(44100.0)]
    [InlineData(48000.0)]
    [InlineData(96000.0)]
    [InlineData(192000.0)]
    public void A_full_scale_997_Hz_sine_in_one_channel_reads_minus_3_01_LKFS(double sampleRate)
    {
        // ITU-R BS.1770-4, annex 1. The high-pass is 0.04 dB above 1 at 48 kHz and less at higher rates.
        var sine = Signals.Sine((int)(3 * sampleRate), 997.0, sampleRate);
        Read(sampleRate, sine, []).ShouldBe(-3.01, 0.04);
        Read(sampleRate, sine, sine).ShouldBe(0.0, 0.04);
    }

    [Theory]
    // EBU Tech 3341, minimum requirements, cases 1 to 5: stereo 1 kHz sine, (seconds, dBFS).
    [InlineData(-23.0, 20.0, -23.0)]
    [InlineData(-33.0, 20.0, -33.0)]
    [InlineData(-23.0, 10.0, -36.0, 60.0, -23.0, 10.0, -36.0)]
    [InlineData(-23.0, 10.0, -72.0, 10.0, -36.0, 60.0, -23.0, 10.0, -36.0, 10.0, -72.0)]
    [InlineData(-23.0, 20.0, -26.0, 20.1, -20.0, 20.0, -26.0)]
    public void The_gates_meet_EBU_Tech_3341(double expectedLufs, params double[] secondsAndDb)
    {
        var loudness = new Loudness(48000.0);
        for (int i = 0; i < secondsAndDb.Length; i += 2)
        {
            var sine = Signals.Sine((int)Math.Round(secondsAndDb[i] * 48000.0), 1000.0, 48000.0, Math.Pow(10.0, secondsAndDb[i + 1] / 20.0));
            loudness.Push(sine, sine);
        }

        loudness.IntegratedLufs.ShouldBe(expectedLufs, 0.1);
    }

    [Theory]
    // BS.1770-4's own coefficients at 48 kHz, tables 1 and 2.
    [InlineData(100.0)]
    [InlineData(1000.0)]
    [InlineData(10000.0)]
    public void At_48_kHz_the_weighting_is_the_standard_s_table(double hz)
    {
        var shelf = new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
        var highPass = new Biquad(1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621);
        double tangent = Math.Tan(Math.PI * hz / 48000.0);
        double table = shelf.ToSection().PowerAt(tangent) * highPass.ToSection().PowerAt(tangent);
        (10.0 * Math.Log10(KWeighting.PowerAt(tangent, 48000.0) / table)).ShouldBe(0.0, 1e-6);
    }

    [Fact]
    public void Silence_and_too_short_a_signal_have_no_loudness()
    {
        Read(48000.0, new double[96000], []).ShouldBe(double.NegativeInfinity);
        Read(48000.0, Signals.Noise(19199, 1), []).ShouldBe(double.NegativeInfinity);
        double.IsFinite(Read(48000.0, Signals.Noise(19200, 1), [])).ShouldBeTrue();
    }

    [Fact]
    public void Blocks_of_any_size_read_the_same()
    {
        var noise = Signals.Noise(100000, 1);
        var other = Signals.Noise(100000, 2);
        var loudness = new Loudness(44100.0);
        var random = new Random(1);
        for (int position = 0; position < noise.Length;)
        {
            int count = Math.Min(random.Next(1, 5000), noise.Length - position);
            loudness.Push(noise.AsSpan(position, count), other.AsSpan(position, count));
            position += count;
        }

        loudness.IntegratedLufs.ShouldBe(Read(44100.0, noise, other), 1e-9);
    }

    private static double Read(double sampleRate, double[] left, double[] right)
    {
        var loudness = new Loudness(sampleRate);
        loudness.Push(left, right);
        return loudness.IntegratedLufs;
    }
}
