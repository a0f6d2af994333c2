using SemanticEq.Host.Audio;

namespace SemanticEq.Host.Tests.Audio;

public class ResampledReaderTests
{
    [Theory]
    [InlineData(44_100, 48_000, 1000.0)]
    [InlineData(48_000, 44_100, 15_000.0)]
    [InlineData(96_000, 44_100, 440.0)]
    [InlineData(22_050, 48_000, 5000.0)]
    [InlineData(8000, 48_000, 3000.0)]
    public void A_sine_is_the_same_sine_at_another_rate(int from, int to, double hz)
    {
        using var folder = new Folder();
        float[][] read = Read(folder, from, to, i => (float)(0.5 * Math.Sin(2 * Math.PI * hz / from * i)));
        ((double)read[0].Length).ShouldBe(2.0 * to, 1.0 + Math.Ceiling((double)to / from));
        for (int i = to / 10; i < 19 * to / 10; i++)
            read[0][i].ShouldBe((float)(0.5 * Math.Sin(2 * Math.PI * hz / to * i)), 0.002f);
    }

    [Fact]
    public void What_the_new_rate_can_not_hold_is_left_out()
    {
        using var folder = new Folder();
        float[][] read = Read(folder, 96_000, 32_000, i => (float)(0.5 * Math.Sin(2 * Math.PI * 25_000 / 96_000.0 * i)));
        read[0].Skip(3200).SkipLast(3200).Max(MathF.Abs).ShouldBeLessThan(1e-4f);
    }

    [Fact]
    public void At_its_own_rate_a_file_comes_as_it_is()
    {
        using var folder = new Folder();
        var (path, samples) = folder.Noise("n.wav", 2, 30_000);
        using var reader = AudioInput.Open(path);
        float[] left = new float[30_000], right = new float[30_000];
        new ResampledReader(reader, 48_000).Read(left, right).ShouldBe(30_000);
        left.ShouldBe(samples[0]);
        right.ShouldBe(samples[1]);
    }

    // Two seconds, in pieces of odd lengths.
    private static float[][] Read(Folder folder, int from, int to, Func<int, float> sample)
    {
        float[] signal = [.. Enumerable.Range(0, 2 * from).Select(sample)];
        using (var writer = AudioWriter.Open(folder["s.wav"], 2, from))
        {
            writer.Write(signal, signal);
            writer.Commit();
        }

        using var reader = AudioInput.Open(folder["s.wav"]);
        var resampled = new ResampledReader(reader, to);
        List<float>[] all = [[], []];
        float[] left = new float[1999], right = new float[1999];
        for (int got; (got = resampled.Read(left, right)) > 0;)
        {
            all[0].AddRange(left.AsSpan(0, got));
            all[1].AddRange(right.AsSpan(0, got));
        }

        all[1].ShouldBe(all[0]);
        return [.. all.Select(channel => channel.ToArray())];
    }
}
