using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Pictures;

/// <summary>Where everything in a timeline lies, in canvas units; worked out once, before anything is drawn.</summary>
internal sealed record TimelineLayout
{
    private const double AxisWidth = 40;
    private const double TimeLabelHeight = 22;
    private const double SectionStripHeight = 34;
    private const double LevelShare = 0.24;
    private const double BetweenPlots = 14, AboveLoudness = 22;

    // A meter's usual range: below −60 LUFS is what nobody takes for music.
    private const double TopLufs = 0, BottomLufs = -60;

    private TimelineLayout()
    {
    }

    /// <summary>The panel around everything.</summary>
    public required Rectangle Panel { get; init; }

    /// <summary>Where sections tell their words.</summary>
    public required Rectangle Strip { get; init; }

    /// <summary>The plot of the descriptors.</summary>
    public required Rectangle Words { get; init; }

    /// <summary>The plot of the loudness.</summary>
    public required Rectangle Loudness { get; init; }

    /// <summary>The x axis of both.</summary>
    public required TimeAxis Times { get; init; }

    /// <summary>Which scores are shown.</summary>
    public required ScoreRange Scores { get; init; }

    /// <summary>The y axis of the descriptors.</summary>
    public LevelAxis ScoreAxis => Scores.Axis(Words.Top, Words.Bottom);

    /// <summary>The y axis of the loudness.</summary>
    public LevelAxis LevelAxis => new(TopLufs, Loudness.Top, BottomLufs, Loudness.Bottom);

    /// <summary>Lays a picture out.</summary>
    /// <param name="area">The whole picture.</param>
    /// <param name="data">What is to be shown.</param>
    /// <param name="labelWidth">Room right of the plots for the lines' names.</param>
    public static TimelineLayout For(Rectangle area, TimelineData data, double labelWidth)
    {
        double top = area.Top + (data.Subtitle.Length == 0 ? PictureHeader.PanelTopBelowTitle : PictureHeader.PanelTopBelowSubtitle);
        var panel = Rectangle.FromEdges(area.Left + Space.Outside, top, area.Right - Space.Outside, area.Bottom - Space.Outside);
        double left = panel.Left + Space.InsidePanel + AxisWidth, right = panel.Right - Space.InsidePanel - labelWidth;
        double bottom = panel.Bottom - Space.InsidePanel - TimeLabelHeight;
        var strip = Rectangle.FromEdges(left, panel.Top + Space.InsidePanel, right, panel.Top + Space.InsidePanel + SectionStripHeight);
        double levelTop = bottom - (LevelShare * (bottom - strip.Bottom));
        return new TimelineLayout
        {
            Panel = panel,
            Strip = strip,
            Words = Rectangle.FromEdges(left, strip.Bottom + BetweenPlots, right, levelTop - AboveLoudness),
            Loudness = Rectangle.FromEdges(left, levelTop, right, bottom),
            Times = new TimeAxis(data.Seconds, left, right),
            Scores = ScoreRange.Holding(data.Lines.SelectMany(line => line.Scores)),
        };
    }
}
