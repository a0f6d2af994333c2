using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>Pictures of the prompt line to be looked at.</summary>
public class PromptPicturesForEyes
{
    [Theory]
    [InlineData("dark", 1)]
    [InlineData("dark", 2)]
    [InlineData("light", 1)]
    [InlineData("light", 2)]
    public void The_line(string theme, double scale)
    {
        var model = new FakeEditorModel();
        using var stage = new Stage(
            new Board().Put(new PromptBar(model), 24, 12, 1072, 46).Put(new PromptBar(model), 24, 230, 592, 46), 1120, 300, scale,
            theme == "dark" ? Theme.Dark : Theme.Light);
        Save("");
        stage.Click(new Point(100, 33));
        stage.Key('a', Modifiers.Control);
        stage.Type("warm bright, 300 and marzipan, not qzx, wa");
        stage.Wait(0.2);
        Save("-typed");
        stage.Key('a', Modifiers.Control);
        stage.Type("qzx qq");
        stage.Key(Key.Return);
        Save("-refused");
        stage.Key('a', Modifiers.Control);
        stage.Key(Key.Backspace);
        Save("-empty");

        void Save(string name)
        {
            stage.Frame();
            stage.Shown.Image.SavePng(Out.Picture($"prompt-{theme}-{scale}{name}.png"));
        }
    }
}
