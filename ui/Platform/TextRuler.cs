using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Platform;

/// <summary>Measures text while there is nothing to draw on: for arranging, and for where a click falls in a line. Main thread.</summary>
public sealed class TextRuler : IDisposable
{
    // A canvas of one pixel sets text exactly as a window's does: widths are unhinted, so no scale changes them.
    private readonly CairoImage _image = new(1, 1);

    /// <summary>Width of one line in canvas units.</summary>
    public double Width(string text, in TextStyle style) => _image.Canvas.MeasureWidth(text, style);

    /// <summary>As <see cref="TextLine.FitLine"/>.</summary>
    public string Fit(string text, in TextStyle style, double maxWidth) => _image.Canvas.FitLine(text, style, maxWidth);

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();
}
