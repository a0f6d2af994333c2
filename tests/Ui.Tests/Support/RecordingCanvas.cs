using System.Text;
using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Tests;

/// <summary>A line of text that was set, and the room that it takes.</summary>
internal readonly record struct SetText(string Text, Rectangle Box);

/// <summary>Draws on a real canvas and notes where each line of text went. Untranslated drawing only.</summary>
internal sealed class RecordingCanvas(ICanvas inner) : ICanvas
{
    // Of Inter, in em; DejaVu Sans differs by 0.01 at most.
    private const double CapHeight = 0.73, Descent = 0.21;

    public List<SetText> Texts { get; } = [];

    public double PixelScale => inner.PixelScale;

    public void Save() => inner.Save();

    public void Restore() => inner.Restore();

    public void Translate(double x, double y) => throw new NotSupportedException("Texts are noted untranslated.");

    public void Clip() => inner.Clip();

    public void Coarsen() => inner.Coarsen();

    public void BeginPath() => inner.BeginPath();

    public void MoveTo(double x, double y) => inner.MoveTo(x, y);

    public void LineTo(double x, double y) => inner.LineTo(x, y);

    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) => inner.CurveTo(x1, y1, x2, y2, x, y);

    public void Arc(double centreX, double centreY, double radius, double fromRadians, double toRadians) =>
        inner.Arc(centreX, centreY, radius, fromRadians, toRadians);

    public void ClosePath() => inner.ClosePath();

    public void Fill(Colour colour) => inner.Fill(colour);

    public void FillGradient(Colour top, double topY, Colour bottom, double bottomY) =>
        inner.FillGradient(top, topY, bottom, bottomY);

    public void Stroke(Colour colour, in Pen pen) => inner.Stroke(colour, pen);

    public double MeasureWidth(ReadOnlySpan<byte> utf8, in TextStyle style) => inner.MeasureWidth(utf8, style);

    public void Text(ReadOnlySpan<byte> utf8, double x, double baselineY, in TextStyle style)
    {
        double width = inner.MeasureWidth(utf8, style);
        double left = style.Align switch { TextAlign.Left => x, TextAlign.Centre => x - (width / 2), _ => x - width };
        var box = Rectangle.FromEdges(
            left, baselineY - (CapHeight * style.Size), left + width, baselineY + (Descent * style.Size));
        Texts.Add(new SetText(Encoding.UTF8.GetString(utf8), box));
        inner.Text(utf8, x, baselineY, style);
    }
}
