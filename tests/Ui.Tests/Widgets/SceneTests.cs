using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

public sealed class SceneTests : IDisposable
{
    private static readonly Point OnFirst = new(20, 20), OnSecond = new(70, 20), OnThird = new(120, 20), OnNothing = new(300, 250);

    private readonly Probe _first = new("first"), _second = new("second"), _third = new("third");
    private readonly Board _board = new();
    private readonly Stage _stage;

    public SceneTests() => _stage = new Stage(_board.Put(_first, 0, 0, 40, 40).Put(_second, 50, 0, 40, 40).Put(_third, 100, 0, 40, 40));

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Hover_comes_and_goes_once()
    {
        _stage.Move(OnFirst);
        _stage.Move(new Point(21, 20));
        _stage.Move(OnSecond);
        _stage.Scene.Pointer(new PointerEvent(PointerAction.Left, OnSecond));
        _first.Log.ShouldBe(["over", "moved", "moved", "left"]);
        _second.Log.ShouldBe(["over", "moved", "left"]);
        _board.IsHovered.ShouldBeFalse();
    }

    [Fact]
    public void What_holds_a_widget_is_hovered_with_it()
    {
        _stage.Move(OnFirst);
        _board.IsHovered.ShouldBeTrue();
        _first.IsHovered.ShouldBeTrue();
        _second.IsHovered.ShouldBeFalse();
    }

    [Fact]
    public void A_held_button_keeps_the_pointer_wherever_it_goes()
    {
        _stage.Press(OnFirst);
        _stage.Move(OnSecond);
        _stage.Move(new Point(-50, 900));
        _stage.Release(OnSecond, PointerButton.Secondary);
        _stage.Release(OnSecond);
        _first.Log.ShouldBe(["over", "pressed", "moved", "moved", "released", "left"]);
        _second.Log.ShouldBe(["over"]);
    }

    [Fact]
    public void A_press_that_a_widget_does_not_want_is_its_parents()
    {
        _first.TakesPress = false;
        _stage.Press(OnFirst);
        _stage.Release(OnFirst);
        _first.Log.ShouldBe(["over", "refused"]);
    }

    [Fact]
    public void A_wheel_that_a_widget_does_not_want_is_its_parents()
    {
        var list = new ListBox("rows", new Rows());
        using var stage = new Stage(new Board().Put(list, 0, 0, 100, 100));
        stage.Wheel(new Point(97, 50), -1);
        list.AccessibleValue.ShouldBe("");
        stage.Scene.Describe().All().First(node => node.Role == WidgetRole.Item).Name.ShouldBe("row 3");
    }

    [Fact]
    public void What_is_disabled_takes_no_press_and_passes_none_on()
    {
        _first.IsEnabled = false;
        _stage.Press(OnFirst);
        _first.Log.ShouldBe(["over"]);
    }

    [Fact]
    public void What_is_disabled_is_drawn_at_forty_per_cent_and_not_fainter_within_what_is_disabled()
    {
        var button = new Button("Save", () => { }) { Look = ButtonLook.Raised };
        Board board = new Board().Put(button, 0, 0, 60, 30);
        using var stage = new Stage(board);
        button.IsEnabled = false;
        stage.Frame();
        Colour faded = Theme.Dark.Raised.WithOpacity(0.4).Over(Theme.Dark.Ground);
        stage.Shown.Image.PixelAt(30, 15).ShouldBeNear(faded, 1);
        board.IsEnabled = false;
        stage.Frame();
        stage.Shown.Image.PixelAt(30, 15).ShouldBeNear(faded, 1);
        (board.IsEnabled, button.IsEnabled) = (true, true);
        stage.Frame();
        stage.Shown.Image.PixelAt(30, 15).ShouldBe(Theme.Dark.Raised);
    }

    [Fact]
    public void Tab_goes_through_all_that_can_be_used_in_order_and_round()
    {
        _second.IsEnabled = false;
        Tab().ShouldBe(_first);
        Tab().ShouldBe(_third);
        Tab().ShouldBe(_first);
        Tab(Modifiers.Shift).ShouldBe(_third);
        _stage.Shown.KeyboardMoves.ShouldBe(1);
    }

    [Fact]
    public void Tab_after_a_click_begins_where_was_clicked()
    {
        _stage.Click(OnSecond);
        _stage.Shown.HasKeyboard.ShouldBeFalse();
        Tab().ShouldBe(_second);
    }

    [Fact]
    public void Keys_that_nothing_uses_are_the_hosts()
    {
        _stage.Key(' ').ShouldBeFalse();
        _stage.Key(Key.Escape).ShouldBeFalse();
        _stage.Key(Key.Tab);
        _stage.Key('q').ShouldBeFalse();
        _stage.Key(' ', Modifiers.Control).ShouldBeFalse();
    }

    [Fact]
    public void Escape_gives_the_keyboard_back_to_the_host()
    {
        Tab();
        _stage.Key(Key.Escape).ShouldBeTrue();
        _stage.Scene.Focused.ShouldBeNull();
        _stage.Shown.HasKeyboard.ShouldBeFalse();
        _stage.Key(Key.Escape).ShouldBeFalse();
    }

    [Fact]
    public void A_press_beside_it_ends_focus()
    {
        Tab();
        _stage.Click(OnNothing);
        _stage.Scene.Focused.ShouldBeNull();
        _stage.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void A_keyboard_that_is_taken_away_is_not_given_back()
    {
        Tab();
        int moves = _stage.Shown.KeyboardMoves;
        _stage.Scene.KeyboardChanged(false);
        _stage.Scene.Focused.ShouldBeNull();
        _stage.Shown.KeyboardMoves.ShouldBe(moves);
    }

    [Fact]
    public void From_one_field_to_another_the_keyboard_stays_in_the_window()
    {
        using var stage = new Stage(new Board().Put(new TextField("a"), 0, 0, 100, 30).Put(new TextField("b"), 0, 50, 100, 30));
        stage.Click(new Point(50, 10));
        stage.Click(new Point(50, 60));
        stage.Shown.KeyboardMoves.ShouldBe(1);
        stage.Type("x");
        stage.Scene.Focused!.AccessibleValue.ShouldBe("x");
    }

    [Fact]
    public void The_ring_shows_for_keys_and_not_for_clicks()
    {
        _stage.Frame();
        _stage.Shown.Image.PixelAt(20, 0).ShouldBe(Theme.Dark.Ground);
        Tab();
        _stage.Frame();
        _stage.Shown.Image.PixelAt(20, 0).ShouldBeNear(Theme.Dark.Focus, 40);
        _stage.Key(Key.Escape);
        _stage.Frame();
        _stage.Shown.Image.PixelAt(20, 0).ShouldBe(Theme.Dark.Ground);
    }

    [Fact]
    public void A_hidden_widget_loses_hover_and_keyboard()
    {
        Tab();
        _stage.Move(OnFirst);
        _first.IsVisible = false;
        _stage.Scene.Focused.ShouldBeNull();
        _first.IsHovered.ShouldBeFalse();
        _stage.Frame();
        _stage.Shown.HasKeyboard.ShouldBeFalse();
        Tab().ShouldBe(_second);
    }

    [Fact]
    public void Where_the_host_has_no_menu_the_widget_gets_the_press()
    {
        _first.Parameter = 42;
        _stage.HasHostMenu = false;
        _stage.Press(OnFirst, button: PointerButton.Secondary);
        _stage.HostMenu.ShouldBe(42u);
        _first.Log.ShouldContain("pressed");
    }

    [Fact]
    public void The_cursor_is_the_widgets_and_stays_while_it_is_dragged()
    {
        _stage.Move(OnFirst);
        _stage.Shown.Cursor.ShouldBe(CursorShape.Hand);
        _stage.Press(OnFirst);
        _stage.Move(OnNothing);
        _stage.Shown.Cursor.ShouldBe(CursorShape.Hand);
        _stage.Release(OnNothing);
        _stage.Shown.Cursor.ShouldBe(CursorShape.Arrow);
    }

    [Fact]
    public void A_tooltip_comes_after_a_rest_and_goes_with_any_move()
    {
        _stage.Move(OnFirst);
        _stage.Wait(0.5);
        IsTooltipShown().ShouldBeFalse();
        _stage.Wait(0.2);
        IsTooltipShown().ShouldBeTrue();
        _stage.Move(new Point(21, 21));
        _stage.Frame();
        IsTooltipShown().ShouldBeFalse();
        _stage.ShowTooltips = false;
        _stage.Wait(1);
        IsTooltipShown().ShouldBeFalse();
    }

    [Fact]
    public void Another_theme_draws_everything_anew()
    {
        _stage.Frame();
        _stage.Theme = Theme.Light;
        _stage.Frame();
        _stage.Shown.Image.PixelAt(399, 299).ShouldBe(Theme.Light.Ground);
    }

    [Fact]
    public void A_window_that_is_too_small_shows_the_upper_left_of_the_least_layout()
    {
        _stage.MinimumSize = new Size(640, 400);
        _stage.Shown.Resize(new Size(100, 50), 1);
        _board.Bounds.ShouldBe(new Rectangle(0, 0, 640, 400));
    }

    [Fact]
    public void A_size_that_the_window_has_before_its_client_hears_of_it_counts() =>
        _board.Bounds.ShouldBe(new Rectangle(0, 0, 400, 300));

    [Fact]
    public void A_widget_may_take_itself_away_when_it_is_pressed()
    {
        _first.WhenPressed = () => _board.Drop(_first);
        _stage.Click(OnFirst);
        _stage.Click(OnThird);
        _third.Log.ShouldContain("released");
    }

    [Fact]
    public void Only_what_changed_is_drawn_anew()
    {
        _stage.Frame();
        _second.Invalidate();
        _stage.Shown.Dirty.ShouldBe(_second.Bounds);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(30, 10)]
    [InlineData(10, 200)]
    [InlineData(3000, 2000)]
    public void Whatever_room_they_are_given_all_controls_draw_and_take_the_pointer(double width, double height)
    {
        foreach (Widget control in Gallery.Controls())
        {
            using var stage = new Stage(new Board().Put(control, 5, 5, width, height));
            stage.Frame();
            var at = new Point(5 + (width / 2), 5 + (height / 2));
            stage.Move(at);
            stage.Press(at);
            stage.Move(new Point(at.X + 1, at.Y + 1));
            stage.Release(at);
            stage.Wheel(at, 1);
            stage.Key(Key.Tab);
            foreach (Key key in Enum.GetValues<Key>())
                stage.Key(key);
            stage.Wait(1);
            stage.Shown.Image.ToPng().Length.ShouldBeGreaterThan(100, control.AccessibleName);
        }
    }

    [Fact]
    public void After_the_window_is_closed_the_widgets_can_be_shown_by_another()
    {
        Tab();
        _stage.Scene.Dispose();
        _board.Scene.ShouldBeNull();
        using var again = new Stage(_board);
        again.Click(OnFirst);
        _first.Log.ShouldContain("released");
    }

    private Widget? Tab(Modifiers modifiers = Modifiers.None)
    {
        _stage.Key(Key.Tab, modifiers).ShouldBeTrue();
        return _stage.Scene.Focused;
    }

    // Anything but ground below the pointer, where no widget is.
    private bool IsTooltipShown() => Near.Distance(_stage.Shown.Image.PixelAt(30, 60), Theme.Dark.Ground) > 2;

    private sealed class Rows : IListRows
    {
        public int Count => 100;

        public string Name(int row) => $"row {row}";

        public void Draw(ICanvas canvas, in DrawContext context, int row, Rectangle area, bool isSelected)
        {
        }

        public void Choose(int row, Point? at, Rectangle area)
        {
        }
    }

    private sealed class Probe(string name) : Widget
    {
        public List<string> Log { get; } = [];

        public bool TakesPress { get; set; } = true;

        public uint? Parameter { get; set; }

        public Action? WhenPressed { get; set; }

        public override bool CanFocus => true;

        public override WidgetRole Role => WidgetRole.Button;

        public override string AccessibleName => name;

        public override string? Tooltip(Point at) => "a few words";

        public override CursorShape Cursor(Point at) => CursorShape.Hand;

        public override uint? ParameterAt(Point at) => Parameter;

        public override bool Pressed(in PointerEvent pointer)
        {
            Log.Add(TakesPress ? "pressed" : "refused");
            WhenPressed?.Invoke();
            return TakesPress;
        }

        public override void Moved(in PointerEvent pointer) => Log.Add("moved");

        public override void Released(in PointerEvent pointer) => Log.Add("released");

        public override void HoverChanged(bool isHovered) => Log.Add(isHovered ? "over" : "left");
    }
}
