using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>Buttons, switches, segments, tags.</summary>
public sealed class ChoosingTests : IDisposable
{
    private static readonly Point Middle = new(50, 15), Outside = new(300, 200);

    private Stage? _stage;

    public void Dispose() => _stage?.Dispose();

    [Fact]
    public void A_button_acts_when_it_is_let_go_over_it()
    {
        int presses = 0;
        Show(new Button("Save", () => presses++));
        _stage!.Press(Middle);
        presses.ShouldBe(0);
        _stage.Release(Middle);
        presses.ShouldBe(1);
        _stage.Press(Middle);
        _stage.Move(Outside);
        _stage.Release(Outside);
        presses.ShouldBe(1);
    }

    [Fact]
    public void Space_and_return_press_what_has_the_keyboard()
    {
        int presses = 0;
        Show(new Button("Save", () => presses++));
        _stage!.Key(Key.Tab);
        _stage.Key(Key.Return).ShouldBeTrue();
        _stage.Key(' ').ShouldBeTrue();
        presses.ShouldBe(2);
    }

    [Fact]
    public void A_switch_is_one_gesture_a_click()
    {
        var control = new FakeControl("Freeze", 0, 1, steps: 1);
        var toggle = new ToggleButton(control);
        Show(toggle);
        _stage!.Click(Middle);
        control.Value.ShouldBe(1);
        toggle.AccessibleValue.ShouldBe("on");
        _stage.Click(Middle);
        control.Value.ShouldBe(0);
        (control.Gestures, control.Open).ShouldBe((2, 0));
    }

    [Fact]
    public void A_switch_that_the_host_turns_is_drawn_anew()
    {
        var control = new FakeControl("Freeze", 0, 1, steps: 1);
        var toggle = new ToggleButton(control);
        Show(toggle);
        _stage!.Frame();
        control.Value = 1;
        _stage.Scene.Tick(5);
        _stage.Shown.Dirty.ShouldBe(toggle.Bounds);
    }

    [Fact]
    public void Segments_set_the_steps_of_a_control()
    {
        var control = new FakeControl("Channel", 0, 4, steps: 4);
        var segmented = new Segmented(control, ["Stereo", "Mid", "Side", "Left", "Right"]);
        Show(segmented);
        _stage!.Click(new Point(50, 15));
        control.Value.ShouldBe(0.5);
        segmented.AccessibleValue.ShouldBe("Side");
        _stage.Key(Key.Tab);
        _stage.Key(Key.Right);
        control.Value.ShouldBe(0.75);
        _stage.Key(Key.Home);
        _stage.Key(Key.Left);
        control.Value.ShouldBe(0);
        control.Gestures.ShouldBe(3);
        control.Open.ShouldBe(0);
    }

    [Fact]
    public void A_click_on_the_segment_that_is_chosen_changes_nothing()
    {
        int choices = 0;
        Show(new Segmented("Playing", ["A", "B"], () => 0, _ => choices++));
        _stage!.Click(new Point(20, 15));
        choices.ShouldBe(0);
        _stage.Click(new Point(80, 15));
        choices.ShouldBe(1);
    }

    [Fact]
    public void A_tag_that_does_nothing_is_only_read()
    {
        var chip = new Chip("warm +35 %");
        Show(chip);
        chip.CanFocus.ShouldBeFalse();
        chip.Role.ShouldBe(WidgetRole.Label);
        int presses = 0;
        Show(new Chip("warm +35 %", () => presses++));
        _stage!.Click(Middle);
        presses.ShouldBe(1);
    }

    [Fact]
    public void A_stepped_knob_goes_step_by_step_and_keeps_what_is_too_little()
    {
        var control = new FakeControl("Slope", 0, 2, steps: 2);
        Show(new Knob(control));
        for (int i = 0; i < 4; i++)
            _stage!.Wheel(Middle, 0.2);
        control.Value.ShouldBe(0.5);
        _stage!.Wheel(Middle, 1);
        control.Value.ShouldBe(1);
        _stage.Wait(0.6);
        _stage.Press(Middle);
        _stage.Move(new Point(50, 15 + 60));
        control.Value.ShouldBe(0.5);
        _stage.Release(Middle);
        control.Open.ShouldBe(0);
    }

    [Fact]
    public void A_text_that_does_not_fit_is_shortened()
    {
        Show(new Button("Save", () => { }) { Text = "Save this preset under another name" });
        using var image = new SemanticEq.Ui.Platform.Cairo.CairoImage(400, 300);
        var canvas = new RecordingCanvas(image.Canvas);
        _stage!.Scene.Draw(canvas, new Rectangle(0, 0, 400, 300));
        SetText text = canvas.Texts.ShouldHaveSingleItem();
        text.Text.ShouldEndWith("…");
        new Rectangle(0, 0, 100, 30).Contains(text.Box).ShouldBeTrue($"{text.Box}");
    }

    private void Show(Widget widget)
    {
        _stage?.Dispose();
        _stage = new Stage(new Board().Put(widget, 0, 0, 100, 30));
    }
}
