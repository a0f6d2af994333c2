using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Pictures;

/// <summary>Finds each node a place where it hides no other: on its point of the curve, else straight above or below.</summary>
public static class NodePlacement
{
    /// <summary>The centres of nodes, in the order of their anchors.</summary>
    /// <param name="anchors">Where the nodes belong, in canvas units.</param>
    /// <param name="radius">Radius of a node.</param>
    /// <param name="bounds">Where whole nodes must stay, unless there is no room left.</param>
    public static Point[] Place(ReadOnlySpan<Point> anchors, double radius, Rectangle bounds)
    {
        var placed = new Point[anchors.Length];
        Place(anchors, radius, bounds, placed);
        return placed;
    }

    /// <summary>The same without allocating.</summary>
    /// <param name="anchors">Where the nodes belong, in canvas units; the first find their place first.</param>
    /// <param name="radius">Radius of a node.</param>
    /// <param name="bounds">Where whole nodes must stay, unless there is no room left.</param>
    /// <param name="placed">Receives as many centres.</param>
    public static void Place(ReadOnlySpan<Point> anchors, double radius, Rectangle bounds, Span<Point> placed)
    {
        double apart = (2 * radius) + 3;
        for (int i = 0; i < anchors.Length; i++)
        {
            var home = new Point(
                Math.Clamp(anchors[i].X, bounds.Left + radius, bounds.Right - radius),
                Math.Clamp(anchors[i].Y, bounds.Top + radius, bounds.Bottom - radius));
            placed[i] = FirstFree(home, placed[..i], apart, bounds, radius);
        }
    }

    private static Point FirstFree(Point home, ReadOnlySpan<Point> taken, double apart, Rectangle bounds, double radius)
    {
        // Away from the middle of the bounds first is away from the crowd of curves around 0 dB.
        double outwards = home.Y <= bounds.Top + (bounds.Height / 2) ? -1 : 1;
        const double Step = 2;
        for (double distance = 0; distance <= bounds.Height; distance += Step)
        {
            foreach (double direction in (ReadOnlySpan<double>)[outwards, -outwards])
            {
                Point candidate = home with { Y = home.Y + (direction * distance) };
                if (candidate.Y >= bounds.Top + radius && candidate.Y <= bounds.Bottom - radius
                    && IsFree(candidate, taken, apart))
                    return candidate;
            }
        }

        return home;
    }

    private static bool IsFree(Point candidate, ReadOnlySpan<Point> taken, double apart)
    {
        foreach (Point other in taken)
        {
            double x = candidate.X - other.X, y = candidate.Y - other.Y;
            if ((x * x) + (y * y) < apart * apart)
                return false;
        }

        return true;
    }
}
