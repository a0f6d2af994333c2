using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Pictures;

/// <summary>
/// The picture of an equaliser at work: its curve as played, each band and what it does alone, the spectrum before and after.
/// It draws what it is given, and computes no sound.
/// </summary>
public static class EqPicture
{
    private const double ResponseFillOpacity = 0.13;
    private const double ResponseLineOpacity = 0.45;
    private const double SpreadOpacity = 0.11;
    private const double AnchorRadius = 2.5;

    /// <summary>Draws a picture and saves it as PNG, whole or not at all.</summary>
    /// <param name="path">The file; its folder must exist. A file of that name is replaced.</param>
    /// <param name="data">What to show.</param>
    /// <param name="size">Size in pixels; 1680 × 900 at scale 1.5 if not given.</param>
    /// <exception cref="ArgumentException">The data contradicts itself; the message says how.</exception>
    /// <exception cref="CanvasException">Cairo is missing or failed; the message says what to do.</exception>
    /// <exception cref="IOException">The file cannot be written; the message says why.</exception>
    public static void Save(string path, EqPictureData data, PictureSize? size = null)
    {
        using CairoImage image = Render(data, size);
        image.SavePng(path);
    }

    /// <summary>Draws a picture into memory.</summary>
    /// <param name="data">What to show.</param>
    /// <param name="size">Size in pixels; 1680 × 900 at scale 1.5 if not given.</param>
    public static CairoImage Render(EqPictureData data, PictureSize? size = null) =>
        PictureImage.Draw(size, (canvas, area) => _ = Draw(canvas, area, data, Theme.Dark));

    /// <summary>Draws a picture on any canvas.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="area">The whole picture, in canvas units.</param>
    /// <param name="data">What to show.</param>
    /// <param name="theme">Its colours.</param>
    /// <returns>Where everything lies, so that a point of the picture can be told from a frequency and a gain.</returns>
    public static EqPictureLayout Draw(ICanvas canvas, Rectangle area, EqPictureData data, Theme theme)
    {
        if (!data.SpreadDb.IsEmpty && data.SpreadDb.Length != data.Curve.Count)
            throw new ArgumentException(
                $"The spread needs a value for each point of the curve, but has {data.SpreadDb.Length} for {data.Curve.Count}.",
                nameof(data));
        var strip = new BandStrip(canvas, data.Bands, area.Width - (2 * (Space.Outside + Space.InsidePanel)), theme);
        EqPictureLayout layout = EqPictureLayout.For(area, data, strip.Height);

        canvas.FillRectangle(area, theme.Ground);
        PictureHeader.Draw(canvas, area, data.Title, data.Subtitle, theme);
        canvas.FillRoundedRectangle(layout.PlotPanel, Space.PanelRadius, theme.Panel);
        Legend.Draw(canvas, layout.Plot.Right, layout.LegendY, data, theme);
        DrawUnits(canvas, layout, theme);
        PlotGrid.Draw(canvas, layout.Plot, layout.Frequencies, layout.Gains, layout.GainRange, theme);
        if (layout.SpectrumRange is { } range)
            PlotGrid.LabelSpectrum(canvas, layout.Plot, layout.Levels, range, theme);

        canvas.Save();
        canvas.ClipTo(layout.Plot);
        DrawSpectra(canvas, layout, data, theme);
        DrawGains(canvas, layout, data, theme);
        canvas.Restore();

        DrawNodes(canvas, layout, data, theme);
        if (layout.BandPanel is { } panel)
        {
            canvas.FillRoundedRectangle(panel, Space.PanelRadius, theme.Panel);
            strip.Draw(canvas, Rectangle.FromEdges(
                panel.Left + Space.InsidePanel, panel.Top + Space.InsidePanel,
                panel.Right - Space.InsidePanel, panel.Bottom - Space.InsidePanel));
        }

        return layout;
    }

    private static void DrawUnits(ICanvas canvas, EqPictureLayout layout, Theme theme)
    {
        var unit = new TextStyle(TypeSize.Small, theme.Muted, Align: TextAlign.Right);
        canvas.Text("dB"u8, layout.Plot.Left - 10, layout.LegendY + unit.BaselineBelowMiddle, unit);
    }

    private static void DrawSpectra(ICanvas canvas, EqPictureLayout layout, EqPictureData data, Theme theme)
    {
        if (data.Before is { } before)
        {
            canvas.BeginPath();
            canvas.AddArea(before, layout.Frequencies, layout.Levels, layout.Plot.Bottom, smooth: false);
            canvas.FillGradient(
                theme.Muted.WithOpacity(0.26), layout.Levels.TopY, theme.Muted.WithOpacity(0.10), layout.Plot.Bottom);
        }

        if (data.After is { } after)
        {
            canvas.BeginPath();
            canvas.AddTrace(after, layout.Frequencies, layout.Levels, smooth: false);
            canvas.Stroke(theme.Amber.WithOpacity(0.85), PictureStrokes.Spectrum);
        }
    }

    private static void DrawGains(ICanvas canvas, EqPictureLayout layout, EqPictureData data, Theme theme)
    {
        if (!data.SpreadDb.IsEmpty)
        {
            canvas.BeginPath();
            canvas.AddRibbon(data.Curve, data.SpreadDb.Span, layout.Frequencies, layout.Gains);
            canvas.Fill(theme.Amber.WithOpacity(SpreadOpacity));
        }

        double zero = layout.Gains.Y(0);
        for (int i = 0; i < data.Bands.Count; i++)
        {
            if (data.Bands[i].Response is not { } response)
                continue;
            canvas.BeginPath();
            canvas.AddArea(response, layout.Frequencies, layout.Gains, zero, smooth: true);
            canvas.Fill(theme.Band(i).WithOpacity(ResponseFillOpacity));
            canvas.BeginPath();
            canvas.AddTrace(response, layout.Frequencies, layout.Gains, smooth: true);
            canvas.Stroke(theme.Band(i).WithOpacity(ResponseLineOpacity), PictureStrokes.Response);
        }

        PlotGrid.DrawZeroLine(canvas, layout.Plot, layout.Gains, theme);
        canvas.BeginPath();
        canvas.AddTrace(data.Curve, layout.Frequencies, layout.Gains, smooth: true);
        canvas.Stroke(theme.Text, PictureStrokes.Curve);
    }

    private static void DrawNodes(ICanvas canvas, EqPictureLayout layout, EqPictureData data, Theme theme)
    {
        int[] shown = [.. Enumerable.Range(0, data.Bands.Count).Where(i => HasPlace(data.Bands[i]))];
        Point[] anchors = [.. shown.Select(i => Anchor(layout, data, data.Bands[i]))];
        Point[] nodes = NodePlacement.Place(anchors, NodeBadge.Radius, layout.Plot);
        for (int n = 0; n < nodes.Length; n++)
        {
            if (nodes[n] == anchors[n])
                continue;
            canvas.Line(anchors[n], nodes[n], theme.Band(shown[n]).WithOpacity(0.6), PictureStrokes.Leader);
            canvas.FillCircle(anchors[n], AnchorRadius, theme.Band(shown[n]));
        }

        for (int n = 0; n < nodes.Length; n++)
            NodeBadge.Draw(canvas, nodes[n], shown[n], theme);
    }

    private static bool HasPlace(PictureBand band) => double.IsFinite(band.Band.FrequencyHz) && band.Band.FrequencyHz > 0;

    // On the curve, where its effect is heard; without a curve there, at what the band itself is set to.
    private static Point Anchor(EqPictureLayout layout, EqPictureData data, PictureBand band)
    {
        double frequencyHz = Math.Clamp(band.Band.FrequencyHz, FrequencyAxis.LowHz, FrequencyAxis.HighHz);
        double gainDb = data.Curve.LevelDbAt(frequencyHz);
        if (double.IsNaN(gainDb))
            gainDb = double.IsNaN(band.Band.GainDb) ? 0 : band.Band.GainDb;
        double y = Math.Clamp(layout.Gains.Y(gainDb), layout.Plot.Top, layout.Plot.Bottom);
        return new Point(layout.Frequencies.X(frequencyHz), y);
    }
}
