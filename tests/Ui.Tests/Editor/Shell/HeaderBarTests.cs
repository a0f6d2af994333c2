using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Editor.Shell;

public class HeaderBarTests
{
    [Fact]
    public void Undo_and_redo_say_what_and_are_disabled_without_it()
    {
        using var editor = new EditorStage();
        editor["Undo"].States.HasFlag(AccessibleStates.Disabled).ShouldBeFalse();
        editor["Redo"].States.HasFlag(AccessibleStates.Disabled).ShouldBeTrue();
        editor.Click("Undo");
        editor.History.Steps.ShouldBe(-1);
        editor.Click("Redo");
        editor.History.Steps.ShouldBe(-1);
        editor.History.RedoName = "Amount";
        editor.Stage.Frame();
        editor.Click("Redo");
        editor.History.Steps.ShouldBe(0);
    }

    [Fact]
    public void A_and_B_are_switched_copied_and_matched()
    {
        using var editor = new EditorStage();
        editor.ClickItem("B");
        editor.Model.Compare.IsB.ShouldBeTrue();
        editor.ClickItem("B");
        editor.Model.Compare.IsB.ShouldBeTrue("it plays already");
        editor.Click("Copy the one that plays to the other");
        ((FakeCompare)editor.Model.Compare).Copies.ShouldBe(1);
        editor.Click("Match loudness of A and B");
        editor.Model.Compare.IsMatched.ShouldBeFalse();
    }

    [Fact]
    public void Power_is_bypass_turned_round_and_has_its_host_menu()
    {
        using var editor = new EditorStage();
        editor["On"].Value.ShouldBe("on");
        editor.Click("On");
        editor.Model.Bypass.IsOn().ShouldBeTrue();
        editor["On"].Value.ShouldBe("off");
        ((FakeControl)editor.Model.Bypass).Gestures.ShouldBe([Gesture.Begin, Gesture.Set, Gesture.End]);
        editor.Stage.Press(editor["On"].Bounds.Centre, button: Ui.Window.PointerButton.Secondary);
        editor.Stage.HostMenu.ShouldBe(editor.Model.Bypass.Id);
    }

    [Fact]
    public void Presets_are_stepped_through_and_their_heart_lit()
    {
        using var editor = new EditorStage();
        editor.Click("Next preset");
        editor.Presets.Current!.Name.ShouldBe("Close and dry");
        editor.Click("Favourite");
        editor.Presets.Current.IsFavourite.ShouldBeTrue();
        editor.Click("Previous preset");
        editor["Preset"].Value.ShouldBe("Warm vocal, clear top");
        editor.Presets.IsModified = true;
        editor["Preset"].Value.ShouldBe("Warm vocal, clear top, changed");
    }

    [Fact]
    public void Why_a_preset_cannot_be_loaded_is_said_each_time()
    {
        using var editor = new EditorStage(prepare: model => ((FakePresets)model.Presets).Problem = "That preset is not there any more.");
        for (int i = 0; i < 2; i++)
        {
            editor.Click("Next preset");
            editor.Shows("That preset is not there any more.").ShouldBeTrue();
            editor.Click("Put the message away");
            editor.Shows("That preset is not there any more.").ShouldBeFalse();
        }
    }

    [Fact]
    public void The_settings_menu_changes_the_settings_and_shows_them()
    {
        using var editor = new EditorStage();
        IEditorSettings settings = editor.Model.Settings;
        Choose("Light");
        settings.Theme.ShouldBe(ThemeChoice.Light);
        Choose("150\u2009%");
        settings.Scale.ShouldBe(1.5);
        Choose("As the host says");
        settings.Scale.ShouldBeNull();
        Choose("Piano under the curve");
        settings.ShowPiano.ShouldBeTrue();
        Choose("Tooltips");
        settings.ShowTooltips.ShouldBeFalse();
        Choose("Reduced motion");
        settings.ReducedMotion.ShouldBeTrue();
        editor.Click("Settings");
        editor.Line("Light").Value.ShouldBe("checked");
        editor.Line("Dark").Value.ShouldBe("");
        editor.ClickItem("About Semantic EQ");
        editor.All.ShouldContain(node => node.Name.StartsWith("About Semantic EQ:", StringComparison.Ordinal));

        void Choose(string line)
        {
            editor.Click("Settings");
            editor.ClickItem(line);
        }
    }

    [Theory]
    [InlineData(640)]
    [InlineData(700)]
    [InlineData(820)]
    [InlineData(884)]
    [InlineData(1120)]
    [InlineData(2560)]
    public void Nothing_in_the_header_overlaps_or_is_cut(double width)
    {
        using var editor = new EditorStage(width, 500);
        Rectangle header = EditorLayout.For(new Size(width, 500)).Header;
        string[] names =
        [
            "Previous preset", "Preset", "Favourite", "Next preset", "Undo", "Redo", "Compare A and B", "Copy the one that plays to the other",
            "Match loudness of A and B", "On", "Dry compare", "Settings",
        ];
        double right = header.Left;
        foreach (AccessibleNode node in names.Select(name => editor[name]))
        {
            node.Bounds.Left.ShouldBeGreaterThanOrEqualTo(right - 0.01, node.Name);
            right = node.Bounds.Right;
        }

        right.ShouldBeLessThanOrEqualTo(header.Right + 10);
        editor["Preset"].Bounds.Width.ShouldBeGreaterThan(100);
    }
}
