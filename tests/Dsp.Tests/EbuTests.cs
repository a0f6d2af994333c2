using SemanticEq.Judges;
using SemanticEq.Tests;

namespace SemanticEq.Dsp.Tests;

/// <summary>EBU Tech 3341 and 3342, minimum requirements, by synthesis; and libebur128 on what is less simple.</summary>
public class EbuTests
{
    [Theory]
    [InlineData(-23.0, 48000.0)]
    [InlineData(-23.0, 44100.0)]
    [InlineData(-40.0, 8000.0)]
    public void Cases_1_and_2_read_the_same_momentary_and_short_term(double db, double rate)
    {
        var loudness = Read(rate, Tone(rate, 20.0, db));
        loudness.MomentaryLufs.ShouldBe(db, 0.1);
        loudness.ShortTermLufs.ShouldBe(db, 0.1);
        loudness.IntegratedLufs.ShouldBe(db, 0.1);
        loudness.RangeLu().ShouldBe(0.0, 0.1);
    }

    [Fact]
    public void Case_12_levels_that_alternate_within_400_ms_read_minus_23_momentary_all_the_time()
    {
        var meter = new ShortTermLoudness(48000.0);
        var loudness = new Loudness(48000.0);
        for (int i = 0; i < 25; i++)
        {
            foreach (var (seconds, db) in ((double, double)[])[(0.18, -20.0), (0.22, -30.0)])
            {
                double[] tone = Tone(48000.0, seconds, db);
                float[] narrow = Signals.Single(tone);
                for (int at = 0; at < tone.Length; at += 480)
                {
                    loudness.Push<double>(tone.AsSpan(at, 480), tone.AsSpan(at, 480));
                    meter.Push(narrow.AsSpan(at, 480), narrow.AsSpan(at, 480));
                    if (i < 2)
                        continue;
                    loudness.MomentaryLufs.ShouldBe(-23.0, 0.1);
                    meter.MomentaryLufs.ShouldBe(-23.0, 0.1);
                }
            }
        }
    }

    [Fact]
    public void Case_13_a_tone_of_400_ms_reads_minus_23_at_most_wherever_it_begins()
    {
        for (int i = 0; i < 20; i++)
        {
            // Each 100 ms is looked at; a tone between two of them is seen in part, which the case's file allows for by 10 ms steps.
            double start = Math.Round(0.02 * i, 1);
            var loudness = Read(48000.0, [.. new double[(int)(start * 48000.0)], .. Tone(48000.0, 0.4, -23.0), .. new double[48000]]);
            loudness.HighestMomentaryLufs.ShouldBe(-23.0, 0.1, $"{start}");
        }
    }

    [Theory]
    [InlineData(10.0, -20.0, -30.0)]
    [InlineData(5.0, -20.0, -15.0)]
    [InlineData(20.0, -40.0, -20.0)]
    [InlineData(15.0, -50.0, -35.0, -20.0, -35.0, -50.0)]
    public void EBU_Tech_3342_cases_1_to_4_read_their_range(double expectedLu, params double[] levels) =>
        Read(48000.0, [.. levels.SelectMany(db => Tone(48000.0, 20.0, db))]).RangeLu().ShouldBe(expectedLu, 1.0);

    [PosixTheory]
    [InlineData(8000)]
    [InlineData(44100)]
    [InlineData(48000)]
    [InlineData(96000)]
    [InlineData(192000)]
    public void Noise_that_swells_reads_as_libebur128_reads_it(int rate)
    {
        double[][] signal = [Swelling(1, rate), Swelling(2, rate)];
        var judge = Ebur128.Measure(signal, rate);
        var loudness = new Loudness(rate);
        loudness.Push<double>(signal[0], signal[1]);
        loudness.IntegratedLufs.ShouldBe(judge.IntegratedLufs, 0.1);
        loudness.MomentaryLufs.ShouldBe(judge.MomentaryLufs, 0.1);
        loudness.ShortTermLufs.ShouldBe(judge.ShortTermLufs, 0.1);
        // Between two windows that are 1 s apart there, 0.1 s here.
        loudness.RangeLu().ShouldBe(judge.RangeLu, 0.5);
        var peak = new TruePeak(rate);
        peak.Push<double>(signal[0], signal[1]);
        // Its filter is another; EBU Tech 3341 allows for 0.2 dB.
        peak.HighestDb.ShouldBe(judge.TruePeakDb, 0.2);
    }

    private static double[] Swelling(int seed, int rate)
    {
        double[] noise = Signals.Pink(20 * rate, seed);
        for (int i = 0; i < noise.Length; i++)
            noise[i] *= Math.Pow(10.0, Math.Sin(2.0 * i / rate) - 0.5);
        return noise;
    }

    private static double[] Tone(double rate, double seconds, double db) =>
        Signals.Sine((int)Math.Round(seconds * rate), 1000.0, rate, Math.Pow(10.0, db / 20.0));

    private static Loudness Read(double rate, double[] sound)
    {
        var loudness = new Loudness(rate);
        loudness.Push<double>(sound, sound);
        return loudness;
    }
}
