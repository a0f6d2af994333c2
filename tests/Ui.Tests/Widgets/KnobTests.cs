using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

public sealed class KnobTests : IDisposable
{
    private static readonly Point Middle = new(50, 50);

    private readonly FakeControl _control = new() { Value = 0.5 };
    private readonly Stage _stage;
    private readonly Knob _knob;
    private readonly Board _board = new();

    public KnobTests()
    {
        _knob = new Knob(_control);
        _stage = new Stage(_board.Put(_knob, 0, 0, 100, 120));
    }

    public void Dispose()
    {
        _stage.Dispose();
        _control.Open.ShouldBe(0, "a gesture was left open");
    }

    [Fact]
    public void Two_hundred_units_up_are_the_whole_range()
    {
        Drag(0, -50);
        _control.Value.ShouldBe(0.75, 1e-9);
        _control.Gestures.ShouldBe(1);
    }

    [Fact]
    public void Shift_is_ten_times_finer_and_goes_on_from_where_the_value_is()
    {
        _stage.Press(Middle);
        _stage.Move(new Point(50, 30));
        _control.Value.ShouldBe(0.6, 1e-9);
        _stage.Move(new Point(50, 10), Modifiers.Shift);
        _control.Value.ShouldBe(0.61, 1e-9);
        _stage.Move(new Point(50, -10));
        _control.Value.ShouldBe(0.71, 1e-9);
        _stage.Release(Middle);
    }

    [Fact]
    public void A_drag_beyond_the_end_comes_back_at_once()
    {
        _stage.Press(Middle);
        _stage.Move(new Point(50, -400));
        _control.Value.ShouldBe(1);
        _stage.Move(new Point(50, -380));
        _control.Value.ShouldBe(0.9, 1e-9);
        _stage.Release(Middle);
    }

    [Theory]
    [InlineData(Modifiers.Control)]
    [InlineData(Modifiers.Alt)]
    public void Control_or_alt_click_is_the_default(Modifiers modifiers)
    {
        _control.Value = 0.9;
        _stage.Click(Middle, modifiers);
        _control.Value.ShouldBe(0.5);
        _control.Gestures.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, Modifiers.None, 0.51)]
    [InlineData(-3, Modifiers.None, 0.47)]
    [InlineData(1, Modifiers.Shift, 0.501)]
    [InlineData(0.5, Modifiers.None, 0.505)]
    public void A_notch_of_the_wheel_is_one_per_cent(double notches, Modifiers modifiers, double value)
    {
        _stage.Wheel(Middle, notches, modifiers);
        _control.Value.ShouldBe(value, 1e-9);
    }

    [Fact]
    public void Notches_that_follow_one_another_are_one_gesture_which_ends_after_a_rest()
    {
        for (int i = 0; i < 10; i++)
        {
            _stage.Wheel(Middle, 1);
            _stage.Wait(0.1);
        }

        _control.Open.ShouldBe(1);
        _stage.Wait(0.6);
        _control.Open.ShouldBe(0);
        _control.Gestures.ShouldBe(1);
        _control.Value.ShouldBe(0.6, 1e-9);
    }

    [Fact]
    public void Escape_ends_a_drag()
    {
        _stage.Press(Middle);
        _stage.Move(new Point(50, 40));
        _stage.Key(Key.Escape).ShouldBeTrue();
        _control.Open.ShouldBe(0);
        double value = _control.Value;
        _stage.Move(new Point(50, 0));
        _control.Value.ShouldBe(value);
    }

    [Fact]
    public void Hiding_it_ends_a_drag_and_so_does_hiding_what_holds_it()
    {
        _stage.Press(Middle);
        _knob.IsVisible = false;
        _control.Open.ShouldBe(0);
        _knob.IsVisible = true;
        _stage.Press(Middle);
        _board.IsVisible = false;
        _control.Open.ShouldBe(0);
    }

    [Fact]
    public void Taking_it_away_ends_a_turn_of_the_wheel()
    {
        _stage.Wheel(Middle, 1);
        _control.Open.ShouldBe(1);
        _board.Drop(_knob);
        _control.Open.ShouldBe(0);
    }

    [Fact]
    public void Closing_the_window_ends_a_drag()
    {
        _stage.Press(Middle);
        _stage.Move(new Point(50, 40));
        _stage.Scene.Dispose();
        _control.Open.ShouldBe(0);
    }

    [Fact]
    public void A_knob_that_is_clicked_leaves_the_keyboard_with_the_host()
    {
        _stage.Click(Middle);
        _stage.Shown.HasKeyboard.ShouldBeFalse();
        _stage.Key(Key.Up).ShouldBeFalse();
        _stage.Key(Key.Tab).ShouldBeTrue();
        _stage.Shown.HasKeyboard.ShouldBeTrue();
        _knob.IsFocused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Key.Up, Modifiers.None, 0.51)]
    [InlineData(Key.Right, Modifiers.Shift, 0.501)]
    [InlineData(Key.Down, Modifiers.None, 0.49)]
    [InlineData(Key.Left, Modifiers.None, 0.49)]
    [InlineData(Key.PageUp, Modifiers.None, 0.6)]
    [InlineData(Key.PageDown, Modifiers.None, 0.4)]
    [InlineData(Key.Home, Modifiers.None, 0.0)]
    [InlineData(Key.End, Modifiers.None, 1.0)]
    public void Keys_move_it(Key key, Modifiers modifiers, double value)
    {
        _stage.Key(Key.Tab);
        _stage.Key(key, modifiers).ShouldBeTrue();
        _control.Value.ShouldBe(value, 1e-9);
    }

    [Fact]
    public void Delete_is_the_default()
    {
        _control.Value = 0.1;
        _stage.Key(Key.Tab);
        _stage.Key(Key.Delete).ShouldBeTrue();
        _control.Value.ShouldBe(0.5);
    }

    [Fact]
    public void One_that_does_nothing_yet_takes_nothing()
    {
        _control.IsAvailable = false;
        _stage.Frame();
        Drag(0, -50);
        _stage.Wheel(Middle, 1);
        _stage.Key(Key.Tab).ShouldBeFalse();
        _control.Values.ShouldBeEmpty();
    }

    [Fact]
    public void The_secondary_button_asks_the_host_for_its_menu()
    {
        _stage.Press(Middle, button: PointerButton.Secondary);
        _stage.HostMenu.ShouldBe(7u);
        _control.Gestures.ShouldBe(0);
    }

    [Fact]
    public void Where_the_host_has_no_menu_it_shows_its_own()
    {
        _stage.HasHostMenu = false;
        _control.Value = 0.9;
        _stage.Press(Middle, button: PointerButton.Secondary);
        _stage.Release(Middle, PointerButton.Secondary);
        AccessibleNode back = _stage.Scene.Describe().All().Single(node => node.Name == "Back to 0");
        _stage.Click(back.Bounds.Centre);
        _control.Value.ShouldBe(0.5);
        _stage.Press(Middle, button: PointerButton.Secondary);
        _stage.Key(Key.Home);
        _stage.Key(Key.Return);
        _stage.Scene.Focused.ShouldBeOfType<TextField>();
    }

    [Fact]
    public void It_follows_the_host_and_is_drawn_anew_only_then()
    {
        _stage.Frame();
        _stage.Frame();
        _stage.Scene.Tick(10);
        _stage.Shown.Dirty.Width.ShouldBe(0);
        _control.Value = 0.6;
        _stage.Scene.Tick(11);
        _stage.Shown.Dirty.Contains(_knob.Bounds).ShouldBeTrue();
    }

    private void Drag(double x, double y)
    {
        _stage.Press(Middle);
        _stage.Move(new Point(Middle.X + x, Middle.Y + y));
        _stage.Release(Middle);
    }
}
