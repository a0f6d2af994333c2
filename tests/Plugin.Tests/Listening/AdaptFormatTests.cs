using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Listening;

/// <summary>Adapt at any rate and with any channels that a host may come with.</summary>
public class AdaptFormatTests
{
    [Theory]
    [InlineData(ProcessMode.Offline)]
    [InlineData(ProcessMode.Realtime)]
    public void Blocks_with_fewer_channels_than_announced_are_learnt_from(ProcessMode mode)
    {
        float[][] noise = Track.Noise(3, 0.7);
        using var plugin = Track.Adapting("bright", mode: mode);
        plugin.BlockChannels = 1;

        float[][] played = plugin.Play(noise, mode == ProcessMode.Offline ? () => 512 : ListenerThreadTests.Paced(plugin));

        played[0].Max(Math.Abs).ShouldBeInRange(0.01f, 4f);
        plugin.Effect.Track.Seconds.ShouldBeGreaterThan(2.0);
    }

    [Theory]
    [InlineData(4000, 1)]
    [InlineData(8000, 2)]
    [InlineData(22050, 1)]
    [InlineData(384_000, 2)]
    [InlineData(1_536_000, 1)]
    public void Any_rate_and_mono_are_learnt_from(double sampleRate, int channels)
    {
        float[][] noise = [.. Track.Noise(2.2 * sampleRate / Track.Rate, 0.7).Take(channels)];
        using var plugin = new InProcessPlugin { SampleRate = sampleRate, Channels = channels };
        plugin.Effect.TryParse(ParameterId.WordA, "bright", out double slot).ShouldBeTrue();
        plugin.Instance.SetNormalized(ParameterId.WordA, slot).ShouldBeTrue();

        float[][] played = plugin.Set(ParameterId.Adapt, 100).Play(noise, () => 4096);

        played[0].ShouldAllBe(sample => Math.Abs(sample) < 4f);
        plugin.Effect.Track.Seconds.ShouldBeInRange(1.0, 2.2);
        plugin.Effect.Track.LevelFreeDb.ToArray().ShouldAllBe(value => Math.Abs(value) < 150f);
        Track.Gains(plugin).ShouldAllBe(gain => double.IsFinite(gain));
    }
}
