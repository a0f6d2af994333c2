using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Pictures;

/// <summary>A picture in memory.</summary>
internal static class PictureImage
{
    /// <summary>Makes one.</summary>
    /// <param name="size">Size in pixels; 1680 × 900 at scale 1.5 if not given.</param>
    /// <param name="draw">Draws on the canvas, into the area.</param>
    /// <exception cref="CanvasException">Cairo is missing or failed; the message says what to do.</exception>
    public static CairoImage Draw(PictureSize? size, Action<ICanvas, Rectangle> draw)
    {
        size ??= new PictureSize();
        var image = new CairoImage(size.WidthPixels, size.HeightPixels, size.Scale);
        try
        {
            draw(image.Canvas, new Rectangle(0, 0, size.Width, size.Height));
            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }
}
