using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>A restart leaves nothing of what was before: the built plug-in then plays as a fresh one, to the last bit.</summary>
public class RestartTests
{
    private const int Length = 12_000;

    private static readonly (string Title, string Text)[] Settings =
    [
        ("Word A", "warm"), ("Word B", "bright"), ("Morph", "30"), ("Channel mode", "Mid"), ("Output gain", "-2.5"), ("Auto gain", "On"),
        ("Own 1 on", "On"), ("Own 1 type", "Low cut"), ("Own 1 frequency", "30"), ("Own 1 slope", "48 dB/oct"), ("Own 1 Q", "8"),
        ("Own 2 on", "On"), ("Own 2 channel", "Side"), ("Own 2 gain", "9"), ("Own 3 on", "On"), ("Own 3 channel", "Left"), ("Own 3 gain", "-7"),
    ];

    private static readonly (int, string, string)[] Moves =
    [
        (1_000, "Word A", "airy"), (3_000, "Own 1 type", "Tilt"), (5_000, "Channel mode", "Left"), (7_000, "Bypass", "On"),
        (9_000, "Own 2 channel", "Right"), (11_900, "Dry compare", "On"), (11_990, "Own 1 gain", "20"),
    ];

    [Theory]
    [InlineData(48000.0, 48000.0, 2, 2, true)]
    [InlineData(48000.0, 48000.0, 2, 2, false)]
    [InlineData(44100.0, 96000.0, 2, 2, true)]
    [InlineData(192000.0, 44100.0, 2, 2, false)]
    [InlineData(48000.0, 48000.0, 1, 2, true)]
    [InlineData(48000.0, 88200.0, 2, 1, false)]
    public void After_a_restart_it_plays_as_a_fresh_one(double rateBefore, double rateAfter, int channelsBefore, int channelsAfter, bool isDouble)
    {
        using var used = new PluginPlayer { SampleRate = rateBefore, IsDouble = isDouble }.Set(Settings);
        double[][] before = Noise(channelsBefore, 1);
        before[0][11_950] = double.NaN;
        // Stopped in the middle of glides, fades and a muted tick, with hot filters.
        used.Play(before, Moves);
        used.SampleRate = rateAfter;
        using var fresh = new PluginPlayer { SampleRate = rateAfter, IsDouble = isDouble };

        double[][] again = used.Set(Default(used, Settings)).Play(Noise(channelsAfter, 2));
        double[][] expected = fresh.Set(Default(fresh, Settings)).Play(Noise(channelsAfter, 2));

        for (int channel = 0; channel < channelsAfter; channel++)
            again[channel].AsSpan().SequenceEqual(expected[channel]).ShouldBeTrue($"channel {channel}");
    }

    [Theory]
    [InlineData(ProcessMode.Offline, true)]
    [InlineData(ProcessMode.Realtime, false)]
    public void Switched_off_and_on_again_it_plays_the_same_every_time(ProcessMode mode, bool isDouble)
    {
        using var player = new PluginPlayer { Mode = mode, IsDouble = isDouble }.Set(Settings);
        double[][] first = player.Play(Noise(2, 3));
        for (int round = 0; round < 3; round++)
        {
            double[][] next = player.Play(Noise(2, 3));
            next[0].AsSpan().SequenceEqual(first[0]).ShouldBeTrue();
            next[1].AsSpan().SequenceEqual(first[1]).ShouldBeTrue();
        }
    }

    // The settings, and what the moves changed besides.
    private static IEnumerable<(string Title, string Text)> Default(PluginPlayer player, (string Title, string Text)[] settings) =>
        Moves.Select(move => move.Item2).Distinct()
            .Select(title => (title, player.Plugin.Format(player.Parameter(title).Id, player.Parameter(title).DefaultNormalized)))
            .Concat(settings);

    private static double[][] Noise(int channels, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, channels).Select(_ => (double[])[.. Enumerable.Range(0, Length).Select(_ => (double)(float)(random.NextDouble() - 0.5))])];
    }
}
