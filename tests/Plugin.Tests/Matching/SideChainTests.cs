using System.Diagnostics;
using SemanticEq.Plugin.Tests.Listening;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Matching;

/// <summary>What comes by the side-chain, in the real plug-in: heard, and never in the sound.</summary>
public class SideChainTests
{
    [Fact]
    public void Where_no_host_has_switched_it_on_nothing_is_made_for_it()
    {
        using var plugin = new InProcessPlugin { Mode = ProcessMode.Realtime };
        _ = plugin.Play(Track.Noise(0.2, 3), () => 512);
        plugin.Effect.Listening.Pair.ShouldBeNull();
        plugin.Effect.Match.IsOn.ShouldBeFalse();
        plugin.Effect.Match.Problem.ShouldNotBeNull().ShouldStartWith("The side-chain input is off");
    }

    [Theory]
    [InlineData(ProcessMode.Offline)]
    [InlineData(ProcessMode.Realtime)]
    public void The_sound_is_the_same_with_it_and_without_to_the_bit(ProcessMode mode)
    {
        float[][] track = Track.Loop("loop_amen", 2);
        using var without = new InProcessPlugin { Mode = mode };
        using var with = new InProcessPlugin { Mode = mode, SideChain = Track.Noise(0.7, 3) };
        Move[] moves = [new(0, ParameterId.WordA, 9), new(30_000, ParameterId.OutputGain, 3)];
        var random = new Random(1);
        float[][] expected = without.Play(track, () => 512, moves), played = with.Play(track, () => random.Next(1, 700), moves);
        if (mode == ProcessMode.Offline)
        {
            InProcessPlugin.SamePart(played[0], expected[0]).ShouldBe(expected[0].Length);
            InProcessPlugin.SamePart(played[1], expected[1]).ShouldBe(expected[1].Length);
        }
        else
        {
            played[0].Zip(expected[0], (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-5f, "live decodes may differ in their last bits");
        }
    }

    [Theory]
    [InlineData(8000.0, 1, 1, false)]
    [InlineData(11_025.0, 2, 1, true)]
    [InlineData(44_100.0, 1, 2, false)]
    [InlineData(96_000.0, 2, 2, true)]
    [InlineData(384_000.0, 2, 1, false)]
    public void It_is_heard_at_any_rate_mono_or_stereo_in_both_precisions(double rate, int channels, int sideChannels, bool isDouble)
    {
        using var plugin = new InProcessPlugin { SampleRate = rate, Channels = channels, SideChain = [.. Track.Noise(1, 6, seed: 5).Take(sideChannels)] };
        float[][] track = [.. Track.Noise(3.6 * rate / Track.Rate, 3).Take(channels)];
        if (isDouble)
            _ = plugin.Play(track.Select(channel => channel.Select(sample => (double)sample).ToArray()).ToArray(), () => 4096);
        else
            _ = plugin.Play(track, () => 4096);
        plugin.Effect.Match.Problem.ShouldBeNull();
        var heard = plugin.Effect.Listening.Pair!.Newest;
        heard.SideChainSeconds.ShouldBe(3.3, 0.3);
        heard.TrackSeconds.ShouldBe(3.3, 0.3);
        heard.SideChainDb.ShouldAllBe(db => float.IsFinite(db));
    }

    [Fact]
    public void What_is_heard_does_not_depend_on_how_a_host_cuts_it()
    {
        float[][] track = Track.Loop("loop_amen", 4), other = Track.Loop("loop_garzul", 4);
        var random = new Random(2);
        using var even = new InProcessPlugin { SideChain = other };
        using var odd = new InProcessPlugin { SideChain = other };
        _ = even.Play(track, () => 1024);
        _ = odd.Play(track, () => random.Next(1, 3000));
        odd.Effect.Listening.Pair!.Newest.SideChainDb.ShouldBe(even.Effect.Listening.Pair!.Newest.SideChainDb);
        odd.Effect.Listening.Pair!.Newest.TrackDb.ShouldBe(even.Effect.Listening.Pair!.Newest.TrackDb);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    public void What_is_no_sound_is_passed_over(float odd)
    {
        float[][] other = Track.Noise(1, 6);
        other[0][100] = other[1][5000] = odd;
        using var plugin = new InProcessPlugin { SideChain = other };
        float[][] played = plugin.Play(Track.Noise(5, 3), () => 512);
        played[0].ShouldAllBe(sample => float.IsFinite(sample));
        plugin.Effect.Listening.Pair!.Newest.SideChainDb.ShouldAllBe(db => float.IsFinite(db));
    }

    [Fact]
    public void Silence_and_too_little_are_told_apart()
    {
        using var plugin = new InProcessPlugin { SideChain = Track.Silence(1) };
        _ = plugin.Play(Track.Noise(4, 3), () => 512);
        plugin.Effect.Match.Problem.ShouldNotBeNull().ShouldStartWith("Nothing is heard on the side-chain yet");
        plugin.SideChain = Track.Noise(1, 3);
        _ = plugin.Play(Track.Noise(1, 3), () => 512);
        plugin.Effect.Match.Problem.ShouldNotBeNull().ShouldStartWith("Match needs 3 s of both");
        _ = plugin.Play(Track.Noise(3, 3), () => 512);
        plugin.Effect.Match.Problem.ShouldBeNull("what was heard is kept from one run to the next");
        plugin.SideChain = null;
        _ = plugin.Play(Track.Noise(0.1, 3), () => 512);
        plugin.Effect.Listening.Pair.ShouldBeNull("switched off, it costs nothing again");
    }

    [Fact]
    public void Live_the_listener_thread_hears_it_without_a_window_and_sleeps_without_it()
    {
        using var plugin = new InProcessPlugin { Mode = ProcessMode.Realtime, SideChain = Track.Noise(1, 6) };
        HeardPair heard = new();
        for (var clock = Stopwatch.StartNew(); heard.SideChainSeconds == 0.0 && clock.Elapsed < TimeSpan.FromSeconds(60);)
        {
            _ = plugin.Play(Track.Noise(1, 3), () => Wait(480));
            heard = plugin.Effect.Listening.Pair!.Newest;
        }

        heard.SideChainSeconds.ShouldBeGreaterThan(0.0);
        heard.TrackSeconds.ShouldBeGreaterThan(0.0);

        double before = heard.SideChainSeconds;
        plugin.Mode = ProcessMode.Offline;
        _ = plugin.Play(Track.Noise(0.1, 3), () => 480);
        plugin.Mode = ProcessMode.Realtime;
        _ = plugin.Play(Track.Noise(0.1, 3), () => 480);
        plugin.Effect.Listening.Pair!.Newest.SideChainSeconds.ShouldBeGreaterThanOrEqualTo(before, "a bounce in between costs nothing of it");

        static int Wait(int samples)
        {
            Thread.Sleep(2);
            return samples;
        }
    }
}
