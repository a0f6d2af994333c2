using SemanticEq.Audio;

namespace SemanticEq.Host.Tests.Listening;

public class FoldDownTests
{
    [Fact]
    public void Five_point_one_is_folded_as_broadcasters_do()
    {
        float[] left = new float[6], right = new float[6];
        float[] frames = new float[36];
        for (int channel = 0; channel < 6; channel++)
            frames[(channel * 6) + channel] = 1;
        new FoldDown(6).Apply(frames, left, right);
        float down = MathF.Sqrt(0.5f);
        left.ShouldBe([1, 0, down, 0, down, 0], 1e-6);
        right.ShouldBe([0, 1, down, 0, 0, down], 1e-6);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(12)]
    public void Channels_of_no_known_kind_keep_about_the_power_of_noise(int channels)
    {
        var random = new Random(3);
        const int Count = 20_000;
        float[] frames = [.. Enumerable.Range(0, Count * channels).Select(_ => (float)(random.NextDouble() - 0.5))];
        float[] left = new float[Count], right = new float[Count];
        new FoldDown(channels).Apply(frames, left, right);
        double before = frames.Sum(x => (double)x * x) / channels * 2, after = left.Sum(x => (double)x * x) + right.Sum(x => (double)x * x);
        (after / before).ShouldBe(1, 0.02);
    }
}
