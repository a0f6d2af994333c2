using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Plot;

/// <summary>
/// Turns traces into paths. Gaps break a path. Smooth paths run through every point by cubics that never overshoot
/// (M. Steffen, "A simple method for monotonic interpolation in one dimension", Astronomy and Astrophysics 239, 1990), so that
/// 64 points look like the curve that they sample, and show no peak that is not there.
/// </summary>
public static class TracePath
{
    /// <summary>Adds a trace as a line.</summary>
    public static void AddTrace(
        this ICanvas canvas, FrequencyTrace trace, FrequencyAxis frequencies, LevelAxis levels, bool smooth)
    {
        var pixels = new PixelTrace(trace, frequencies, levels);
        for (int start = 0; pixels.NextRun(ref start, out int end); start = end)
        {
            Point first = pixels[start];
            canvas.MoveTo(first.X, first.Y);
            if (end - start == 1)
                canvas.LineTo(first.X, first.Y);
            AddRun(canvas, pixels, start, end, smooth, backwards: false);
        }
    }

    /// <summary>Adds the area between a trace and a height.</summary>
    public static void AddArea(
        this ICanvas canvas, FrequencyTrace trace, FrequencyAxis frequencies, LevelAxis levels, double baseY, bool smooth)
    {
        var pixels = new PixelTrace(trace, frequencies, levels);
        for (int start = 0; pixels.NextRun(ref start, out int end); start = end)
        {
            Point first = pixels[start], last = pixels[end - 1];
            canvas.MoveTo(first.X, baseY);
            canvas.LineTo(first.X, first.Y);
            AddRun(canvas, pixels, start, end, smooth, backwards: false);
            canvas.LineTo(last.X, baseY);
            canvas.ClosePath();
        }
    }

    /// <summary>Adds the area between a trace plus and minus a spread.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="trace">The middle.</param>
    /// <param name="spreadDb">Half the height of the ribbon at each point, in dB.</param>
    /// <param name="frequencies">The x axis.</param>
    /// <param name="levels">The y axis.</param>
    public static void AddRibbon(
        this ICanvas canvas, FrequencyTrace trace, ReadOnlySpan<double> spreadDb, FrequencyAxis frequencies, LevelAxis levels)
    {
        var upper = new PixelTrace(trace, frequencies, levels, spreadDb, 1);
        var lower = new PixelTrace(trace, frequencies, levels, spreadDb, -1);
        for (int start = 0; upper.NextRun(ref start, out int end); start = end)
        {
            Point first = upper[start], last = lower[end - 1];
            canvas.MoveTo(first.X, first.Y);
            AddRun(canvas, upper, start, end, smooth: true, backwards: false);
            canvas.LineTo(last.X, last.Y);
            AddRun(canvas, lower, start, end, smooth: true, backwards: true);
            canvas.ClosePath();
        }
    }

    private static void AddRun(ICanvas canvas, PixelTrace pixels, int start, int end, bool smooth, bool backwards)
    {
        for (int step = 1; step < end - start; step++)
        {
            int from = backwards ? end - step : start + step - 1;
            int to = backwards ? from - 1 : from + 1;
            Point a = pixels[from], b = pixels[to];
            if (smooth)
            {
                double third = (b.X - a.X) / 3;
                double slopeA = pixels.Slope(from, start, end), slopeB = pixels.Slope(to, start, end);
                canvas.CurveTo(a.X + third, a.Y + (slopeA * third), b.X - third, b.Y - (slopeB * third), b.X, b.Y);
            }
            else
            {
                canvas.LineTo(b.X, b.Y);
            }
        }
    }

    /// <summary>A trace seen as points on the canvas.</summary>
    private readonly ref struct PixelTrace(
        FrequencyTrace trace, FrequencyAxis frequencies, LevelAxis levels, ReadOnlySpan<double> offsetDb = default, double sign = 0)
    {
        private const double LeastRun = 1e-9;

        private readonly ReadOnlySpan<double> _hz = trace.FrequenciesHz.Span;
        private readonly ReadOnlySpan<double> _db = trace.LevelsDb.Span;
        private readonly ReadOnlySpan<double> _offsetDb = offsetDb;

        public Point this[int i] =>
            new(frequencies.X(_hz[i]), levels.Y(_db[i] + (_offsetDb.IsEmpty ? 0 : sign * _offsetDb[i])));

        /// <summary>Finds the next points without a gap, from <paramref name="start"/> on.</summary>
        public bool NextRun(ref int start, out int end)
        {
            while (start < _hz.Length && !IsDrawn(start))
                start++;
            for (end = start; end < _hz.Length && IsDrawn(end);)
                end++;
            return start < _hz.Length;
        }

        /// <summary>The slope of a smooth path at a point of the run from <paramref name="start"/> to
        /// <paramref name="end"/>.</summary>
        public double Slope(int i, int start, int end)
        {
            Point here = this[i];
            if (i == start || i == end - 1)
            {
                Point next = this[i == start ? i + 1 : i - 1];
                return (next.Y - here.Y) / Run(here, next);
            }

            Point left = this[i - 1], right = this[i + 1];
            double before = Run(left, here), after = Run(here, right);
            double slopeBefore = (here.Y - left.Y) / before, slopeAfter = (right.Y - here.Y) / after;
            if (slopeBefore * slopeAfter <= 0)
                return 0;
            double parabola = ((slopeBefore * after) + (slopeAfter * before)) / (before + after);
            double steepest = 2 * Math.Min(Math.Abs(slopeBefore), Math.Abs(slopeAfter));
            return Math.CopySign(Math.Min(Math.Abs(parabola), steepest), slopeBefore);
        }

        // Frequencies may differ by less than their logarithms can show.
        private static double Run(Point from, Point to) =>
            Math.CopySign(Math.Max(Math.Abs(to.X - from.X), LeastRun), to.X - from.X);

        // An infinite spread would be as wide as the picture, and says no more than none.
        private bool IsDrawn(int i) =>
            _hz[i] > 0 && !double.IsNaN(_db[i]) && (_offsetDb.IsEmpty || double.IsFinite(_offsetDb[i]));
    }
}
