using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Pictures;

/// <summary>The two lines above a picture, and its brand.</summary>
internal static class PictureHeader
{
    /// <summary>The baseline of the title, below the picture's top.</summary>
    public const double TitleBaseline = 42;

    /// <summary>The baseline of the line under it.</summary>
    public const double SubtitleBaseline = 63;

    /// <summary>Where panels begin below a title alone.</summary>
    public const double PanelTopBelowTitle = 60;

    /// <summary>Where panels begin below both lines.</summary>
    public const double PanelTopBelowSubtitle = 80;

    private const double BrandGap = 24;

    /// <summary>Draws them.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="area">The whole picture.</param>
    /// <param name="title">Any text; cut to one line.</param>
    /// <param name="subtitle">Any text, or none; cut to one line.</param>
    /// <param name="theme">Its colours.</param>
    public static void Draw(ICanvas canvas, Rectangle area, string title, string subtitle, Theme theme)
    {
        double left = area.Left + Space.Outside, right = area.Right - Space.Outside, titleY = area.Top + TitleBaseline;
        var brand = new TextStyle(TypeSize.Control, theme.Muted, FontWeight.SemiBold, TextAlign.Right);
        canvas.Text("Semantic EQ"u8, right, titleY, brand);

        var large = new TextStyle(TypeSize.Title, theme.Text, FontWeight.SemiBold);
        double room = right - left - canvas.MeasureWidth("Semantic EQ"u8, brand) - BrandGap;
        canvas.Text(canvas.FitLine(title, large, room), left, titleY, large);
        var small = new TextStyle(TypeSize.Label, theme.Muted);
        canvas.Text(canvas.FitLine(subtitle, small, right - left), left, area.Top + SubtitleBaseline, small);
    }
}
