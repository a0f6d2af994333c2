namespace SemanticEq.Host.Tests.EndToEnd.Numerics;

/// <summary>
/// What is no audio mutes its control tick of 64 samples, let down and faded in again, and never more: wherever in the tick it
/// comes, in either channel, in 32 and 64 bits, for blocks of any size.
/// </summary>
public class MutedTickTests
{
    private const int Tick = 64;
    private const int Apart = 10 * Tick;

    // One bad sample every ten ticks, each time at the next place in its tick.
    private static readonly int[] Bad = [.. Enumerable.Range(1, Tick).Select(i => (i * Apart) + i - 1)];
    private static readonly int Length = (Tick + 2) * Apart;

    public static TheoryData<double, int, bool> Cases
    {
        get
        {
            var cases = new TheoryData<double, int, bool>();
            foreach (double value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e30, -1e30 })
            {
                foreach (int channel in new[] { 0, 1 })
                {
                    cases.Add(value, channel, true);
                    cases.Add(value, channel, false);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_tick_is_muted_with_a_short_fade_and_no_other_sample_changes(double value, int channel, bool isDouble)
    {
        double[][] sound = RandomSettings.Noise(Length, 1);
        double[][] broken = Break(sound, channel, value);
        using var player = Player(isDouble);
        double[][] expected = player.Play(sound);

        double[][] played = player.Play(broken);

        for (int c = 0; c < 2; c++)
        {
            played[c].ShouldAllBe(x => double.IsFinite(x) && Math.Abs(x) <= 1);
            int from = 0;
            foreach (int bad in Bad)
            {
                int tickEnd = (bad / Tick * Tick) + Tick, whole = tickEnd + Tick;
                played[c].AsSpan(from, bad - from).SequenceEqual(expected[c].AsSpan(from, bad - from)).ShouldBeTrue($"before {bad}");
                // Let down from where it stood, never above it; the rest of the tick is silent.
                double stood = Math.Abs(played[c][bad - 1]);
                for (int i = bad; i < tickEnd; i++)
                    Math.Abs(played[c][i]).ShouldBeLessThanOrEqualTo(stood, $"{i - bad} after a bad sample");
                if (tickEnd - bad > 32)
                    played[c].AsSpan(bad + 32, tickEnd - bad - 32).IndexOfAnyExcept(0.0).ShouldBe(-1);
                // It comes back at once, rising to its whole level within a tick.
                for (int i = tickEnd; i < whole; i++)
                    Math.Abs(played[c][i]).ShouldBeLessThanOrEqualTo(Math.Abs(expected[c][i]) * (1 + 1e-6));
                played[c].AsSpan(tickEnd + (Tick / 2), Tick / 2).IndexOfAnyExcept(0.0).ShouldBe(0);
                from = whole;
            }
            played[c].AsSpan(from).SequenceEqual(expected[c].AsSpan(from)).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Blocks_of_any_size_sound_the_same_to_the_last_bit(bool isDouble)
    {
        double[][] broken = Break(RandomSettings.Noise(Length, 2), 1, double.NaN);
        broken[0][Bad[7] + 3] = double.PositiveInfinity;
        broken[0][Bad[9] + Tick] = double.NaN;
        (int, string, string)[] changes = [(5_000, "Word A", "bright"), (9_001, "Channel mode", "Side"), (20_003, "Own 1 gain", "-12")];
        double[][]? whole = null;
        foreach (int blockSamples in new[] { 4096, 1, 63, 512, -1 })
        {
            var random = new Random(5);
            using var player = new PluginPlayer
            {
                IsDouble = isDouble,
                BlockSamples = Math.Abs(blockSamples) * (blockSamples < 0 ? 700 : 1),
                NextBlockSamples = blockSamples < 0 ? () => random.Next(1, 700) : null,
            };
            player.Set([("Word A", "warm"), ("Own 1 on", "On"), ("Own 1 gain", "6"), ("Own 2 on", "On"), ("Own 2 channel", "Mid"), ("Own 2 gain", "5")]);
            double[][] played = player.Play(broken, changes);
            whole ??= played;
            for (int c = 0; c < 2; c++)
                played[c].AsSpan().SequenceEqual(whole[c]).ShouldBeTrue($"blocks of {blockSamples}");
        }
        whole.ShouldNotBeNull().ShouldAllBe(channel => channel.All(x => double.IsFinite(x)));
    }

    // Without filters what comes back is known to the bit.
    private static PluginPlayer Player(bool isDouble) => new PluginPlayer { IsDouble = isDouble }.Set("Output gain", "-6");

    private static double[][] Break(double[][] sound, int channel, double value)
    {
        double[][] broken = [[.. sound[0]], [.. sound[1]]];
        foreach (int bad in Bad)
            broken[channel][bad] = value;
        return broken;
    }
}
