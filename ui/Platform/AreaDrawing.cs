using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform;

/// <summary>Has a window's client draw an area of the window's image.</summary>
internal static class AreaDrawing
{
    /// <summary>
    /// Draws, with the canvas clipped to the area. Where it throws, the image is of no use any more: halfway through, a canvas is clipped and
    /// moved by whoever was drawing, or refuses all for ever.
    /// </summary>
    public static void Draw(CairoImage image, IWindowClient client, PixelArea area)
    {
        ICanvas canvas = image.Canvas;
        Rectangle dirty = area.InUnits(canvas.PixelScale);
        canvas.Save();
        canvas.ClipTo(dirty);
        client.Draw(canvas, dirty);
        canvas.Restore();
        image.Flush();
    }
}
