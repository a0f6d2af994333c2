using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor.Curve;

/// <summary>What a hand does to a node, as it reaches the parameters.</summary>
public class BandNodeTests
{
    [Fact]
    public void A_drag_sets_frequency_and_gain_as_one_gesture_of_each()
    {
        using var stage = new CurveStage();
        BandEdit band = stage.Node(2).Edit;
        Point from = stage.Node(2).Bounds.Centre;
        double octaves = 40 * stage.Plot.Frame.OctavesPerUnit, upDb = 30 * stage.Plot.Frame.DbPerUnit;
        stage.Drag(from, 40, -30);
        band.Frequency.Plain.ShouldBe(octaves, 1e-6);
        band.Gain.Plain.ShouldBe(upDb, 1e-6);
        ((FakeControl)band.Frequency).Gestures.Count(gesture => gesture == Gesture.Begin).ShouldBe(1);
        ((FakeControl)band.Gain).Gestures.Count(gesture => gesture == Gesture.Begin).ShouldBe(1);
        stage.Model.Groups.ShouldBe(["Band 3"]);
        stage.Model.ShouldBeBalanced();
    }

    [Theory]
    [InlineData(2)] // a bell
    [InlineData(0)] // a shelf: at its corner only half of its gain is heard
    public void The_node_stays_under_the_hand(int band)
    {
        using var stage = new CurveStage();
        stage.Model.Settings.CurveRangeDb = 12;
        stage.Frame();
        Point from = stage.Node(band).Bounds.Centre;
        stage.Drag(from, 0, -20, release: false);
        Point now = stage.Node(band).Bounds.Centre;
        now.X.ShouldBe(from.X, 0.1);
        now.Y.ShouldBe(from.Y - 20, 1);
        stage.Stage.Release(now);
    }

    [Fact]
    public void Shift_is_ten_times_finer_and_nothing_jumps_when_it_comes_or_goes()
    {
        using var stage = new CurveStage();
        IControl gain = stage.Node(3).Edit.Gain;
        Point from = stage.Node(3).Bounds.Centre;
        double db = stage.Plot.Frame.DbPerUnit;
        stage.Stage.Move(from);
        stage.Stage.Press(from);
        stage.Stage.Move(new Point(from.X + 3, from.Y));
        stage.Stage.Move(new Point(from.X + 3, from.Y - 20));
        stage.Stage.Move(new Point(from.X + 3, from.Y - 40), Modifiers.Shift);
        stage.Stage.Move(new Point(from.X + 3, from.Y - 40));
        stage.Stage.Move(new Point(from.X + 3, from.Y - 50));
        gain.Plain.ShouldBe((20 + 2 + 10) * db, 1e-6);
        stage.Stage.Release(from);
        stage.Model.ShouldBeBalanced();
    }

    [Fact]
    public void A_click_moves_nothing()
    {
        using var stage = new CurveStage();
        Point at = stage.Node(1).Bounds.Centre;
        stage.Stage.Move(at);
        stage.Stage.Press(at);
        stage.Stage.Move(new Point(at.X + 1, at.Y + 1));
        stage.Stage.Release(at);
        stage.Model.Groups.ShouldBeEmpty();
        stage.Plot.Selection.Chosen.ShouldBe(stage.Node(1));
    }

    [Fact]
    public void A_limit_that_was_met_is_left_where_the_hand_comes_back()
    {
        using var stage = new CurveStage();
        stage.Model.Settings.CurveRangeDb = 24;
        stage.Frame();
        IControl frequency = stage.Node(2).Edit.Frequency;
        Point from = stage.Node(2).Bounds.Centre;
        double octave = 1 / stage.Plot.Frame.OctavesPerUnit;
        stage.Stage.Move(from);
        stage.Stage.Press(from);
        stage.Stage.Move(new Point(from.X + 3, from.Y));
        stage.Stage.Move(new Point(from.X + 3 + (1.5 * octave), from.Y));
        frequency.Plain.ShouldBe(1, 1e-9);
        stage.Stage.Move(new Point(from.X + 3 + (0.5 * octave), from.Y));
        frequency.Plain.ShouldBe(0.5, 1e-6);
        stage.Stage.Release(from);
    }

    [Theory]
    [InlineData(Modifiers.Alt)]
    [InlineData(Modifiers.Control)]
    public void Alt_or_ctrl_click_takes_the_trims_away(Modifiers modifier)
    {
        using var stage = new CurveStage();
        stage.Drag(stage.Node(2).Bounds.Centre, 40, -30);
        stage.Stage.Wheel(stage.Node(2).Bounds.Centre, 3);
        stage.Wait(1);
        stage.Stage.Click(stage.Node(2).Bounds.Centre, modifier);
        BandEdit band = stage.Node(2).Edit;
        (band.Frequency.Plain, band.Gain.Plain, band.Q.Plain).ShouldBe((0.0, 0.0, band.Q.ToPlain(band.Q.Default)));
        stage.Model.ShouldBeBalanced();
    }

    [Fact]
    public void Notches_of_the_wheel_are_one_gesture_of_Q()
    {
        using var stage = new CurveStage();
        IControl q = stage.Node(4).Edit.Q;
        Point at = stage.Node(4).Bounds.Centre;
        stage.Stage.Wheel(at, 1);
        stage.Stage.Wheel(at, 1);
        stage.Stage.Wheel(at, 1, Modifiers.Shift);
        Math.Log2(q.Plain).ShouldBe(0.125 * 2.1, 1e-6);
        stage.Wait(1);
        ((FakeControl)q).Gestures.Count(gesture => gesture == Gesture.Begin).ShouldBe(1);
        stage.Model.ShouldBeBalanced();
    }

    [Fact]
    public void Keys_move_it_set_its_Q_and_give_each_burst_one_gesture()
    {
        using var stage = new CurveStage();
        BandEdit band = stage.Node(2).Edit;
        stage.Stage.Scene.Focus(stage.Node(2));
        stage.Stage.Key(Key.Up).ShouldBeTrue();
        stage.Stage.Key(Key.Up).ShouldBeTrue();
        stage.Stage.Key(Key.Down, Modifiers.Shift).ShouldBeTrue();
        stage.Stage.Key(Key.Right).ShouldBeTrue();
        stage.Wait(1);
        band.Gain.Plain.ShouldBe(0.95, 1e-6);
        band.Frequency.Plain.ShouldBe(1.0 / 12, 1e-6);
        ((FakeControl)band.Gain).Gestures.Count(gesture => gesture == Gesture.Begin).ShouldBe(1);
        stage.Stage.Key(Key.PageUp).ShouldBeTrue();
        stage.Wait(1);
        Math.Log2(band.Q.Plain).ShouldBe(0.25, 1e-6);
        stage.Stage.Key(' ').ShouldBeTrue();
        band.IsOn.ShouldBeFalse();
        stage.Stage.Key(Key.Delete).ShouldBeTrue();
        band.Gain.Plain.ShouldBe(0, 1e-9);
        stage.Model.ShouldBeBalanced();
    }

    [Fact]
    public void A_gesture_ends_once_however_the_drag_does()
    {
        using (var stage = new CurveStage())
        {
            stage.Drag(stage.Node(2).Bounds.Centre, 20, 20, release: false);
            stage.Stage.Key(Key.Escape);
            stage.Model.ShouldBeBalanced();
            stage.Plot.Selection.Dragged.ShouldBeNull();
        }

        var model = new FakeEditorModel();
        using (var stage = new CurveStage(model: model))
            stage.Drag(stage.Node(2).Bounds.Centre, 20, 20, release: false);
        model.ShouldBeBalanced();

        model.OwnBands[0].On.SetOnce(1);
        model.Update();
        using (var stage = new CurveStage(model: model))
        {
            stage.Drag(stage.Own(0).Bounds.Centre, 20, 20, release: false);
            ((FakeControl)model.OwnBands[0].On).Automate(0);
            stage.Frame();
            stage.Frame();
            model.ShouldBeBalanced();
        }
    }

    [Fact]
    public void Automation_moves_the_node()
    {
        using var stage = new CurveStage();
        stage.Model.Settings.CurveRangeDb = 12;
        stage.Frame();
        double y = stage.Node(2).Bounds.Centre.Y;
        ((FakeControl)stage.Node(2).Edit.Gain).Automate(stage.Node(2).Edit.Gain.ToNormalized(5));
        stage.Frame();
        (y - stage.Node(2).Bounds.Centre.Y).ShouldBe(5 / stage.Plot.Frame.DbPerUnit, 1.5);
    }

    [Fact]
    public void With_no_amount_the_nodes_lie_at_0_dB_and_can_still_be_dragged()
    {
        using var stage = new CurveStage();
        stage.Model.Amount.SetOnce(0);
        stage.Frame();
        double zero = stage.Plot.Frame.Gains.Y(0);
        for (int band = 0; band < 8; band++)
            stage.Node(band).Bounds.Centre.Y.ShouldBe(zero, 0.01);
        stage.Drag(stage.Node(2).Bounds.Centre, 0, -20);
        stage.Node(2).Edit.Gain.Plain.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void A_host_is_asked_for_the_menu_of_the_gain()
    {
        using var stage = new CurveStage();
        Point at = stage.Node(2).Bounds.Centre;
        stage.Stage.Press(at, button: PointerButton.Secondary);
        stage.Stage.Release(at, PointerButton.Secondary);
        stage.Stage.HostMenu.ShouldBe(stage.Model.Trims[2].Gain.Id);
    }

    [Fact]
    public void A_node_says_what_it_is()
    {
        using var stage = new CurveStage();
        stage.Node(2).AccessibleName.ShouldBe("Band 3, 330\u2009Hz, −3.2\u2009dB, Q\u20091.60");
        stage.Model.Trims[2].On.SetOnce(0);
        stage.Node(2).AccessibleName.ShouldEndWith(", off");
        AccessibleNode scene = stage.Stage.Scene.Describe();
        stage.Node(2).Role.ShouldBe(WidgetRole.Slider);
        scene.ShouldNotBeNull();
    }
}
