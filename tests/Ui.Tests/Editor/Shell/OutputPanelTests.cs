using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Editor.Shell;

public class OutputPanelTests
{
    [Fact]
    public void What_a_later_version_brings_is_disabled()
    {
        using var editor = new EditorStage(prepare: model => ((FakeControl)model.Adapt).IsAvailable = false);
        editor["Adapt"].States.HasFlag(AccessibleStates.Disabled).ShouldBeTrue();
        editor["Amount"].States.HasFlag(AccessibleStates.Disabled).ShouldBeFalse();
    }

    [Fact]
    public void Measuring_says_how_far_it_is()
    {
        using var editor = new EditorStage();
        editor["Measure loudness"].Value.ShouldBe("off");
        editor.Click("Measure loudness");
        editor.Model.MeasureLoudness.IsOn().ShouldBeTrue();
        editor.Model.FakeSignals.Measuring = (true, 2.14, false);
        editor["Measure loudness"].Value.ShouldBe("measuring, 2.1 s heard");
        editor.Model.FakeSignals.Measuring = (true, 9, true);
        editor["Measure loudness"].Value.ShouldBe("measuring, 9.0 s heard, enough");
        editor.Click("Measure loudness");
        editor.Model.MeasureLoudness.IsOn().ShouldBeFalse();
        editor.Model.FakeSignals.Measuring = (false, 9, true);
        editor["Measure loudness"].Value.ShouldBe("measured");
    }

    [Fact]
    public void The_channels_are_chosen_from_a_list_or_by_the_wheel()
    {
        using var editor = new EditorStage();
        editor.Click("Channel mode");
        editor.ClickItem("Side");
        editor.Model.ChannelMode.Step().ShouldBe(2);
        editor.Stage.Wheel(editor["Channel mode"].Bounds.Centre, 1);
        editor.Stage.Wait(1);
        editor["Channel mode"].Value.ShouldBe("Left");
    }

    [Fact]
    public void Levels_are_told_and_the_highest_is_forgotten_by_a_click()
    {
        using var editor = new EditorStage();
        AccessibleNode figures = editor.All.Single(node => node.Name.StartsWith("Output level", StringComparison.Ordinal));
        figures.Value.ShouldBe("highest peak −3.2 dB full scale, short-term loudness −14.1 LUFS out, −14.6 LUFS in");
        editor.ClickAt(figures.Bounds.Centre);
        editor.Model.FakeSignals.Resets.ShouldBe(1);
    }

    [Fact]
    public void What_has_no_room_in_a_small_window_is_a_click_away()
    {
        using var editor = new EditorStage(640, 400);
        editor.Shows("Auto gain").ShouldBeFalse();
        editor.Click("More of the output");
        editor.Click("Auto gain");
        editor.Model.AutoGain.IsOn().ShouldBeTrue();
    }

    [Theory]
    [InlineData(1120, 700)]
    [InlineData(820, 520)]
    [InlineData(640, 400)]
    public void Freeze_is_beside_Adapt_in_every_window(double width, double height)
    {
        using var editor = new EditorStage(width, height);
        editor.Click("Freeze");
        editor.Model.Freeze.IsOn().ShouldBeTrue();
        editor["Freeze"].Value.ShouldBe("on");
        editor.Click("Freeze");
        editor.Model.Freeze.IsOn().ShouldBeFalse();
    }

    [Fact]
    public void Adapt_and_Freeze_say_what_they_learn_and_hold()
    {
        using var editor = new EditorStage();

        editor.TipAt(editor["Adapt"].Bounds.Centre).ShouldContain("learns the track's spectrum while it plays");
        editor.TipAt(editor["Freeze"].Bounds.Centre).ShouldContain("nothing new is learnt");
    }
}
