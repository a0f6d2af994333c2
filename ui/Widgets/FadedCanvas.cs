using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>Draws on another canvas at 40 %: how what is disabled looks.</summary>
internal sealed class FadedCanvas : ICanvas
{
    private const double Opacity = 0.4;

    private ICanvas? _inner;

    /// <inheritdoc/>
    public double PixelScale => Inner.PixelScale;

    private ICanvas Inner => _inner ?? throw new InvalidOperationException("Nothing to draw on.");

    /// <summary>This, drawing on a canvas from now on.</summary>
    public FadedCanvas Over(ICanvas inner)
    {
        _inner = inner;
        return this;
    }

    /// <inheritdoc/>
    public void Save() => Inner.Save();

    /// <inheritdoc/>
    public void Restore() => Inner.Restore();

    /// <inheritdoc/>
    public void Translate(double x, double y) => Inner.Translate(x, y);

    /// <inheritdoc/>
    public void Clip() => Inner.Clip();

    /// <inheritdoc/>
    public void Coarsen() => Inner.Coarsen();

    /// <inheritdoc/>
    public void BeginPath() => Inner.BeginPath();

    /// <inheritdoc/>
    public void MoveTo(double x, double y) => Inner.MoveTo(x, y);

    /// <inheritdoc/>
    public void LineTo(double x, double y) => Inner.LineTo(x, y);

    /// <inheritdoc/>
    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) => Inner.CurveTo(x1, y1, x2, y2, x, y);

    /// <inheritdoc/>
    public void Arc(double centreX, double centreY, double radius, double fromRadians, double toRadians) =>
        Inner.Arc(centreX, centreY, radius, fromRadians, toRadians);

    /// <inheritdoc/>
    public void ClosePath() => Inner.ClosePath();

    /// <inheritdoc/>
    public void Fill(Colour colour) => Inner.Fill(Fade(colour));

    /// <inheritdoc/>
    public void FillGradient(Colour top, double topY, Colour bottom, double bottomY) =>
        Inner.FillGradient(Fade(top), topY, Fade(bottom), bottomY);

    /// <inheritdoc/>
    public void Stroke(Colour colour, in Pen pen) => Inner.Stroke(Fade(colour), pen);

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8, double x, double baselineY, in TextStyle style) =>
        Inner.Text(utf8, x, baselineY, style with { Colour = Fade(style.Colour) });

    /// <inheritdoc/>
    public double MeasureWidth(ReadOnlySpan<byte> utf8, in TextStyle style) => Inner.MeasureWidth(utf8, style);

    private static Colour Fade(Colour colour) => colour.WithOpacity(Opacity * colour.Opacity);
}
