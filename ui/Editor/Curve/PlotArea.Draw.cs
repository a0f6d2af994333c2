using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Plot;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>How it is drawn: what lies outside the plot only where that is dirty.</summary>
internal sealed partial class PlotArea
{
    private const double LeaderDotRadius = 2.5, LeaderOpacity = 0.6;
    private const double LevelStepDb = 24, LevelGap = 8;
    private static readonly Pen LeaderPen = new(1);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        PlotFrame frame = Frame;
        Theme theme = context.Theme;
        if (!frame.Area.Contains(context.Dirty))
        {
            PlotGrid.DrawLabels(canvas, frame.Area, frame.Frequencies, frame.Gains, frame.Range, theme);
            if (HasLevels)
                DrawLevels(canvas, frame, theme);
        }

        canvas.Save();
        canvas.ClipTo(frame.Area);
        PlotGrid.DrawLines(canvas, frame.Area, frame.Frequencies, frame.Gains, frame.Range, theme);
        CurveLayers.DrawSpectra(canvas, _spectrum, _model.Settings, frame, theme);
        CurveLayers.DrawSpread(canvas, _line, theme);
        if (Selection.Active is { } active)
            CurveLayers.DrawBand(canvas, _line, frame, theme.Band(active.Edit.Index));
        PlotGrid.DrawZeroLine(canvas, frame.Area, frame.Gains, theme);
        CurveLayers.DrawPlain(canvas, _line, theme);
        CurveLayers.DrawCurve(canvas, _line, frame, _look.IsBypassed, theme);
        canvas.Restore();

        DrawLeaders(canvas, theme);
        _crosshair.Draw(canvas, _line, frame, theme);
        _notice.Draw(canvas, frame.Area, theme);
    }

    // From a node that had to give way to where it belongs.
    private void DrawLeaders(ICanvas canvas, Theme theme)
    {
        foreach (BandNode node in _nodes)
        {
            if (!node.IsVisible || node.Anchor == node.Bounds.Centre)
                continue;
            Colour hue = theme.Band(node.Edit.Index);
            canvas.Line(node.Anchor, node.Bounds.Centre, hue.WithOpacity(LeaderOpacity), LeaderPen);
            canvas.FillCircle(node.Anchor, LeaderDotRadius, hue);
        }
    }

    private static void DrawLevels(ICanvas canvas, in PlotFrame frame, Theme theme)
    {
        var label = new TextStyle(TypeSize.Small, theme.Faint);
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        for (double levelDb = -LevelStepDb; levelDb > frame.Levels.BottomDb; levelDb -= LevelStepDb)
        {
            double y = frame.Levels.Y(levelDb);
            canvas.Text(Readout.WholeDb(buffer, levelDb, plus: false), frame.Area.Right + LevelGap, y + label.BaselineBelowMiddle, label);
        }
    }
}
