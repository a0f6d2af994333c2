using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor.Shell;

public class EditorViewTests
{
    private const string Broken = "The word model can't be read. Install Semantic EQ anew.";
    private const string Missing = "This session's word model is not here.";

    [Theory]
    [InlineData(1120, 700)]
    [InlineData(640, 400)]
    public void All_that_the_keyboard_reaches_has_a_name_and_a_role(double width, double height)
    {
        using var editor = new EditorStage(width, height);
        List<AccessibleNode> focusable = [.. editor.All.Where(node => node.States.HasFlag(AccessibleStates.Focusable))];
        focusable.Count.ShouldBeGreaterThan(25);
        focusable.ShouldAllBe(node => node.Name.Length > 0 && node.Role != WidgetRole.None);
        foreach (IGrouping<string, AccessibleNode> same in focusable.GroupBy(node => node.Name))
            same.Count().ShouldBe(1, $"{same.Key} is the name of several");
    }

    [Fact]
    public void The_keyboard_goes_through_prompt_words_curve_macros_output_and_header()
    {
        using var editor = new EditorStage();
        var names = new List<string>();
        for (int i = 0; i < 80; i++)
        {
            editor.Stage.Key(Key.Tab);
            names.Add(editor.Stage.Scene.Focused.ShouldNotBeNull().AccessibleName);
        }

        string[] wanted = ["How it should sound", "Search words", "Warm", "Scoop", "Amount", "Auto gain", "Previous preset", "On", "Settings"];
        int[] order = [.. wanted.Select(name => names.IndexOf(name))];
        order.ShouldAllBe(at => at >= 0);
        order.ShouldBe(order.Order());
    }

    [Fact]
    public void Undo_and_redo_keys_work_while_the_keyboard_is_ours_and_not_before()
    {
        using var editor = new EditorStage();
        editor.Stage.Key('z', Modifiers.Control).ShouldBeFalse();
        editor.Stage.Key(Key.Tab);
        while (editor.Stage.Scene.Focused!.AccessibleName != "Warm")
            editor.Stage.Key(Key.Tab);
        editor.Stage.Key('z', Modifiers.Control).ShouldBeTrue();
        editor.Stage.Key('z', Modifiers.Control).ShouldBeTrue();
        editor.History.Steps.ShouldBe(-2);
        editor.Stage.Key('Z', Modifiers.Control | Modifiers.Shift).ShouldBeTrue();
        editor.Stage.Key('y', Modifiers.Control).ShouldBeTrue();
        editor.History.Steps.ShouldBe(0);
        editor.Stage.Key('s', Modifiers.Control).ShouldBeFalse("Ctrl-S is the host's");
    }

    [Fact]
    public void A_slash_goes_to_the_prompt_and_is_typed_where_text_is()
    {
        using var editor = new EditorStage();
        editor.Stage.Key('/').ShouldBeFalse("the keyboard is the host's");
        editor.Stage.Key(Key.Tab);
        while (editor.Stage.Scene.Focused!.AccessibleName != "Warm")
            editor.Stage.Key(Key.Tab);
        editor.Stage.Key('/').ShouldBeTrue();
        editor.Stage.Scene.Focused.AccessibleName.ShouldBe("How it should sound");
        editor.Stage.Key('/').ShouldBeTrue();
        editor["How it should sound"].Value.ShouldBe("/");
    }

    [Fact]
    public void Messages_come_one_after_the_other_and_stay_away_once_put_away()
    {
        using var editor = new EditorStage();
        editor.Shows("Put the message away").ShouldBeFalse();
        editor.Model.Messages = [Broken, Missing];
        editor.Stage.Frame();
        editor.Shows(Broken).ShouldBeTrue();
        editor.Click("Put the message away");
        editor.Shows(Missing).ShouldBeTrue();
        editor.Click("Put the message away");
        editor.Shows("Put the message away").ShouldBeFalse();
        editor.Model.Messages = [Missing];
        editor.Stage.Frame();
        editor.Shows(Missing).ShouldBeFalse();
    }

    [Fact]
    public void A_narrow_window_has_the_words_in_a_drawer_that_Escape_and_a_press_beside_it_close()
    {
        using var editor = new EditorStage(640, 400);
        editor.Shows("Search words").ShouldBeFalse();
        editor.Click("Show the words");
        editor.Shows("Search words").ShouldBeTrue();
        editor.Stage.Shown.HasKeyboard.ShouldBeTrue("or Escape would be the host's");
        Rectangle drawer = editor["Search words"].Bounds;
        editor.ClickAt(new Point(30, 200));
        editor.Shows("Search words").ShouldBeFalse();
        editor.Click("Show the words");
        editor["Search words"].Bounds.ShouldBe(drawer);
        editor.Stage.Key(Key.Escape).ShouldBeTrue();
        editor.Shows("Search words").ShouldBeFalse();
        editor.Stage.Shown.HasKeyboard.ShouldBeFalse();
    }

    [Fact]
    public void A_drawer_that_is_open_when_the_window_grows_becomes_the_panel_and_back()
    {
        using var editor = new EditorStage(640, 400);
        editor.Click("Show the words");
        editor.Stage.Shown.Resize(new Size(1120, 700), 1);
        editor.Stage.Frame();
        Rectangle map = EditorLayout.For(EditorLayout.Usual).Map;
        map.Contains(editor["Search words"].Bounds).ShouldBeTrue();
        editor.Shows("Show the words").ShouldBeFalse();
        editor.Stage.Key(Key.Escape).ShouldBeFalse("nothing is open");
        editor.Stage.Shown.Resize(new Size(640, 400), 1);
        editor.Stage.Frame();
        editor.Shows("Search words").ShouldBeFalse();
        editor.Shows("Show the words").ShouldBeTrue();
    }

    [Fact]
    public void Resizing_wildly_keeps_everything_within_the_window()
    {
        using var editor = new EditorStage();
        var random = new Random(3);
        for (int i = 0; i < 60; i++)
        {
            var size = new Size(640 + random.Next(1400), 400 + random.Next(700));
            editor.Stage.Shown.Resize(size, 1);
            editor.Stage.Scene.Tick(i);
            var window = new Rectangle(0, 0, size.Width, size.Height);
            foreach (AccessibleNode node in editor.All.Where(node => node.Role is WidgetRole.Slider or WidgetRole.Button or WidgetRole.Toggle))
                window.Contains(node.Bounds).ShouldBeTrue($"{node.Name} at {node.Bounds} in {size}");
        }
    }

    [Theory]
    [InlineData(640, 400)]
    [InlineData(1120, 700)]
    [InlineData(3840, 2160)]
    public void Knobs_never_shrink_below_their_least(double width, double height)
    {
        using var editor = new EditorStage(width, height);
        foreach (AccessibleNode knob in editor.All.Where(node => node.Role == WidgetRole.Slider && node.Bounds.Height > Knob.LabelHeight))
        {
            knob.Bounds.Width.ShouldBeGreaterThanOrEqualTo(Knob.Least, knob.Name);
            (knob.Bounds.Height - Knob.LabelHeight).ShouldBeGreaterThanOrEqualTo(Knob.Least, knob.Name);
        }
    }
}
