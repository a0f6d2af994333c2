using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Plot;

/// <summary>The lines behind an equaliser's curve, and the figures beside them.</summary>
public static class PlotGrid
{
    private const double GapToLabel = 10;
    private const double UnitAboveLabel = 16;

    /// <summary>Draws a line for each labelled frequency and each gain step, and their labels: gains left of the plot,
    /// frequencies below it.</summary>
    public static void Draw(ICanvas canvas, Rectangle plot, FrequencyAxis frequencies, LevelAxis gains, GainRange range, Theme theme)
    {
        DrawLines(canvas, plot, frequencies, gains, range, theme);
        DrawLabels(canvas, plot, frequencies, gains, range, theme);
    }

    /// <summary>Draws a line for each labelled frequency and each gain step.</summary>
    public static void DrawLines(ICanvas canvas, Rectangle plot, FrequencyAxis frequencies, LevelAxis gains, GainRange range, Theme theme)
    {
        canvas.BeginPath();
        foreach (double tickHz in FrequencyAxis.TicksHz)
        {
            double x = canvas.SnapLine(frequencies.X(tickHz));
            canvas.MoveTo(x, plot.Top);
            canvas.LineTo(x, plot.Bottom);
        }

        for (double gainDb = -range.LimitDb; gainDb <= range.LimitDb; gainDb += range.StepDb)
        {
            double y = canvas.SnapLine(gains.Y(gainDb));
            canvas.MoveTo(plot.Left, y);
            canvas.LineTo(plot.Right, y);
        }

        canvas.Stroke(theme.Grid, canvas.Hairline());
    }

    /// <summary>Labels the lines: gains left of the plot, frequencies below it.</summary>
    public static void DrawLabels(ICanvas canvas, Rectangle plot, FrequencyAxis frequencies, LevelAxis gains, GainRange range, Theme theme)
    {
        var label = new TextStyle(TypeSize.Small, theme.Muted, Align: TextAlign.Centre);
        double frequencyBaseline = plot.Bottom + GapToLabel + (2 * label.BaselineBelowMiddle);
        foreach (double tickHz in FrequencyAxis.TicksHz)
            canvas.Text(FrequencyAxis.Label(tickHz), canvas.SnapLine(frequencies.X(tickHz)), frequencyBaseline, label);

        label = label.Aligned(TextAlign.Right);
        canvas.Text("Hz"u8, plot.Left - GapToLabel - 4, frequencyBaseline, label);
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        for (double gainDb = -range.LimitDb; gainDb <= range.LimitDb; gainDb += range.StepDb)
        {
            double y = canvas.SnapLine(gains.Y(gainDb));
            canvas.Text(
                Readout.WholeDb(buffer, gainDb, plus: true), plot.Left - GapToLabel, y + label.BaselineBelowMiddle, label);
        }
    }

    /// <summary>Draws the line of 0 dB, stronger than the grid; a step of its own, since it belongs above filled areas.</summary>
    public static void DrawZeroLine(ICanvas canvas, Rectangle plot, LevelAxis gains, Theme theme)
    {
        double y = canvas.SnapLine(gains.Y(0));
        canvas.Line(new Point(plot.Left, y), new Point(plot.Right, y), theme.Line, canvas.Hairline());
    }

    /// <summary>Labels the levels of a spectrum right of the plot.</summary>
    public static void LabelSpectrum(ICanvas canvas, Rectangle plot, LevelAxis levels, SpectrumRange range, Theme theme)
    {
        var label = new TextStyle(TypeSize.Small, theme.Muted);
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        canvas.Text("dB"u8, plot.Right + GapToLabel, levels.Y(range.TopLabelDb) - UnitAboveLabel, label);
        for (double levelDb = range.TopLabelDb; levelDb >= range.BottomDb; levelDb -= SpectrumRange.StepDb)
        {
            double y = canvas.SnapLine(levels.Y(levelDb));
            canvas.Line(new Point(plot.Right, y), new Point(plot.Right + 4, y), theme.Line, canvas.Hairline());
            canvas.Text(
                Readout.WholeDb(buffer, levelDb, plus: false), plot.Right + GapToLabel, y + label.BaselineBelowMiddle, label);
        }
    }
}
