using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform;

/// <summary>An upright rectangle of whole pixels; right and bottom are just outside.</summary>
internal readonly record struct PixelArea(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public bool IsEmpty => Right <= Left || Bottom <= Top;

    /// <summary>Pixels within.</summary>
    public long Count => IsEmpty ? 0 : (long)Width * Height;

    /// <summary>All pixels that an area in canvas units touches.</summary>
    public static PixelArea Around(Rectangle area, double scale)
    {
        return new PixelArea(
            Whole(Math.Floor(area.Left * scale)), Whole(Math.Floor(area.Top * scale)),
            Whole(Math.Ceiling(area.Right * scale)), Whole(Math.Ceiling(area.Bottom * scale)));

        // Not a number becomes 0.
        static int Whole(double pixels) => (int)Math.Clamp(pixels, -1e6, 1e6);
    }

    public Rectangle InUnits(double scale) => Rectangle.FromEdges(Left / scale, Top / scale, Right / scale, Bottom / scale);

    public PixelArea Union(PixelArea other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public PixelArea Within(int width, int height) =>
        new(Math.Max(Left, 0), Math.Max(Top, 0), Math.Min(Right, width), Math.Min(Bottom, height));
}
