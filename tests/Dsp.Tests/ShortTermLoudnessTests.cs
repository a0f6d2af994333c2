namespace SemanticEq.Dsp.Tests;

/// <summary>EBU Tech 3341, table 1.</summary>
public class ShortTermLoudnessTests
{
    [Theory]
    [InlineData(-23.0, 48000.0)]
    [InlineData(-33.0, 48000.0)]
    [InlineData(-23.0, 44100.0)]
    [InlineData(-23.0, 192000.0)]
    [InlineData(-40.0, 8000.0)]
    public void A_stereo_sine_of_1_kHz_reads_its_level(double db, double rate)
    {
        var loudness = new ShortTermLoudness(rate);
        Push(loudness, rate, db, 20.0);
        loudness.Lufs.ShouldBe(db, 0.1);
    }

    [Fact]
    public void Case_9_levels_that_alternate_within_3_s_read_minus_23_all_the_time()
    {
        var loudness = new ShortTermLoudness(48000.0);
        for (int i = 0; i < 5; i++)
        {
            Push(loudness, 48000.0, -20.0, 1.34, At(3.0));
            Push(loudness, 48000.0, -30.0, 1.66, At(3.0));

            Action<double> At(double from) => seconds =>
            {
                if ((i * 3.0) + seconds >= from)
                    loudness.Lufs.ShouldBe(-23.0, 0.1, $"{i}: {seconds:0.0} s");
            };
        }
    }

    [Fact]
    public void Case_10_a_tone_of_3_s_reads_minus_23_at_most_wherever_it_begins()
    {
        for (int i = 0; i < 20; i++)
        {
            var loudness = new ShortTermLoudness(48000.0);
            double highest = double.NegativeInfinity;
            void Look(double _) => highest = Math.Max(highest, loudness.Lufs);
            Push(loudness, 48000.0, double.NegativeInfinity, 3.0 + (0.15 * i), Look);
            Push(loudness, 48000.0, -23.0, 3.0, Look);
            Push(loudness, 48000.0, double.NegativeInfinity, 1.0, Look);
            highest.ShouldBe(-23.0, 0.1, $"{i}");
        }
    }

    [Fact]
    public void It_reads_soon_after_the_start_and_silence_is_nothing()
    {
        var loudness = new ShortTermLoudness(48000.0);
        loudness.Lufs.ShouldBe(double.NegativeInfinity);
        Push(loudness, 48000.0, -20.0, 0.39);
        loudness.Lufs.ShouldBe(double.NegativeInfinity);
        Push(loudness, 48000.0, -20.0, 0.2);
        loudness.Lufs.ShouldBe(-20.0, 0.3);
        Push(loudness, 48000.0, double.NegativeInfinity, 3.2);
        loudness.Lufs.ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void Mono_is_one_channel_and_reading_allocates_nothing()
    {
        var loudness = new ShortTermLoudness(48000.0);
        float[] sine = Signals.Single(Signals.Sine(480, 1000.0, 48000.0, 0.1));
        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        loudness.Lufs.ShouldBe(-23.01, 0.1);

        void Use()
        {
            for (int i = 0; i < 400; i++)
                loudness.Push(sine, default);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.MinValue)]
    public void What_is_no_audio_leaves_a_number_and_is_gone_after_3_s(float bad)
    {
        var loudness = new ShortTermLoudness(48000.0);
        float[] samples = [.. Enumerable.Repeat(bad, 48000)];
        loudness.Push(samples, samples);
        double.IsNaN(loudness.Lufs).ShouldBeFalse();
        double.IsPositiveInfinity(loudness.Lufs).ShouldBeFalse();
        Push(loudness, 48000.0, -23.0, 4.0);
        loudness.Lufs.ShouldBe(-23.0, 0.1);
    }

    private static void Push(ShortTermLoudness loudness, double rate, double db, double seconds, Action<double>? look = null)
    {
        double level = Math.Pow(10.0, db / 20.0);
        float[] sine = Signals.Single(Signals.Sine((int)Math.Round(seconds * rate), 1000.0, rate, level));
        int piece = (int)(rate / 60.0);
        for (int at = 0; at < sine.Length; at += piece)
        {
            var part = sine.AsSpan(at, Math.Min(piece, sine.Length - at));
            loudness.Push(part, part);
            look?.Invoke((at + part.Length) / rate);
        }
    }
}
