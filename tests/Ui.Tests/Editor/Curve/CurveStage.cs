using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Tests.Widgets;

namespace SemanticEq.Ui.Tests.Editor.Curve;

/// <summary>A curve panel alone in a window, over a double of the plug-in.</summary>
internal sealed class CurveStage : IDisposable
{
    private double _seconds;

    public CurveStage(double width = 724, double height = 329, double scale = 1, Theme? theme = null, FakeEditorModel? model = null)
    {
        Model = model ?? new FakeEditorModel();
        Panel = new CurvePanel(Model);
        var board = new Board();
        board.Put(Panel, 0, 0, width, height);
        Stage = new Stage(board, width, height, scale, theme);
        Frame();
    }

    public FakeEditorModel Model { get; }

    public CurvePanel Panel { get; }

    public Stage Stage { get; }

    public PlotArea Plot => Panel.Plot;

    public Rectangle Area => Plot.Frame.Area;

    /// <summary>The node of one of the decoder's bands.</summary>
    public BandNode Node(int band) => Plot.Nodes[band];

    /// <summary>The node of one of the user's own bands.</summary>
    public BandNode Own(int band) => Plot.Nodes[8 + band];

    public Point At(double frequencyHz, double gainDb) => new(Plot.Frame.Frequencies.X(frequencyHz), Plot.Frame.Gains.Y(gainDb));

    /// <summary>The model plays on, then the window shows it.</summary>
    public void Frame()
    {
        _seconds += 1 / 60.0;
        Model.Tick(_seconds);
        Stage.Frame();
    }

    public void Wait(double seconds)
    {
        for (int i = 0; i < seconds * 60; i++)
            Frame();
    }

    /// <summary>Presses, moves in steps and, unless told otherwise, releases.</summary>
    public void Drag(Point from, double byX, double byY, Ui.Window.Modifiers modifiers = Ui.Window.Modifiers.None, bool release = true)
    {
        Stage.Move(from);
        Stage.Press(from, modifiers);
        // The first few units only tell a drag from a click.
        const int Steps = 20;
        Stage.Move(new Point(from.X + 3, from.Y), modifiers);
        for (int i = 1; i <= Steps; i++)
        {
            Stage.Move(new Point(from.X + 3 + (byX * i / Steps), from.Y + (byY * i / Steps)), modifiers);
            Frame();
        }

        if (release)
            Stage.Release(new Point(from.X + 3 + byX, from.Y + byY));
        Frame();
    }

    public void SavePicture(string name)
    {
        Stage.Shown.Invalidate(new Rectangle(0, 0, 10_000, 10_000));
        Stage.Frame();
        Stage.Shown.Image.SavePng(Out.Picture(name));
    }

    public void Dispose() => Stage.Dispose();
}
