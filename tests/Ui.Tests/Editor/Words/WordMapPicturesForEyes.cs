using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>Pictures of the word map to be looked at.</summary>
public class WordMapPicturesForEyes
{
    [Fact]
    public void The_map()
    {
        var model = new FakeEditorModel { Words = new RealWords() };
        using var stage = new Stage(new Board().Put(new WordMapPanel(model), 12, 12, 336, 330), 360, 354, 2);
        stage.Frame();
        stage.Shown.Image.SavePng(Out.Picture("map-dark.png"));
        var word = model.Words.All[11];
        stage.Move(new Point(300, 200));
        for (double x = 40; x < 340 && stage.Shown.Cursor != Ui.Window.CursorShape.Hand; x += 3)
            stage.Move(new Point(x, 220));
        stage.Frame();
        stage.Shown.Image.SavePng(Out.Picture("map-hover.png"));
    }
}
