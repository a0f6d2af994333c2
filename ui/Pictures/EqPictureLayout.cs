using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Pictures;

/// <summary>Where everything in a picture lies, in canvas units; worked out once, before anything is drawn.</summary>
public sealed record EqPictureLayout
{
    private const double LegendHeight = 30;
    private const double GainLabelWidth = 36;
    private const double LevelLabelWidth = 34;
    private const double FrequencyLabelHeight = 20;

    // Spectra keep to the lower part, where they leave the curve its room.
    private const double SpectrumTopShare = 0.5;

    // Less plot than this, and the strip of bands gives its place up.
    private const double LeastPlotHeight = 150;

    private EqPictureLayout()
    {
    }

    /// <summary>The whole picture.</summary>
    public required Rectangle Area { get; init; }

    /// <summary>The panel of the plot.</summary>
    public required Rectangle PlotPanel { get; init; }

    /// <summary>The plot itself, without its labels.</summary>
    public required Rectangle Plot { get; init; }

    /// <summary>The panel of the bands' figures; null without bands or without room.</summary>
    public required Rectangle? BandPanel { get; init; }

    /// <summary>The x axis.</summary>
    public required FrequencyAxis Frequencies { get; init; }

    /// <summary>How much gain is shown.</summary>
    public required GainRange GainRange { get; init; }

    /// <summary>The y axis of the curve, the bands and the spread.</summary>
    public required LevelAxis Gains { get; init; }

    /// <summary>Which levels of the spectra are shown; null without spectra.</summary>
    public required SpectrumRange? SpectrumRange { get; init; }

    /// <summary>The y axis of the spectra; without meaning where there are none.</summary>
    public required LevelAxis Levels { get; init; }

    /// <summary>The middle line of the legend.</summary>
    public double LegendY => PlotPanel.Top + Space.InsidePanel + 4;

    /// <summary>Lays a picture out.</summary>
    /// <param name="area">The whole picture.</param>
    /// <param name="data">What is to be shown.</param>
    /// <param name="bandStripHeight">Height that the figures of the bands take; 0 without bands.</param>
    public static EqPictureLayout For(Rectangle area, EqPictureData data, double bandStripHeight)
    {
        double left = area.Left + Space.Outside, right = area.Right - Space.Outside, bottom = area.Bottom - Space.Outside;
        double top = area.Top + (data.Subtitle.Length == 0 ? PictureHeader.PanelTopBelowTitle : PictureHeader.PanelTopBelowSubtitle);
        SpectrumRange? spectrum = SemanticEq.Ui.Plot.SpectrumRange.Holding(data.Before, data.After);

        Rectangle? bandPanel = null;
        double plotPanelBottom = bottom;
        if (bandStripHeight > 0)
        {
            var panel = Rectangle.FromEdges(left, bottom - bandStripHeight - (2 * Space.InsidePanel), right, bottom);
            double plotHeight = panel.Top - Space.BetweenPanels - top - (2 * Space.InsidePanel) - LegendHeight - FrequencyLabelHeight;
            if (plotHeight >= LeastPlotHeight)
            {
                bandPanel = panel;
                plotPanelBottom = panel.Top - Space.BetweenPanels;
            }
        }

        var plotPanel = Rectangle.FromEdges(left, top, right, plotPanelBottom);
        var plot = Rectangle.FromEdges(
            plotPanel.Left + Space.InsidePanel + GainLabelWidth,
            plotPanel.Top + Space.InsidePanel + LegendHeight,
            plotPanel.Right - Space.InsidePanel - (spectrum is null ? 10 : LevelLabelWidth),
            plotPanel.Bottom - Space.InsidePanel - FrequencyLabelHeight);
        GainRange gains = GainRange.Holding(GreatestGainDb(data));
        return new EqPictureLayout
        {
            Area = area,
            PlotPanel = plotPanel,
            Plot = plot,
            BandPanel = bandPanel,
            Frequencies = new FrequencyAxis(plot.Left, plot.Right),
            GainRange = gains,
            Gains = gains.Axis(plot.Top, plot.Bottom),
            SpectrumRange = spectrum,
            Levels = new LevelAxis(
                spectrum?.TopDb ?? 0, plot.Top + (SpectrumTopShare * plot.Height), spectrum?.BottomDb ?? -1, plot.Bottom),
        };
    }

    private static double GreatestGainDb(EqPictureData data)
    {
        double greatest = Math.Max(data.Curve.GreatestDb(), SpreadReachDb(data));
        foreach (PictureBand band in data.Bands)
            greatest = Math.Max(greatest, band.Response?.GreatestDb() ?? 0);
        return greatest;
    }

    private static double SpreadReachDb(EqPictureData data)
    {
        double greatest = 0;
        for (int i = 0; i < data.SpreadDb.Length; i++)
        {
            double reach = Math.Abs(data.Curve.LevelsDb.Span[i]) + Math.Abs(data.SpreadDb.Span[i]);
            if (double.IsFinite(reach))
                greatest = Math.Max(greatest, reach);
        }

        return greatest;
    }
}
