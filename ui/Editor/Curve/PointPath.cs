using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>Paths through points that are known already, without allocating.</summary>
internal static class PointPath
{
    /// <summary>Adds a line through points.</summary>
    public static void AddLine(this ICanvas canvas, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (i == 0)
                canvas.MoveTo(x[i], y[i]);
            else
                canvas.LineTo(x[i], y[i]);
        }
    }

    /// <summary>Adds the area between points and a height.</summary>
    public static void AddArea(this ICanvas canvas, ReadOnlySpan<double> x, ReadOnlySpan<double> y, double baseY)
    {
        if (x.IsEmpty)
            return;
        canvas.AddLine(x, y);
        canvas.LineTo(x[^1], baseY);
        canvas.LineTo(x[0], baseY);
        canvas.ClosePath();
    }

    /// <summary>Adds the area between two lines over the same points.</summary>
    public static void AddBetween(this ICanvas canvas, ReadOnlySpan<double> x, ReadOnlySpan<double> upperY, ReadOnlySpan<double> lowerY)
    {
        if (x.IsEmpty)
            return;
        canvas.AddLine(x, upperY);
        for (int i = x.Length - 1; i >= 0; i--)
            canvas.LineTo(x[i], lowerY[i]);
        canvas.ClosePath();
    }
}
