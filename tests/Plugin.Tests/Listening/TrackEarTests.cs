using SemanticEq.Ui.Editor;
using SemanticEq.Vst3;
using Xunit.Abstractions;

namespace SemanticEq.Plugin.Tests.Listening;

/// <summary>What an open window says of asked and heard.</summary>
public sealed class TrackEarTests(ITestOutputHelper output)
{
    [Fact]
    public void It_says_what_was_asked_and_what_is_heard_and_draws_a_moment_a_second()
    {
        using var plugin = Track.Adapting("bright", adapt: 0, ProcessMode.Realtime);
        var session = plugin.Effect.Editing;
        session.Open();
        var ear = session.Ear;
        ear.IsAvailable.ShouldBeTrue();
        session.Tick(0.01);
        (ear.State, ear.Word).ShouldBe((EarState.Waiting, "bright"));
        Play(plugin, session, Track.Loop("loop_amen", 16));

        output.WriteLine($"asked {ear.Asked:0.00}, heard {ear.Heard:0.00}, {ear.HeardSeconds:0.0} s, “{ear.Remark}”, {ear.Followed}");
        ear.State.ShouldBe(EarState.Hearing);
        ear.Asked.ShouldBeGreaterThan(0.1);
        ear.Heard.ShouldBeGreaterThan(0.05);
        ear.HeardSeconds.ShouldBeInRange(10.0, 16.0);
        ear.Followed.First.ShouldBe("bright");
        ear.Moments.Length.ShouldBeInRange(12, 14);
        float.IsFinite(ear.Moments[5].First).ShouldBeTrue();
        session.Close();
    }

    [Fact]
    public void Adapting_comes_nearer_to_what_was_asked_and_settles()
    {
        var (plain, asked) = Heard(0);
        var (fitted, _) = Heard(100);
        output.WriteLine($"asked {asked:0.000}, heard {plain:0.000} plain and {fitted:0.000} fitted");
        Math.Abs(fitted - asked).ShouldBeLessThan(Math.Abs(plain - asked));

        static (double Heard, double Asked) Heard(double adapt)
        {
            using var plugin = Track.Adapting("bright", adapt, ProcessMode.Realtime);
            var session = plugin.Effect.Editing;
            session.Open();
            Play(plugin, session, Track.Loop("loop_electric", 24));
            session.Ear.State.ShouldBe(adapt > 0 ? EarState.Settled : EarState.Hearing);
            double heard = session.Ear.Heard;
            session.Close();
            return (heard, session.Ear.Asked);
        }
    }

    [Fact]
    public void With_nothing_asked_it_says_so_and_in_silence_it_waits()
    {
        using var plugin = Track.Adapting("bright", 0, ProcessMode.Realtime);
        var session = plugin.Effect.Editing;
        session.Open();
        Play(plugin, session, Track.Silence(5));
        session.Ear.State.ShouldBe(EarState.Waiting);
        session.Ear.Remark.ShouldNotBeEmpty();
        session.Ear.Moments.ToArray().ShouldAllBe(moment => float.IsNaN(moment.First));
        plugin.Set(ParameterId.Amount, 0);
        session.Tick(1000.0);
        session.Ear.State.ShouldBe(EarState.NothingAsked);
        session.Close();
    }

    [Fact]
    public void A_window_that_listens_allocates_nothing()
    {
        using var plugin = Track.Adapting("bright", 100, ProcessMode.Realtime);
        var session = plugin.Effect.Editing;
        session.Open();
        var paced = ListenerThreadTests.Paced(plugin);
        double seconds = 0.0;
        long spent = 0, before = 0;
        _ = plugin.Play(Track.Noise(20, 0.7), () =>
        {
            int count = paced();
            seconds += (double)count / Track.Rate;
            before = GC.GetAllocatedBytesForCurrentThread();
            session.Tick(seconds);
            spent = seconds < 10.0 ? 0 : spent + GC.GetAllocatedBytesForCurrentThread() - before;
            return count;
        });
        spent.ShouldBe(0);
        session.Close();
    }

    private static void Play(InProcessPlugin plugin, EditorSession session, float[][] track)
    {
        var paced = ListenerThreadTests.Paced(plugin);
        double seconds = 0.0;
        _ = plugin.Play(track, () =>
        {
            int count = paced();
            seconds += (double)count / Track.Rate;
            session.Tick(seconds);
            return count;
        });
    }
}
