namespace SemanticEq.Ui.Canvas;

/// <summary>A point in canvas units; y grows downwards.</summary>
/// <param name="X">Distance from the left edge.</param>
/// <param name="Y">Distance from the top edge.</param>
public readonly record struct Point(double X, double Y);

/// <summary>An upright rectangle in canvas units; y grows downwards.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, 0 or more.</param>
/// <param name="Height">Height, 0 or more.</param>
public readonly record struct Rectangle(double X, double Y, double Width, double Height)
{
    /// <summary>The left edge.</summary>
    public double Left => X;

    /// <summary>The top edge.</summary>
    public double Top => Y;

    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The bottom edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>The rectangle between four edges.</summary>
    public static Rectangle FromEdges(double left, double top, double right, double bottom) =>
        new(left, top, right - left, bottom - top);

    /// <summary>Whether two rectangles share some area; touching edges do not count.</summary>
    public bool Overlaps(Rectangle other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether a point lies within, its left and top edges counted.</summary>
    public bool Contains(Point point) => point.X >= Left && point.X < Right && point.Y >= Top && point.Y < Bottom;

    /// <summary>The rectangle with all edges moved inwards (outwards where negative).</summary>
    public Rectangle Inset(double by) => new(X + by, Y + by, Math.Max(0, Width - (2 * by)), Math.Max(0, Height - (2 * by)));

    /// <summary>The smallest rectangle that holds both.</summary>
    public Rectangle Union(Rectangle other) =>
        FromEdges(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The middle.</summary>
    public Point Centre => new(X + (Width / 2), Y + (Height / 2));

    /// <summary>Whether the other rectangle lies wholly within this one.</summary>
    public bool Contains(Rectangle other) =>
        other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;
}

/// <summary>A width and a height in canvas units.</summary>
/// <param name="Width">0 or more.</param>
/// <param name="Height">0 or more.</param>
public readonly record struct Size(double Width, double Height);
