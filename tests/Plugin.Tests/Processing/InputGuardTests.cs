namespace SemanticEq.Plugin.Tests;

public class InputGuardTests
{
    private const int Length = 12_000;
    private const int Tick = EqProcessor.TickSamples;

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-1.1e6f)]
    public void A_bad_sample_silences_its_tick_and_fades_in_over_the_next_and_no_longer(float bad)
    {
        float[] sine = [.. Enumerable.Range(0, Length).Select(i => 0.5f * MathF.Sin(0.02f * i))];
        float[] broken = [.. sine];
        const int At = (100 * Tick) + 20;
        broken[At] = bad;
        using var plugin = new InProcessPlugin().Set(ParameterId.OutputGain, -3);
        float[] expected = plugin.Play<float>([sine, sine], () => 512)[0];

        float[] played = plugin.Play<float>([broken, sine], () => 512)[0];

        played.AsSpan(0, At).SequenceEqual(expected.AsSpan(0, At)).ShouldBeTrue();
        for (int i = At; i < At + 16; i++)
            Math.Abs(played[i]).ShouldBeLessThan(Math.Abs(played[i - 1]) + 1e-6f, $"sample {i}");
        played.AsSpan(At + 16, Tick - 36).IndexOfAnyExcept(0f).ShouldBe(-1);
        for (int i = 0; i < Tick; i++)
            played[(101 * Tick) + i].ShouldBe(expected[(101 * Tick) + i] * i / Tick, 1e-6f);
        played.AsSpan(102 * Tick).SequenceEqual(expected.AsSpan(102 * Tick)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(700)]
    [InlineData(8192)]
    public void Bad_samples_sound_the_same_in_blocks_of_any_size_also_while_bands_glide(int blockSamples)
    {
        double[][] input = [Broken(1), Broken(2)];
        Move[] moves = [new(2_000, ParameterId.WordA, 5), new(4_000, ParameterId.WordA, 9), new(6_000, ParameterId.Own1On, 1)];
        using var plugin = new InProcessPlugin().Set(ParameterId.OfOwn(0, ParameterId.Own.Gain), 9);
        using var reference = new InProcessPlugin().Set(ParameterId.OfOwn(0, ParameterId.Own.Gain), 9);
        double[][] expected = reference.Play(input, () => 480, moves);

        double[][] played = plugin.Play(input, () => blockSamples, moves);

        played[0].ShouldAllBe(sample => double.IsFinite(sample) && Math.Abs(sample) < 10.0);
        InProcessPlugin.SamePart(played[0], expected[0]).ShouldBe(Length, "the first sample that differs");
        InProcessPlugin.SamePart(played[1], expected[1]).ShouldBe(Length, "the first sample that differs");
    }

    [Fact]
    public void All_bands_at_their_extremes_on_the_loudest_input_give_numbers_and_then_play_on()
    {
        float[] sine = [.. Enumerable.Range(0, Length).Select(i => 9e5f * MathF.Sin(2 * MathF.PI * 40 * i / 48000))];
        using var plugin = new InProcessPlugin();
        for (int band = 0; band < 8; band++)
        {
            plugin.Set(ParameterId.OfOwn(band, ParameterId.Own.On), 1).Set(ParameterId.OfOwn(band, ParameterId.Own.Type), 4)
                .Set(ParameterId.OfOwn(band, ParameterId.Own.Frequency), 40).Set(ParameterId.OfOwn(band, ParameterId.Own.Q), 40)
                .Set(ParameterId.OfOwn(band, ParameterId.Own.Slope), 2);
        }

        float[] played = plugin.Play<float>([sine, sine], () => 512)[0];

        played.ShouldAllBe(sample => float.IsFinite(sample));
        played.Max(Math.Abs).ShouldBeGreaterThan(1e6f);
    }

    // Scattered, in bursts, at a tick's first and last sample.
    private static double[] Broken(int seed)
    {
        var random = new Random(seed);
        double[] samples = [.. Enumerable.Range(0, Length).Select(_ => random.NextDouble() - 0.5)];
        foreach (int at in new[] { 0, 1_003, 1_500, 2_048, 2_111, 4_100, 4_101, 4_290, 6_016 + seed, 9_000 })
            samples[at] = double.NaN;
        samples.AsSpan(9_100, 400).Fill(double.NegativeInfinity);
        return samples;
    }
}
