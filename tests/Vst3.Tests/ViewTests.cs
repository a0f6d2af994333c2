using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

public sealed unsafe class ViewTests : IDisposable
{
    private readonly View _view = new();

    private TestEditor Editor => _view.Editor;

    public void Dispose() => _view.Dispose();

    [Fact]
    public void Only_an_editor_is_made_and_only_where_there_is_one()
    {
        ((nint)_view.Create("editors")).ShouldBe(0);
        ((nint)_view.Create("")).ShouldBe(0);
        ((nint)_view.Instance.ControllerTable->CreateView(_view.Instance.Controller, null)).ShouldBe(0);
        _view.Effect.Throws = nameof(Effect.CreateEditor);
        ((nint)_view.Create("editor")).ShouldBe(0);
        _view.Effect.Throws = null;
        _view.Effect.Editor = null;
        ((nint)_view.Create("editor")).ShouldBe(0);
    }

    [Fact]
    public void Every_interface_of_the_view_leads_to_every_other_and_to_one_identity()
    {
        Guid[] interfaces = [InterfaceIds.FUnknown, InterfaceIds.PlugView, InterfaceIds.ContentScaleSupport, InterfaceIds.ParameterFinder];
        foreach (var from in interfaces)
        {
            void* start = FUnknown.Query(_view.Self, from);
            foreach (var to in interfaces)
            {
                void* found = FUnknown.Query(start, to);
                void* identity = FUnknown.Query(found, InterfaceIds.FUnknown);
                ((nint)identity).ShouldBe((nint)_view.Self);
                FUnknown.Release(identity);
                FUnknown.Release(found);
            }
            ((nint)FUnknown.Query(start, InterfaceIds.Component)).ShouldBe(0);
            FUnknown.Release(start);
        }
    }

    [Fact]
    public void The_view_keeps_its_effect_and_either_may_go_first()
    {
        _view.Open();
        var effect = _view.Effect;
        _view.Instance.Dispose();
        effect.Disposed.ShouldBe(0, "the view still holds it");
        _view.Release().ShouldBe(0u);
        Editor.Calls.ShouldBe(["attach 77 X11EmbedWindowID", "detach", "dispose"], "a view that was never removed goes in order all the same");
        effect.Disposed.ShouldBe(1);
    }

    [Fact]
    public void Without_a_run_loop_an_X11_window_is_refused_and_nothing_is_left_behind()
    {
        _view.Attach().ShouldBe(Result.False, "no frame");
        TestFrame.HasRunLoop = false;
        _view.SetFrame();
        _view.Attach().ShouldBe(Result.False, "a frame without a run loop");
        Editor.Calls.ShouldBeEmpty();
        _view.Attach(ViewNames.Windows).ShouldBe(Result.Ok, "Windows needs none");
        Editor.Frame.ShouldNotBeNull().RunLoop.ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_attached_is_refused()
    {
        _view.Supports(ViewNames.X11).ShouldBeTrue();
        _view.Supports("Wayland").ShouldBeFalse();
        _view.Table->IsPlatformTypeSupported(_view.Self, null).ShouldBe(Result.False);
        _view.SetFrame();
        _view.Attach("Wayland").ShouldBe(Result.False);
        _view.Attach(parent: 0).ShouldBe(Result.InvalidArgument);
        _view.Table->Attached(_view.Self, (void*)77, null).ShouldBe(Result.InvalidArgument);
        Editor.Refuses = true;
        _view.Attach().ShouldBe(Result.False);
        Editor.Refuses = false;
        Editor.Throws = nameof(EffectEditor.Attach);
        _view.Attach().ShouldBe(Result.False);
        Editor.Throws = null;
        (TestFrame.Timers.Count + TestFrame.Events.Count).ShouldBe(0, "what a failed attempt registered is gone");
        _view.Attach().ShouldBe(Result.Ok);
        _view.Attach().ShouldBe(Result.False, "it is in a window already");
    }

    [Fact]
    public void The_frame_is_let_go_of_in_whatever_order_the_host_closes()
    {
        for (int order = 0; order < 2; order++)
        {
            _view.Open();
            TestFrame.References.ShouldBe(1);
            TestFrame.LoopReferences.ShouldBe(1);
            if (order == 0)
                _view.SetFrame(given: false);
            _view.Table->Removed(_view.Self).ShouldBe(Result.Ok);
            if (order == 1)
                _view.SetFrame(given: false);
            TestFrame.References.ShouldBe(0);
            TestFrame.LoopReferences.ShouldBe(0);
            (TestFrame.Timers.Count + TestFrame.Events.Count).ShouldBe(0);
        }
        _view.Table->Removed(_view.Self).ShouldBe(Result.Ok, "removed once too often");
        Editor.Calls.Count(call => call == "detach").ShouldBe(2);
    }

    [Fact]
    public void Sizes_go_both_ways()
    {
        ViewRect rect;
        _view.Table->GetSize(_view.Self, &rect).ShouldBe(Result.Ok);
        (rect.Left, rect.Top, rect.Right, rect.Bottom).ShouldBe((0, 0, 800, 500));
        _view.Table->CanResize(_view.Self).ShouldBe(Result.Ok);
        rect = new ViewRect { Left = 5, Top = 6, Right = 15, Bottom = 1006 };
        _view.Table->CheckSizeConstraint(_view.Self, &rect).ShouldBe(Result.Ok);
        (rect.Left, rect.Top, rect.Right, rect.Bottom).ShouldBe((5, 6, 645, 1006));
        _view.Table->OnSize(_view.Self, &rect).ShouldBe(Result.Ok);
        Editor.Calls.ShouldBe(["resize 640x1000"]);
        foreach (var (right, bottom) in new[] { (0, 100), (100, -1), (40000, 100), (int.MinValue, int.MaxValue) })
        {
            rect = new ViewRect { Right = right, Bottom = bottom };
            _view.Table->OnSize(_view.Self, &rect).ShouldBe(Result.InvalidArgument);
            _view.Table->CheckSizeConstraint(_view.Self, &rect).ShouldBe(Result.Ok);
            rect.Size.ShouldBe(new EditorSize(640, 400));
        }
        Editor.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void A_wish_for_a_size_goes_to_the_host_which_may_answer_at_once()
    {
        _view.Open();
        TestFrame.OnResize = rect => _view.Table->OnSize(_view.Self, &rect);
        Editor.Frame!.RequestSize(new EditorSize(1000, 600)).ShouldBeTrue();
        Editor.Calls.ShouldContain("resize 1000x600");
        _view.Table->Removed(_view.Self);
        Editor.Frame.RequestSize(new EditorSize(1000, 600)).ShouldBeFalse("silent once removed");
    }

    [Fact]
    public void A_host_may_drop_the_view_while_it_asks_for_a_size()
    {
        _view.Open();
        TestFrame.OnResize = _ => _view.Release().ShouldBe(1u, "the call itself holds it");
        Editor.Frame!.RequestSize(new EditorSize(1000, 600)).ShouldBeTrue();
        Editor.Calls[^1].ShouldBe("dispose");
        TestFrame.References.ShouldBe(0);
    }

    [Fact]
    public void Scale_keys_focus_and_parameters_under_a_point_reach_the_editor()
    {
        void* scale = FUnknown.Query(_view.Self, InterfaceIds.ContentScaleSupport);
        var scaleTable = *(ContentScaleSupportVtbl**)scale;
        scaleTable->SetContentScaleFactor(scale, 2f).ShouldBe(Result.Ok);
        foreach (float wrong in new[] { 0f, -1f, float.NaN, float.PositiveInfinity })
            scaleTable->SetContentScaleFactor(scale, wrong).ShouldBe(Result.InvalidArgument);
        FUnknown.Release(scale);
        _view.Table->OnKeyDown(_view.Self, 'z', 0, 4).ShouldBe(Result.Ok);
        _view.Table->OnKeyUp(_view.Self, ' ', 7, 0).ShouldBe(Result.False, "what it does not use is the host's");
        _view.Table->OnFocus(_view.Self, 1).ShouldBe(Result.Ok);
        _view.Table->OnWheel(_view.Self, 1f).ShouldBe(Result.False);
        Editor.Calls.ShouldBe(["scale 2", "key z 0 4 True", "key   7 0 False", "focus True"]);
        void* finder = FUnknown.Query(_view.Self, InterfaceIds.ParameterFinder);
        var finderTable = *(ParameterFinderVtbl**)finder;
        uint id = 0;
        finderTable->FindParameter(finder, 10, 0, &id).ShouldBe(Result.Ok);
        id.ShouldBe(TestEffect.GainId);
        finderTable->FindParameter(finder, 11, 0, &id).ShouldBe(Result.False);
        finderTable->FindParameter(finder, 10, 0, null).ShouldBe(Result.InvalidArgument);
        FUnknown.Release(finder);
    }

    [Fact]
    public void Exceptions_of_the_editor_become_results()
    {
        ViewRect rect = ViewRect.Of(new EditorSize(700, 500));
        uint id;
        _view.Open();
        foreach (string member in new[] { "Size", "CanResize", "Supports", "Constrain", "Resize", "SetScale", "ParameterAt", "Key", "Focus", "Detach" })
        {
            Editor.Throws = member;
            void* scale = FUnknown.Query(_view.Self, InterfaceIds.ContentScaleSupport);
            void* finder = FUnknown.Query(_view.Self, InterfaceIds.ParameterFinder);
            int result = member switch
            {
                "Size" => _view.Table->GetSize(_view.Self, &rect),
                "CanResize" => _view.Table->CanResize(_view.Self),
                "Supports" => Result.Of(_view.Supports(ViewNames.X11)),
                "Constrain" => _view.Table->CheckSizeConstraint(_view.Self, &rect),
                "Resize" => _view.Table->OnSize(_view.Self, &rect),
                "SetScale" => (*(ContentScaleSupportVtbl**)scale)->SetContentScaleFactor(scale, 1f),
                "ParameterAt" => (*(ParameterFinderVtbl**)finder)->FindParameter(finder, 10, 0, &id),
                "Key" => _view.Table->OnKeyDown(_view.Self, 'z', 0, 0),
                "Focus" => _view.Table->OnFocus(_view.Self, 0),
                _ => _view.Table->Removed(_view.Self),
            };
            result.ShouldBe(Result.False, member);
            FUnknown.Release(scale);
            FUnknown.Release(finder);
        }
        (TestFrame.Timers.Count + TestFrame.Events.Count).ShouldBe(0, "even an editor that fails to detach leaves the run loop");
    }
}
