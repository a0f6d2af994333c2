using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor.Shell;

public class FileDropTests
{
    private const string Invitation = "Drop a file here";
    private const string Problem = "This file is neither a preset nor audio.";

    private static readonly string[] Files = ["/tmp/ü.vstpreset", "/tmp/b.wav"];

    [Fact]
    public void While_files_are_over_it_the_whole_window_says_what_becomes_of_them()
    {
        using var editor = new EditorStage();
        editor.Shows(Invitation).ShouldBeFalse();
        byte[] before = editor.Stage.Shown.Image.ToPng();
        editor.Stage.Scene.FilesOver(true);
        editor.Stage.Scene.FilesOver(true);
        editor.Stage.Frame();
        editor.Shows(Invitation).ShouldBeTrue();
        PictureDistance.Between(new PngReader(before), new PngReader(editor.Stage.Shown.Image.ToPng())).ShareSeen.ShouldBeGreaterThan(0.2);
        editor.Stage.Scene.FilesOver(false);
        editor.Stage.Scene.FilesOver(false);
        editor.Stage.Frame();
        editor.Shows(Invitation).ShouldBeFalse();
        editor.Stage.Shown.Image.ToPng().ShouldBe(before);
    }

    [Fact]
    public void It_takes_neither_pointer_nor_keyboard()
    {
        using var editor = new EditorStage();
        Point amount = editor["Warm"].Bounds.Centre;
        editor.Stage.Scene.FilesOver(true);
        editor.Stage.Frame();
        editor.Stage.Shown.HasKeyboard.ShouldBeFalse();
        editor.Stage.Key(Key.Tab);
        editor.Stage.Scene.Focused.ShouldNotBeNull();
        editor.Stage.Move(amount);
        editor.View.HitTest(amount)!.IsHovered.ShouldBeTrue();
    }

    [Fact]
    public void What_is_dropped_is_opened_and_why_it_is_not_is_said()
    {
        using var editor = new EditorStage();
        Drop(editor);
        editor.Model.Opened.ShouldHaveSingleItem().ShouldBe(Files);
        editor.Shows("Put the message away").ShouldBeFalse();
        editor.Model.OpenProblem = Problem;
        Drop(editor);
        editor.Shows(Problem).ShouldBeTrue();
        editor.Click("Put the message away");
        editor.Shows(Problem).ShouldBeFalse();
        Drop(editor);
        editor.Shows(Problem).ShouldBeTrue("each time anew");
    }

    [Theory]
    [InlineData("Preset", 1120)]
    [InlineData("Channel mode", 1120)]
    [InlineData("Settings", 1120)]
    [InlineData("Show the words", 640)]
    public void What_is_open_stays_while_files_pass_and_is_closed_by_a_drop(string button, double width)
    {
        using var editor = new EditorStage(width, width == 640 ? 400 : 700);
        editor.Click(button);
        int open = editor.Stage.Scene.OpenPopups;
        open.ShouldBe(1);
        editor.Stage.Scene.FilesOver(true);
        editor.Stage.Frame();
        editor.Stage.Scene.FilesOver(false);
        editor.Stage.Frame();
        editor.Stage.Scene.OpenPopups.ShouldBe(1);
        editor.Stage.Shown.HasKeyboard.ShouldBeTrue();
        Drop(editor);
        editor.Stage.Scene.OpenPopups.ShouldBe(0);
        editor.Stage.Shown.HasKeyboard.ShouldBeFalse();
        editor.Model.Opened.Count.ShouldBe(1);
    }

    [Fact]
    public void A_knob_that_is_held_is_let_go_first()
    {
        using var editor = new EditorStage();
        editor.Stage.Press(editor["Warm"].Bounds.Centre);
        Drop(editor);
        editor.Model.ShouldBeBalanced();
        editor.Model.Opened.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(640, 400)]
    [InlineData(1120, 700)]
    [InlineData(300, 120)]
    public void In_any_size_of_window_all_of_it_is_covered(double width, double height)
    {
        using var editor = new EditorStage();
        editor.Stage.Scene.FilesOver(true);
        editor.Stage.Shown.Resize(new Size(width, height), 1);
        editor.Stage.Frame();
        Rectangle veil = editor[Invitation].Bounds;
        new Rectangle(0, 0, width, height).Inset(10).ShouldSatisfyAllConditions(inner => veil.Contains(inner).ShouldBeTrue($"{veil}"));
    }

    [Fact]
    public void Frames_with_files_over_it_allocate_nothing()
    {
        using var editor = new EditorStage();
        editor.Stage.Scene.FilesOver(true);
        Play(editor, 120);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(editor, 200);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_window_closed_meanwhile_can_be_opened_again()
    {
        var model = new FakeEditorModel();
        var view = new SemanticEq.Ui.Editor.EditorView(model);
        using (var first = new Widgets.Stage(view))
            first.Scene.FilesOver(true);
        using var second = new Widgets.Stage(view);
        second.Scene.OpenPopups.ShouldBe(0);
        second.Scene.FilesOver(true);
        second.Scene.OpenPopups.ShouldBe(1);
    }

    [Fact]
    public void Who_takes_no_files_is_left_alone()
    {
        using var stage = new Widgets.Stage(new Button("alone", () => { }));
        stage.Scene.FilesOver(true);
        stage.Scene.FilesDropped(Files);
        stage.Scene.FilesOver(false);
    }

    private static void Drop(EditorStage editor)
    {
        editor.Stage.Scene.FilesOver(true);
        editor.Stage.Frame();
        editor.Stage.Scene.FilesOver(false);
        editor.Stage.Scene.FilesDropped(Files);
        editor.Stage.Frame();
    }

    private static void Play(EditorStage editor, int frames)
    {
        for (int i = 0; i < frames; i++)
        {
            editor.Model.Tick(i / 60.0);
            editor.Stage.Frame();
        }
    }
}
