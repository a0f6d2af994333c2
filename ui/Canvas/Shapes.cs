namespace SemanticEq.Ui.Canvas;

/// <summary>Common shapes, said once in terms of a canvas's own few calls.</summary>
public static class Shapes
{
    /// <summary>Adds a rectangle to the path.</summary>
    public static void AddRectangle(this ICanvas canvas, Rectangle area)
    {
        canvas.MoveTo(area.Left, area.Top);
        canvas.LineTo(area.Right, area.Top);
        canvas.LineTo(area.Right, area.Bottom);
        canvas.LineTo(area.Left, area.Bottom);
        canvas.ClosePath();
    }

    /// <summary>Adds a rectangle with round corners to the path; the radius is held to half of the shorter side.</summary>
    public static void AddRoundedRectangle(this ICanvas canvas, Rectangle area, double radius)
    {
        double r = Math.Clamp(radius, 0, Math.Max(0, Math.Min(area.Width, area.Height) / 2));
        canvas.MoveTo(area.Left + r, area.Top);
        canvas.Arc(area.Right - r, area.Top + r, r, -Math.PI / 2, 0);
        canvas.Arc(area.Right - r, area.Bottom - r, r, 0, Math.PI / 2);
        canvas.Arc(area.Left + r, area.Bottom - r, r, Math.PI / 2, Math.PI);
        canvas.Arc(area.Left + r, area.Top + r, r, Math.PI, 1.5 * Math.PI);
        canvas.ClosePath();
    }

    /// <summary>Fills a rectangle.</summary>
    public static void FillRectangle(this ICanvas canvas, Rectangle area, Colour colour)
    {
        canvas.BeginPath();
        canvas.AddRectangle(area);
        canvas.Fill(colour);
    }

    /// <summary>Fills a rectangle with round corners.</summary>
    public static void FillRoundedRectangle(this ICanvas canvas, Rectangle area, double radius, Colour colour)
    {
        canvas.BeginPath();
        canvas.AddRoundedRectangle(area, radius);
        canvas.Fill(colour);
    }

    /// <summary>Fills a circle.</summary>
    public static void FillCircle(this ICanvas canvas, Point centre, double radius, Colour colour)
    {
        canvas.BeginPath();
        canvas.Arc(centre.X, centre.Y, radius, 0, 2 * Math.PI);
        canvas.ClosePath();
        canvas.Fill(colour);
    }

    /// <summary>Draws a straight line.</summary>
    public static void Line(this ICanvas canvas, Point from, Point to, Colour colour, in Pen pen)
    {
        canvas.BeginPath();
        canvas.MoveTo(from.X, from.Y);
        canvas.LineTo(to.X, to.Y);
        canvas.Stroke(colour, pen);
    }

    /// <summary>Confines what follows to a rectangle, until the matching <see cref="ICanvas.Restore"/>.</summary>
    public static void ClipTo(this ICanvas canvas, Rectangle area)
    {
        canvas.BeginPath();
        canvas.AddRectangle(area);
        canvas.Clip();
    }

    /// <summary>The pen of a line one unit wide (to the nearest whole pixel), which <see cref="SnapLine"/> keeps sharp.</summary>
    public static Pen Hairline(this ICanvas canvas) => new(HairlinePixels(canvas) / canvas.PixelScale);

    /// <summary>The coordinate nearest to <paramref name="position"/> at which a hairline covers whole pixels. The canvas must
    /// not be translated by a fraction of a pixel.</summary>
    public static double SnapLine(this ICanvas canvas, double position)
    {
        double halfWidth = HairlinePixels(canvas) / 2;
        return (Math.Round((position * canvas.PixelScale) - halfWidth) + halfWidth) / canvas.PixelScale;
    }

    private static double HairlinePixels(ICanvas canvas) => Math.Max(1, Math.Floor(canvas.PixelScale));
}
