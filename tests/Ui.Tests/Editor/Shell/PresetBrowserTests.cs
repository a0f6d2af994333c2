using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor.Shell;

public class PresetBrowserTests
{
    [Fact]
    public void A_click_loads_and_leaves_it_open_a_double_click_closes_it()
    {
        using EditorStage editor = Opened();
        editor.ClickItem("Tight kick");
        editor.Presets.Current!.Name.ShouldBe("Tight kick");
        IsOpen(editor).ShouldBeTrue();
        editor.Stage.Wait(0.6);
        editor.ClickItem("Tight kick");
        IsOpen(editor).ShouldBeTrue("two slow clicks are no double click");
        editor.ClickItem("Tight kick");
        IsOpen(editor).ShouldBeFalse();
    }

    [Fact]
    public void Typing_searches_names_and_groups_and_Return_loads()
    {
        using EditorStage editor = Opened();
        editor.Stage.Type("KICK");
        editor.Stage.Frame();
        Rows(editor).ShouldBe(["Drums", "Tight kick", "Mine", "Kick, Tuesday"]);
        editor.Stage.Key(Key.Down);
        editor.Stage.Key(Key.Return);
        editor.Presets.Current!.Name.ShouldBe("Kick, Tuesday");
        IsOpen(editor).ShouldBeTrue();
        editor.Stage.Key(Key.Escape);
        IsOpen(editor).ShouldBeFalse();
    }

    [Fact]
    public void Up_and_down_go_over_headings()
    {
        using EditorStage editor = Opened();
        string[] expected = ["Close and dry", "Tight kick", "Airy overheads", "Telephone"];
        foreach (string name in expected)
        {
            editor.Stage.Key(Key.Down);
            Selected(editor).ShouldBe(name);
        }

        for (int i = 0; i < 10; i++)
            editor.Stage.Key(Key.Up);
        Selected(editor).ShouldBe("Warm vocal, clear top");
    }

    [Fact]
    public void Filters_leave_what_they_say_and_nothing_found_is_said()
    {
        using EditorStage editor = Opened();
        editor.ClickItem("Favourites");
        Rows(editor).ShouldBe(["Vocals", "Warm vocal, clear top", "Mine", "My bass"]);
        editor.Click("Search presets");
        editor.Stage.Type("zz");
        editor.Stage.Frame();
        Rows(editor).ShouldBeEmpty();
        editor.Shows("No preset is called so.").ShouldBeTrue();
    }

    [Fact]
    public void A_heart_is_lit_without_loading()
    {
        using EditorStage editor = Opened();
        Rectangle row = editor.Line("Telephone").Bounds;
        editor.ClickAt(new Point(row.Right - 18, row.Centre.Y));
        editor.Presets.All.Single(preset => preset.Name == "Telephone").IsFavourite.ShouldBeTrue();
        editor.Presets.Current!.Name.ShouldBe("Warm vocal, clear top");
    }

    [Fact]
    public void One_of_the_users_own_is_renamed_deleted_and_brought_back_a_factory_one_is_not()
    {
        using EditorStage editor = Opened();
        editor["Delete the preset"].States.HasFlag(AccessibleStates.Disabled).ShouldBeTrue();
        editor.ClickItem("My bass");
        editor.Click("Rename the preset");
        editor.Stage.Type("Fat bass");
        editor.Click("Save");
        editor.Presets.All.ShouldContain(preset => preset.Name == "Fat bass");
        Selected(editor).ShouldBe("Fat bass");
        editor.Click("Delete the preset");
        editor.Shows("Deleted “Fat bass”.").ShouldBeTrue();
        Rows(editor).ShouldNotContain("Fat bass");
        editor.Click("Undo deleting");
        Rows(editor).ShouldContain("Fat bass");
        Selected(editor).ShouldBe("Fat bass");
        editor.Shows("Deleted “Fat bass”.").ShouldBeFalse();
    }

    [Fact]
    public void What_stands_is_saved_under_a_name_and_a_group_and_why_not_is_said()
    {
        using EditorStage editor = Opened();
        editor.Click("Save as a preset");
        editor["Preset's name"].Value.ShouldBe("Warm vocal, clear top");
        editor.Stage.Key(Key.Backspace);
        editor.Stage.Key(Key.Return);
        editor.Shows("A preset needs a name.").ShouldBeTrue();
        editor.Stage.Type("Mine, warmer");
        editor.Stage.Key(Key.Tab);
        editor.Stage.Key('a', Modifiers.Control);
        editor.Stage.Type("Vocals");
        editor.Stage.Key(Key.Return);
        Preset saved = editor.Presets.All.Single(preset => preset.Name == "Mine, warmer");
        (saved.Group, saved.Origin).ShouldBe(("Vocals", PresetOrigin.Mine));
        editor.Shows("A preset needs a name.").ShouldBeFalse();
        editor.Click("Save as a preset");
        editor.Stage.Key(Key.Escape);
        IsOpen(editor).ShouldBeTrue("Escape only leaves the naming");
        editor.Shows("Preset's name").ShouldBeFalse();
    }

    private static EditorStage Opened()
    {
        var editor = new EditorStage();
        editor.Click("Preset");
        IsOpen(editor).ShouldBeTrue();
        return editor;
    }

    private static bool IsOpen(EditorStage editor) => editor.Shows("Preset browser");

    private static List<string> Rows(EditorStage editor) => [.. List(editor).Children.Select(row => row.Name)];

    private static string? Selected(EditorStage editor) =>
        List(editor).Children.SingleOrDefault(row => row.States.HasFlag(AccessibleStates.Selected))?.Name;

    private static AccessibleNode List(EditorStage editor) => editor.All.Single(node => node.Role == WidgetRole.List && node.Name == "Presets");
}
