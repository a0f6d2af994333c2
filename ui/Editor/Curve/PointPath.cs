using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>Paths through points that are known already, without allocating.</summary>
internal static class PointPath
{
    /// <summary>
    /// Adds a line through points, leaving out those that lie on its way within a tenth of a unit: stroking takes the longer the more there
    /// are.
    /// </summary>
    public static void AddLine(this ICanvas canvas, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        const double Tolerance = 0.1;
        if (x.IsEmpty)
            return;
        canvas.MoveTo(x[0], y[0]);
        int last = 0;
        // The slopes under which all points since the last one are met closely enough.
        double least = double.NegativeInfinity, most = double.PositiveInfinity;
        for (int i = 1; i < x.Length; i++)
        {
            double run = x[i] - x[last], slope = (y[i] - y[last]) / run;
            if (slope < least || slope > most)
            {
                last = i - 1;
                canvas.LineTo(x[last], y[last]);
                run = x[i] - x[last];
                slope = (y[i] - y[last]) / run;
                (least, most) = (double.NegativeInfinity, double.PositiveInfinity);
            }

            least = Math.Max(least, slope - (Tolerance / run));
            most = Math.Min(most, slope + (Tolerance / run));
        }

        canvas.LineTo(x[^1], y[^1]);
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
