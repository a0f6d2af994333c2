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
    public void Editor(double width, double height, double scale)
    {
        foreach (ThemeChoice choice in Enum.GetValues<ThemeChoice>())
        {
            using var stage = Stage(width, height, scale, choice);
            stage.Frame();
            stage.Shown.Image.SavePng(Out.Picture($"editor-{choice.ToString().ToLowerInvariant()}-{width}x{height}-{scale}.png"));
        }
    }

    private static Stage Stage(double width, double height, double scale, ThemeChoice choice)
    {
        var model = new FakeEditorModel();
        model.Settings.Theme = choice;
        return new Stage(new EditorView(model), width, height, scale, Theme.Of(choice)) { MinimumSize = EditorLayout.Least };
    }
}
