using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>The whole editor as it is seen.</summary>
public class EditorPictures
{
    [Theory]
    [InlineData(1120, 700, 1)]
    [InlineData(1120, 700, 2)]
    [InlineData(640, 400, 1)]
    [InlineData(640, 400, 2)]
    [InlineData(820, 520, 1)]
    [InlineData(1920, 1080, 1)]
    public void Editor(double width, double height, double scale) => Save($"editor-{{0}}-{width}x{height}-{scale}", width, height, scale);

    [Theory]
    [InlineData("Preset", 1120, 700)]
    [InlineData("Preset", 640, 400)]
    [InlineData("Show the words", 640, 400)]
    [InlineData("Settings", 1120, 700)]
    [InlineData("More of the output", 640, 400)]
    [InlineData("Channel mode", 1120, 700)]
    public void Popups(string button, double width, double height) =>
        Save($"editor-{{0}}-{button.ToLowerInvariant().Replace(' ', '-')}-{width}", width, height, 1, stage => stage.Click(stage.Find(button).Bounds.Centre));

    [Theory]
    [InlineData(1120, 700, 1)]
    [InlineData(1120, 700, 2)]
    [InlineData(640, 400, 1)]
    [InlineData(420, 260, 1)]
    public void FilesOver(double width, double height, double scale) =>
        Save($"editor-{{0}}-files-{width}x{height}-{scale}", width, height, scale, stage => stage.Scene.FilesOver(true));

    [Fact]
    public void Message() => Save("editor-{0}-message", 1120, 700, 1, prepare: model => model.Messages =
    [
        "The ONNX Runtime can't be loaded. Words sound the same by the built-in decoder. Installing Semantic EQ anew brings it back. "
        + "(libonnxruntime.so: cannot open shared object file)",
    ]);

    [Fact]
    public void Adapted() => Save("editor-{0}-adapted", 1120, 700, 1, prepare: model =>
    {
        model.FakePlaying.IsAdapted = true;
        model.Freeze.SetOnce(1);
        ((FakeEar)model.Ear).State = EarState.Settled;
    });

    [Fact]
    public void Busy() => Save("editor-{0}-busy", 1120, 700, 1, prepare: model =>
    {
        model.AutoGain.SetOnce(1);
        model.MeasureLoudness.SetOnce(1);
        model.DryCompare.SetOnce(1);
        model.FakeSignals.Measuring = (true, 12.3, true);
        ((FakeControl)model.Adapt).IsAvailable = false;
        ((FakePresets)model.Presets).IsModified = true;
        ((FakeEar)model.Ear).IsAvailable = false;
        model.Compare.Switch();
    });

    private static void Save(
        string name, double width, double height, double scale, Action<Stage>? act = null, Action<FakeEditorModel>? prepare = null)
    {
        foreach (ThemeChoice choice in Enum.GetValues<ThemeChoice>())
        {
            var model = new FakeEditorModel();
            model.Settings.Theme = choice;
            prepare?.Invoke(model);
            model.Update();
            using var stage = new Stage(new EditorView(model), width, height, scale, Theme.Of(choice)) { MinimumSize = EditorLayout.Least };
            stage.Frame();
            act?.Invoke(stage);
            stage.Frame();
            stage.Shown.Image.SavePng(Out.Picture(string.Format(null, name, choice.ToString().ToLowerInvariant()) + ".png"));
        }
    }
}
