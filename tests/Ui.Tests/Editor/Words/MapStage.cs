using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>The panel of words on a stage, with all words of model v2.</summary>
internal sealed class MapStage : IDisposable
{
    public MapStage(double width = 336, double height = 330)
    {
        Model = new FakeEditorModel { Words = Words };
        Panel = new WordMapPanel(Model);
        Stage = new Stage(new Board().Put(Panel, 0, 0, width, height), width, height);
        Stage.Frame();
        Map = Panel.Children.OfType<WordMap>().Single();
    }

    public RealWords Words { get; } = new();

    public FakeEditorModel Model { get; }

    public WordMapPanel Panel { get; }

    public WordMap Map { get; }

    public Stage Stage { get; }

    public FakeControl Morph => (FakeControl)Words.Morph;

    /// <summary>Where a word's dot lies on the window.</summary>
    public Point At(string word) => Map.PlaceOf(Words.Find(word).Slot)!.Value;

    /// <summary>A point on the way between two others.</summary>
    public static Point Between(Point a, Point b, double share) => new(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)));

    public string Chosen(WordPlace place) => Words.Name(place);

    public void Drag(Point from, Point to, int steps = 12)
    {
        Stage.Move(from);
        Stage.Press(from);
        for (int i = 1; i <= steps; i++)
        {
            Stage.Move(Between(from, to, (double)i / steps));
            Stage.Frame();
        }

        Stage.Release(to);
        Stage.Frame();
    }

    public void Dispose() => Stage.Dispose();
}
