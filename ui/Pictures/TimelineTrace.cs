using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Plot;

namespace SemanticEq.Ui.Pictures;

/// <summary>
/// Values over time as points on the canvas, with gaps where there is nothing. Where several fall close together, their mean stands for them: an
/// hour would be a solid bar otherwise.
/// </summary>
internal static class TimelineTrace
{
    private const double HalfWidthOfOne = 2.5;

    /// <summary>The points of a trace in runs without gaps.</summary>
    /// <param name="seconds">When, rising.</param>
    /// <param name="values">As many values; gaps where they are no numbers.</param>
    /// <param name="times">The x axis.</param>
    /// <param name="axis">The y axis.</param>
    /// <param name="leastApart">From one point to the next at least, in canvas units.</param>
    public static List<List<Point>> Runs(double[] seconds, double[] values, TimeAxis times, LevelAxis axis, double leastApart)
    {
        List<List<Point>> runs = [];
        List<Point> run = [];
        for (int i = 0; i < seconds.Length;)
        {
            double x = times.X(seconds[i]), sum = 0, place = 0;
            int count = 0, next = i;
            for (; next < seconds.Length && (next == i || times.X(seconds[next]) - x < leastApart); next++)
            {
                if (!double.IsFinite(values[next]))
                    continue;
                sum += values[next];
                place += times.X(seconds[next]);
                count++;
            }

            if (count > 0)
                run.Add(new Point(place / count, axis.Y(sum / count)));
            if ((count == 0 || next == seconds.Length) && run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }

            i = next;
        }

        return runs;
    }

    /// <summary>Adds runs to the path as lines; a lone point is a dot where the pen is round.</summary>
    public static void AddLines(this ICanvas canvas, IEnumerable<List<Point>> runs)
    {
        foreach (var run in runs)
        {
            canvas.MoveTo(run[0].X, run[0].Y);
            foreach (Point point in run.Count == 1 ? run : run.Skip(1))
                canvas.LineTo(point.X, point.Y);
        }
    }

    /// <summary>Adds the areas between runs and a height to the path.</summary>
    public static void AddAreas(this ICanvas canvas, IEnumerable<List<Point>> runs, double baseY)
    {
        foreach (var run in runs)
        {
            // One window alone has no width of its own.
            double half = run.Count == 1 ? HalfWidthOfOne : 0;
            canvas.MoveTo(run[0].X - half, baseY);
            canvas.LineTo(run[0].X - half, run[0].Y);
            foreach (Point point in run.Skip(1))
                canvas.LineTo(point.X, point.Y);
            canvas.LineTo(run[^1].X + half, run[^1].Y);
            canvas.LineTo(run[^1].X + half, baseY);
            canvas.ClosePath();
        }
    }
}
