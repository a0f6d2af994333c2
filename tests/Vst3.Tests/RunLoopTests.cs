using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3.Tests;

public sealed unsafe class RunLoopTests : IDisposable
{
    private readonly View _view = new();

    private TestEditor Editor => _view.Editor;

    public void Dispose() => _view.Dispose();

    [Fact]
    public void Timers_and_events_reach_the_editor_while_it_is_attached()
    {
        _view.Open();
        TestFrame.Calls.ShouldBe(["timer 16", "event 5"]);
        TestFrame.FireAllThatEverWere();
        Editor.Calls.ShouldBe(["attach 77 X11EmbedWindowID", "tick", "readable"]);
    }

    [Fact]
    public void After_the_end_no_late_call_reaches_it_even_from_a_host_that_held_nothing()
    {
        for (int i = 0; i < 20; i++)
        {
            _view.Open();
            _view.Table->Removed(_view.Self).ShouldBe(Result.Ok);
            _view.SetFrame(given: false);
        }
        int calls = Editor.Calls.Count;
        TestFrame.TimersEver.Count.ShouldBe(20);
        TestFrame.FireAllThatEverWere();
        Editor.Calls.Count.ShouldBe(calls);
        (TestFrame.Timers.Count + TestFrame.Events.Count).ShouldBe(0);
    }

    [Fact]
    public void What_is_disposed_leaves_the_loop_at_once_also_from_within_its_own_call()
    {
        _view.Open();
        Editor.Ticked = () => Editor.Timer!.Dispose();
        TestFrame.Fire(TestFrame.Timers[0]);
        TestFrame.Timers.ShouldBeEmpty();
        TestFrame.FireAllThatEverWere();
        Editor.Calls.Count(call => call == "tick").ShouldBe(1);
        Editor.Timer!.Dispose();
        Editor.Event!.Dispose();
        TestFrame.Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_view_may_be_removed_from_within_its_own_timer()
    {
        _view.Open();
        Editor.Ticked = () => _view.Table->Removed(_view.Self);
        TestFrame.Fire(TestFrame.Timers[0]);
        Editor.Calls[^1].ShouldBe("detach");
        (TestFrame.Timers.Count + TestFrame.Events.Count + TestFrame.LoopReferences).ShouldBe(0);
    }

    [Fact]
    public void A_callback_that_throws_is_called_again()
    {
        _view.Open();
        Editor.Ticked = () => throw new InvalidOperationException("ordered by a test");
        TestFrame.Fire(TestFrame.Timers[0]);
        TestFrame.Fire(TestFrame.Timers[0]);
        Editor.Calls.Count(call => call == "tick").ShouldBe(2);
    }

    [Fact]
    public void A_frame_that_is_taken_away_takes_the_loop_with_it_and_the_next_one_brings_it_back()
    {
        _view.Open();
        _view.SetFrame(given: false);
        Editor.Frame!.RunLoop.ShouldBeNull();
        (TestFrame.Timers.Count + TestFrame.Events.Count + TestFrame.LoopReferences).ShouldBe(0);
        _view.SetFrame();
        Editor.Frame.RunLoop.ShouldNotBeNull();
        TestFrame.Fire(TestFrame.Timers.ShouldHaveSingleItem());
        Editor.Calls[^1].ShouldBe("tick");
        _view.SetFrame();
        TestFrame.Timers.ShouldHaveSingleItem("the same frame once more changes nothing");
    }

    [Fact]
    public void What_the_host_refuses_is_null_and_never_called()
    {
        TestFrame.RefusesTimers = true;
        _view.Open();
        Editor.Timer.ShouldBeNull();
        var loop = Editor.Frame!.RunLoop!;
        loop.WhenReadable(-1, () => { }).ShouldBeNull();
        TestFrame.RefusesTimers = false;
        TestFrame.Calls.Clear();
        loop.Every(0, () => { }).ShouldNotBeNull();
        TestFrame.Calls.ShouldBe(["timer 1"], "no host can call more often than each millisecond");
        _view.Table->Removed(_view.Self);
        loop.Every(16, () => { }).ShouldBeNull("silent once removed");
    }

    [Fact]
    public void Ticks_make_no_garbage()
    {
        _view.Open();
        Editor.Calls.Capacity = 4096;
        TestFrame.Fire(TestFrame.Timers[0]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            TestFrame.Fire(TestFrame.Timers[0]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Groups_dirty_state_and_menus_reach_hosts_that_know_them_and_no_others()
    {
        for (int round = 0; round < 2; round++)
        {
            TestMenus.AreOffered = round == 0;
            TestHandler.Calls.Clear();
            _view.Instance.ControllerTable->SetComponentHandler(_view.Instance.Controller, TestHandler.Self).ShouldBe(Result.Ok);
            TestHandler.References.ShouldBe(round == 0 ? 4 : 1);
            var host = _view.Effect.Host!;
            host.BeginGroup();
            host.EndGroup();
            host.StateChanged();
            if (round == 0)
                _view.Open();
            Editor.Frame!.ShowParameterMenu(TestEffect.GainId, 3, 4).ShouldBe(round == 0);
            Editor.Frame!.ShowParameterMenu(99, 3, 4).ShouldBeFalse();
            TestHandler.Calls.ShouldBe(round == 0 ? ["group", "end of group", "dirty 1", "menu of 7", "popup at 3, 4", "menu of 99"] : []);
            TestMenus.MenuReferences.ShouldBe(0);
        }
        _view.Instance.ControllerTable->SetComponentHandler(_view.Instance.Controller, null).ShouldBe(Result.Ok);
        TestHandler.References.ShouldBe(0);
    }
}
