using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Widgets;

public sealed class TextFieldTests : IDisposable
{
    private const double TextLeft = 12;

    private readonly List<string> _changes = [];
    private readonly TextField _field;
    private readonly Stage _stage;
    private string? _submitted;
    private int _abandoned;

    public TextFieldTests()
    {
        _field = new TextField("Prompt")
        {
            Changed = _changes.Add,
            Submitted = text => _submitted = text,
            Abandoned = () => _abandoned++,
        };
        _stage = new Stage(new Board().Put(_field, 0, 0, 150, 30));
    }

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void A_click_takes_the_keyboard_and_what_is_typed_is_the_fields()
    {
        _stage.Click(new Point(50, 15));
        _stage.Shown.HasKeyboard.ShouldBeTrue();
        _stage.Type("warm");
        _field.Text.ShouldBe("warm");
        _changes.ShouldBe(["w", "wa", "war", "warm"]);
    }

    [Fact]
    public void A_space_typed_is_not_the_hosts_neither_down_nor_up()
    {
        Focus("");
        _stage.Key(' ').ShouldBeTrue();
        _stage.Scene.Key(new KeyEvent(Key.Character, new System.Text.Rune(' '), Modifiers.None, IsDown: false)).ShouldBeTrue();
    }

    [Fact]
    public void Commands_that_mean_nothing_here_are_the_hosts()
    {
        Focus("warm");
        _stage.Key('s', Modifiers.Control).ShouldBeFalse();
        _stage.Key(Key.Up).ShouldBeFalse();
        _field.Text.ShouldBe("warm");
    }

    [Fact]
    public void Return_submits_and_escape_gives_up()
    {
        Focus("warm");
        _stage.Key(Key.Return).ShouldBeTrue();
        _submitted.ShouldBe("warm");
        _stage.Key(Key.Escape).ShouldBeTrue();
        _abandoned.ShouldBe(1);
        _stage.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void A_click_between_two_letters_puts_the_caret_there()
    {
        Focus("mmmm");
        double m = _stage.Scene.MeasureWidth("m", new TextStyle(TypeSize.Control, default));
        _stage.Click(new Point(TextLeft + (2.1 * m), 15));
        _stage.Type("x");
        _field.Text.ShouldBe("mmxmm");
    }

    [Fact]
    public void Shift_click_and_a_drag_select()
    {
        Focus("mmmm");
        double m = _stage.Scene.MeasureWidth("m", new TextStyle(TypeSize.Control, default));
        _stage.Click(new Point(TextLeft + (1.1 * m), 15));
        _stage.Press(new Point(TextLeft + (2.9 * m), 15), Modifiers.Shift);
        _stage.Release(new Point(TextLeft + (2.9 * m), 15));
        _stage.Type("x");
        _field.Text.ShouldBe("mxm");
        _stage.Press(new Point(TextLeft, 15));
        _stage.Move(new Point(500, 15));
        _stage.Release(new Point(500, 15));
        _stage.Type("y");
        _field.Text.ShouldBe("y");
    }

    [Fact]
    public void A_double_click_selects_the_word()
    {
        Focus("warm and clear");
        double warm = _stage.Scene.MeasureWidth("warm a", new TextStyle(TypeSize.Control, default));
        _stage.DoubleClick(new Point(TextLeft + warm, 15));
        _stage.Type("or");
        _field.Text.ShouldBe("warm or clear");
    }

    [Fact]
    public void Copy_cut_and_paste()
    {
        Focus("warm");
        _stage.Key('a', Modifiers.Control);
        _stage.Key('c', Modifiers.Control);
        _stage.Shown.Clipboard.ShouldBe("warm");
        _stage.Key('x', Modifiers.Control);
        _field.Text.ShouldBe("");
        _stage.Shown.Clipboard = " a bit\nbrighter ";
        _stage.Key('v', Modifiers.Control);
        _field.Text.ShouldBe("a bit brighter");
        _changes.ShouldBe(["", "a bit brighter"]);
        _stage.Key('z', Modifiers.Control);
        _stage.Key('z', Modifiers.Control);
        _field.Text.ShouldBe("warm");
        _stage.Key('Z', Modifiers.Control | Modifiers.Shift);
        _field.Text.ShouldBe("");
    }

    [Fact]
    public void The_menu_copies_and_pastes_without_losing_the_selection_or_the_keyboard()
    {
        Focus("warm");
        _stage.Key('a', Modifiers.Control);
        Choose("Cut");
        (_field.Text, _stage.Shown.Clipboard).ShouldBe(("", "warm"));
        Choose("Paste");
        _stage.Type("er");
        _field.Text.ShouldBe("warmer");
        _changes.ShouldBe(["", "warm", "warme", "warmer"]);
        _stage.Shown.KeyboardMoves.ShouldBe(1);
    }

    [Fact]
    public void A_paste_that_comes_after_the_field_is_gone_is_nobodys()
    {
        Focus("");
        _stage.Scene.RequestPaste(_field);
        _field.IsVisible = false;
        _stage.Scene.Pasted("late");
        _field.Text.ShouldBe("");
    }

    [Fact]
    public void A_line_that_is_longer_scrolls_so_that_the_caret_is_seen()
    {
        Focus("");
        _stage.Type("a very long phrase that does not fit at all");
        _stage.Frame();
        CaretX().ShouldBeInRange(120, 140);
        _stage.Key(Key.Home);
        _stage.Frame();
        CaretX().ShouldBeInRange(10, 14);
    }

    [Fact]
    public void The_caret_blinks_and_stands_still_where_motion_is_reduced()
    {
        Focus("");
        _stage.Frame();
        CaretX().ShouldBeGreaterThan(0);
        _stage.Wait(0.6);
        CaretX().ShouldBe(-1);
        _stage.ReducedMotion = true;
        for (int i = 0; i < 4; i++)
        {
            _stage.Wait(0.4);
            CaretX().ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void Setting_the_text_tells_nobody()
    {
        _field.Text = "dark";
        _changes.ShouldBeEmpty();
        _field.AccessibleValue.ShouldBe("dark");
    }

    private void Choose(string item)
    {
        _stage.Press(new Point(20, 15), button: PointerButton.Secondary);
        _stage.Release(new Point(20, 15), PointerButton.Secondary);
        _stage.Click(_stage.Scene.Describe().All().Single(node => node.Name == item).Bounds.Centre);
    }

    private void Focus(string text)
    {
        _field.Text = text;
        _stage.Click(new Point(140, 15));
        _changes.Clear();
    }

    // A column at which the caret's colour runs down the middle; −1 for none. The outline is at the edges only.
    private int CaretX()
    {
        for (int x = 4; x < 146; x++)
        {
            if (Enumerable.Range(9, 12).All(y => Near.Distance(_stage.Shown.Image.PixelAt(x, y), Theme.Dark.Focus) < 120))
                return x;
        }

        return -1;
    }
}
