using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Pictures;

/// <summary>
/// The picture of a track over time: how strongly a few descriptors are heard, its sections with their words, and its loudness below.
/// It draws what it is given, and listens to nothing.
/// </summary>
public static class TimelinePicture
{
    /// <summary>The most lines that can be told apart.</summary>
    public const int MostLines = 6;

    private const double LabelGap = 14;
    private const double LabelHeight = 17;
    private const double GapToLabel = 10;
    private const double LinePointsApart = 7, LevelPointsApart = 2.5;
    private static readonly Pen LinePen = new(1.8, LineCap.Round);

    // Told apart by colour-blind people too: M. Okabe, K. Ito, "Color Universal Design" (2008), those of its hues that show on a dark ground.
    private static readonly Colour[] Hues =
    [
        Colour.FromRgb(0xE69F00), Colour.FromRgb(0x56B4E9), Colour.FromRgb(0x00B487), Colour.FromRgb(0xF0E442), Colour.FromRgb(0xD98BB4), Colour.FromRgb(0xE8703A),
    ];

    /// <summary>Draws a picture and saves it as PNG, whole or not at all.</summary>
    /// <param name="path">The file; its folder must exist. A file of that name is replaced.</param>
    /// <param name="data">What to show; lines beyond <see cref="MostLines"/> are left out.</param>
    /// <param name="size">Size in pixels; 1680 × 900 at scale 1.5 if not given.</param>
    /// <exception cref="CanvasException">Cairo is missing or failed; the message says what to do.</exception>
    /// <exception cref="IOException">The file cannot be written; the message says why.</exception>
    public static void Save(string path, TimelineData data, PictureSize? size = null)
    {
        using var image = Render(data, size);
        image.SavePng(path);
    }

    /// <summary>Draws a picture into memory.</summary>
    public static CairoImage Render(TimelineData data, PictureSize? size = null) =>
        PictureImage.Draw(size, (canvas, area) => Draw(canvas, area, data, Theme.Dark));

    private static void Draw(ICanvas canvas, Rectangle area, TimelineData data, Theme theme)
    {
        data = data with { Lines = [.. data.Lines.Take(MostLines)] };
        var label = new TextStyle(TypeSize.Label, theme.Text);
        double labels = LabelGap + data.Lines.Select(line => canvas.MeasureWidth(line.Word, label)).DefaultIfEmpty(0).Max();
        var layout = TimelineLayout.For(area, data, labels);
        canvas.FillRectangle(area, theme.Ground);
        PictureHeader.Draw(canvas, area, data.Title, data.Subtitle, theme);
        canvas.FillRoundedRectangle(layout.Panel, Space.PanelRadius, theme.Panel);
        TimelineSections.Draw(canvas, layout, data.Sections, theme);
        DrawScoreGrid(canvas, layout, theme);
        DrawTimes(canvas, layout, theme);
        DrawLoudness(canvas, layout, data, theme);
        DrawLines(canvas, layout, data, label);
    }

    private static void DrawScoreGrid(ICanvas canvas, TimelineLayout layout, Theme theme)
    {
        var label = new TextStyle(TypeSize.Small, theme.Muted, Align: TextAlign.Right);
        for (int i = (int)Math.Ceiling(layout.Scores.Bottom / layout.Scores.Step); i * layout.Scores.Step <= layout.Scores.Top; i++)
        {
            double score = i * layout.Scores.Step, y = canvas.SnapLine(layout.ScoreAxis.Y(score));
            bool isZero = i == 0;
            canvas.Line(new Point(layout.Words.Left, y), new Point(layout.Words.Right, y), isZero ? theme.Faint : theme.Grid, canvas.Hairline());
            string text = isZero ? "0" : score.ToString("+0.##;−0.##", CultureInfo.InvariantCulture);
            canvas.Text(text, layout.Words.Left - GapToLabel, y + label.BaselineBelowMiddle, label);
        }
    }

    private static void DrawTimes(ICanvas canvas, TimelineLayout layout, Theme theme)
    {
        var label = new TextStyle(TypeSize.Small, theme.Muted, Align: TextAlign.Centre);
        double step = layout.Times.StepSeconds;
        for (int i = 0; i * step <= layout.Times.Seconds; i++)
        {
            double x = canvas.SnapLine(layout.Times.X(i * step));
            canvas.Line(new Point(x, layout.Loudness.Bottom), new Point(x, layout.Loudness.Bottom + 4), theme.Line, canvas.Hairline());
            canvas.Text(TimeAxis.Label(i * step, step), x, layout.Loudness.Bottom + GapToLabel + (2 * label.BaselineBelowMiddle), label);
        }
    }

    private static void DrawLoudness(ICanvas canvas, TimelineLayout layout, TimelineData data, Theme theme)
    {
        var label = new TextStyle(TypeSize.Small, theme.Muted, Align: TextAlign.Right);
        foreach (double lufs in new[] { 0.0, -20.0, -40.0, -60.0 })
        {
            double y = canvas.SnapLine(layout.LevelAxis.Y(lufs));
            canvas.Line(new Point(layout.Loudness.Left, y), new Point(layout.Loudness.Right, y), theme.Grid, canvas.Hairline());
            canvas.Text(lufs == 0 ? "0" : lufs.ToString("0;−0", CultureInfo.InvariantCulture), layout.Loudness.Left - GapToLabel, y + label.BaselineBelowMiddle, label);
        }

        canvas.Text("LUFS"u8, layout.Loudness.Right + GapToLabel, layout.Loudness.Top + (2 * label.BaselineBelowMiddle), label.Aligned(TextAlign.Left));
        canvas.Save();
        canvas.ClipTo(layout.Loudness);
        canvas.BeginPath();
        canvas.AddAreas(TimelineTrace.Runs(data.TimesSeconds, data.LevelsLufs, layout.Times, layout.LevelAxis, LevelPointsApart), layout.Loudness.Bottom);
        canvas.FillGradient(theme.Muted.WithOpacity(0.55), layout.Loudness.Top, theme.Muted.WithOpacity(0.2), layout.Loudness.Bottom);
        canvas.Restore();
    }

    private static void DrawLines(ICanvas canvas, TimelineLayout layout, TimelineData data, TextStyle label)
    {
        var runs = data.Lines.Select(line => TimelineTrace.Runs(data.TimesSeconds, line.Scores, layout.Times, layout.ScoreAxis, LinePointsApart)).ToList();
        // The most important one lies on top.
        for (int i = runs.Count - 1; i >= 0; i--)
        {
            canvas.BeginPath();
            canvas.AddLines(runs[i]);
            canvas.Stroke(Hues[i], LinePen);
        }

        int[] drawn = [.. Enumerable.Range(0, runs.Count).Where(i => runs[i].Count > 0)];
        double[] heights = LineLabels.Spread([.. drawn.Select(i => runs[i][^1][^1].Y)], LabelHeight, layout.Words.Top, layout.Words.Bottom);
        for (int k = 0; k < drawn.Length; k++)
        {
            Point end = runs[drawn[k]][^1][^1];
            double x = layout.Words.Right + LabelGap;
            canvas.Line(end, new Point(x - 4, heights[k]), Hues[drawn[k]].WithOpacity(0.5), canvas.Hairline());
            canvas.Text(data.Lines[drawn[k]].Word, x, heights[k] + label.BaselineBelowMiddle, label with { Colour = Hues[drawn[k]] });
        }
    }
}
