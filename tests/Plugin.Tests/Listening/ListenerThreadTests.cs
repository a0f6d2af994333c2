using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests.Listening;

/// <summary>Adapt live: the listener thread learns.</summary>
public class ListenerThreadTests
{
    [Fact]
    public void Live_learns_what_offline_learns()
    {
        float[][] track = Track.Loop("loop_amen", 10);
        using var offline = Track.Adapting("bright");
        using var live = Track.Adapting("bright", mode: ProcessMode.Realtime);
        _ = offline.Play(track, () => 512);

        _ = live.Play(track, Paced(live));

        live.Effect.Track.Seconds.ShouldBe(offline.Effect.Track.Seconds, 1.0);
        // Settled bands move for half a dB only, so that each may be that far from what it will be.
        Track.Gains(live).Zip(Track.Gains(offline), (one, other) => Math.Abs(one - other)).Max().ShouldBeLessThan(1.0);
    }

    [Fact]
    public void Automation_alone_wakes_it_and_lets_it_sleep_again()
    {
        float[][] track = Track.Noise(6, 0.7);
        using var plugin = Track.Adapting("bright", adapt: 0, ProcessMode.Realtime);
        long[] looks = new long[6];
        var paced = Paced(plugin);
        int at = 0;

        _ = plugin.Play(track, () =>
        {
            looks[at / Track.Rate] = plugin.Effect.Listening.Thread!.Looks;
            // The decode worker calls it at its next look.
            if (at is 2 * Track.Rate or 2 * Track.Rate + 480)
                SpinWait.SpinUntil(() => plugin.Effect.Listening.Thread.Looks > looks[1], 5000);
            at += 480;
            return paced();
        }, new Move(2 * Track.Rate, ParameterId.Adapt, 100), new Move(4 * Track.Rate, ParameterId.Freeze, 1));

        looks[1].ShouldBe(looks[0], "nothing is needed, so nobody looks");
        looks[3].ShouldBeGreaterThan(looks[1]);
        looks[5].ShouldBeInRange(looks[4], looks[4] + 2, "frozen");
        plugin.Effect.Track.IsKnown.ShouldBeTrue();
    }

    [Fact]
    public void All_instances_share_one_thread_which_goes_with_the_last()
    {
        using var one = Live();
        using var other = Live();
        var thread = one.Effect.Listening.Thread.ShouldNotBeNull();
        other.Effect.Listening.Thread.ShouldBe(thread);
        one.Instance.SetActive(false);
        thread.IsAlive.ShouldBeTrue();
        other.Instance.SetActive(false);
        thread.IsAlive.ShouldBeFalse();

        static InProcessPlugin Live()
        {
            var plugin = Track.Adapting("warm", mode: ProcessMode.Realtime);
            plugin.Instance.SetChannels(2).ShouldBeTrue();
            plugin.Instance.Setup(new ProcessSetup(ProcessMode.Realtime, false, 512, Track.Rate));
            plugin.Instance.SetActive(true);
            return plugin;
        }
    }

    /// <summary>Blocks of 480 samples, no faster than they are heard.</summary>
    internal static Func<int> Paced(InProcessPlugin plugin)
    {
        int blocks = 0;
        return () =>
        {
            if (++blocks % 20 == 0 && plugin.Effect.Listening.Post is { IsNeeded: true } post)
                SpinWait.SpinUntil(() => post.Ring is { Unread: < 4800 }, 5000);
            return 480;
        };
    }
}
