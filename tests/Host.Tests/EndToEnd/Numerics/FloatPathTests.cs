using Xunit.Abstractions;

namespace SemanticEq.Host.Tests.EndToEnd.Numerics;

/// <summary>32-bit buffers sound as 64-bit ones do, within −120 dB of the output's peak, whatever the settings.</summary>
public class FloatPathTests(ITestOutputHelper output)
{
    private const int Length = 48_000;

    [Fact]
    public void At_random_settings_of_all_parameters() => Compare(seeds: 30, _ => []);

    [SkippableFact]
    public void At_hundreds_of_random_settings_of_all_parameters()
    {
        Skip.IfNot(Full.IsAsked, Full.Reason);
        Compare(seeds: 400, _ => []);
    }

    [Fact]
    public void While_everything_moves() => Compare(seeds: 10, seed =>
    {
        var random = new Random(seed);
        return
        [
            (10_000, "Word A", "bright"), (11_000, "Macro 1", "80"), (12_000, "Own 1 frequency", $"{random.Next(10, 20_000)}"),
            (20_000, "Own 2 gain", $"{random.Next(-30, 30)}"), (21_000, "Own 3 on", "On"), (22_000, "Own 4 type", "Low cut"),
            (30_000, "Channel mode", "Mid"), (31_000, "Own 5 channel", "Side"), (40_000, "Amount", "70"), (41_000, "Auto gain", "On"),
        ];
    });

    [Theory]
    [InlineData("Bell", "10", "40")]
    [InlineData("Bell", "20", "0.1")]
    [InlineData("Low cut", "10", "40")]
    [InlineData("Low shelf", "10", "10")]
    [InlineData("Notch", "20", "40")]
    [InlineData("High cut", "15", "20")]
    public void With_bands_so_low_that_32_bits_would_not_do(string type, string frequency, string q)
    {
        foreach (double rate in new[] { 44100.0, 192000.0 })
        {
            using var player = new PluginPlayer { SampleRate = rate };
            player.Set([("Own 1 on", "On"), ("Own 1 type", type), ("Own 1 frequency", frequency), ("Own 1 gain", "30"), ("Own 1 Q", q), ("Own 1 slope", "48 dB/oct")]);
            double db = DifferenceDb(player, seed: 1);
            output.WriteLine($"{type} at {frequency} Hz, Q {q}, {rate:0} Hz: {db:0.0} dB");
            db.ShouldBeLessThan(-120);
        }
    }

    private void Compare(int seeds, Func<int, (int, string, string)[]> changes)
    {
        double worst = double.NegativeInfinity;
        double[] rates = [44100, 48000, 96000, 192000];
        for (int seed = 0; seed < seeds; seed++)
        {
            using var player = new PluginPlayer { SampleRate = rates[seed % rates.Length] };
            player.SetRandomly(seed);
            double db = DifferenceDb(player, seed, changes(seed));
            worst = Math.Max(worst, db);
            db.ShouldBeLessThan(-120, $"settings of seed {seed}");
        }
        output.WriteLine($"worst of {seeds}: {worst:0.0} dB");
    }

    private static double DifferenceDb(PluginPlayer player, int seed, params (int, string, string)[] changes)
    {
        double[][] noise = RandomSettings.Noise(Length, seed);
        byte[] start = player.Plugin.SaveState();
        player.IsDouble = true;
        double[][] exact = player.Play(noise, changes);
        player.Plugin.LoadState(start).ShouldBeTrue();
        player.IsDouble = false;
        double[][] played = player.Play(noise, changes);
        double peak = exact.Max(channel => channel.Max(Math.Abs));
        double difference = exact.Zip(played, (a, b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max()).Max();
        return 20 * Math.Log10((difference + 1e-300) / peak);
    }
}
