using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Platform;

/// <summary>The product's type (Inter), from files that come with it rather than from the system.</summary>
public static class ShippedFonts
{
    /// <summary>Has everything that is drawn from now on use the fonts of a folder: Inter-Regular.otf, Inter-Medium.otf, Inter-SemiBold.otf.</summary>
    /// <returns>False where files or libraries are missing: Inter as installed serves then, or a sans-serif.</returns>
    public static bool Load(string folder)
    {
        try
        {
            return CairoFonts.Load(folder);
        }
        catch (CanvasException)
        {
            return false;
        }
    }
}
