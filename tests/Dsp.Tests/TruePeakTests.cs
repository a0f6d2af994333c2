namespace SemanticEq.Dsp.Tests;

/// <summary>EBU Tech 3341, cases 15 to 19: tolerance +0.2 and −0.4 dB; and what the filter itself does.</summary>
public class TruePeakTests
{
    [Theory]
    [InlineData(0.0, 0.5, -6.0)]
    [InlineData(45.0, 0.5, -6.0)]
    [InlineData(60.0, 0.5, -6.0)]
    [InlineData(67.5, 0.5, -6.0)]
    [InlineData(45.0, 1.41, 3.0)]
    public void A_quarter_rate_sine_reads_its_peak_at_any_phase(double degrees, double level, double expectedDb)
    {
        // A sine of 1/4, 1/6 and 1/8 of the rate whose peaks lie between the samples.
        double division = degrees == 60.0 ? 6.0 : degrees == 67.5 ? 8.0 : 4.0;
        double[] sine = [.. Enumerable.Range(0, 48000).Select(i => Faded(i) * level * Math.Sin((2.0 * Math.PI * i / division) + (degrees * Math.PI / 180.0)))];
        double db = Read(48000.0, sine);
        db.ShouldBeLessThan(expectedDb + 0.2);
        db.ShouldBeGreaterThan(expectedDb - 0.4);
    }

    [Theory]
    [InlineData(44100.0)]
    [InlineData(48000.0)]
    [InlineData(96000.0)]
    [InlineData(192000.0)]
    public void Up_to_20_kHz_it_reads_no_more_than_is_there_and_misses_half_a_dB_at_most(double rate)
    {
        for (double hz = 500.0; hz <= 20000.0; hz *= 1.13)
        {
            double[] sine = [.. Signals.Sine(20000, hz, rate, 0.5).Select((x, i) => x * Faded(i))];
            double db = Read(rate, sine) - (20.0 * Math.Log10(0.5));
            db.ShouldBeLessThan(0.05, $"{hz:0} Hz");
            db.ShouldBeGreaterThan(-0.55, $"{hz:0} Hz");
        }
    }

    [Fact]
    public void Any_cutting_reads_the_same_and_allocates_nothing()
    {
        float[] noise = Signals.Single(Signals.Noise(50000, 4));
        TruePeak whole = new(48000.0), cut = new(48000.0);
        whole.Push<float>(noise, noise);
        var random = new Random(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int at = 0; at < noise.Length;)
        {
            int count = Math.Min(random.Next(1, 3000), noise.Length - at);
            cut.Push<float>(noise.AsSpan(at, count), noise.AsSpan(at, count));
            at += count;
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        cut.Highest.ShouldBe(whole.Highest, 1e-6);
        whole.Push<float>([float.NaN, 0.1f], []);
        double.IsNaN(whole.Highest).ShouldBeFalse();
    }

    // A step would overshoot, truly.
    private static double Faded(int i) => Math.Min(1.0, i / 4000.0);

    private static double Read(double rate, double[] samples)
    {
        var peak = new TruePeak(rate);
        peak.Push<double>(samples, []);
        return peak.HighestDb;
    }
}
