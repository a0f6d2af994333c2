using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// From a place among words to their weights: of all weights whose mean place is that one, those that are nearest to the ones before in
/// relative entropy (maximum-entropy coordinates: Sukumar 2004, with a prior as in Hormann &amp; Sukumar 2008). They are smooth in the place,
/// never negative, and the ones before at the place before; beyond the outermost words they stay on the nearest side.
/// </summary>
internal static class MixWeights
{
    /// <summary>The most words of a mix on the map.</summary>
    public const int Most = 8;

    // A word whose weight has come to nothing can come back.
    private const double LeastPrior = 0.004;

    // How steep it may become at the edge, and how far off the place it may be for that: about this share of the words' distances.
    private const double Ridge = 0.002;
    private const int MostSteps = 60;

    /// <summary>The mean place of weighted words.</summary>
    public static Point Place(ReadOnlySpan<Point> words, ReadOnlySpan<double> weights)
    {
        double x = 0, y = 0, sum = 0;
        for (int i = 0; i < words.Length; i++)
            (x, y, sum) = (x + (weights[i] * words[i].X), y + (weights[i] * words[i].Y), sum + weights[i]);
        return sum > 0 ? new Point(x / sum, y / sum) : words.Length > 0 ? words[0] : default;
    }

    /// <summary>Finds the weights for a place.</summary>
    /// <param name="words">Where the words lie, <see cref="Most"/> at most.</param>
    /// <param name="before">Their weights before, 0 or more.</param>
    /// <param name="at">The place.</param>
    /// <param name="weights">As many, overwritten; they add up to 1.</param>
    public static void Find(ReadOnlySpan<Point> words, ReadOnlySpan<double> before, Point at, Span<double> weights)
    {
        double extent = Extent(words);
        double lambdaX = 0, lambdaY = 0;
        double value = Evaluate(words, before, at, extent, lambdaX, lambdaY, weights, out Slope slope);
        // Newton's method on a convex function of two variables, with steps halved until they gain.
        for (int step = 0; step < MostSteps && slope.Size > 1e-10; step++)
        {
            double determinant = (slope.XX * slope.YY) - (slope.XY * slope.XY);
            double stepX = -((slope.YY * slope.X) - (slope.XY * slope.Y)) / determinant;
            double stepY = -((slope.XX * slope.Y) - (slope.XY * slope.X)) / determinant;
            double share = 1, next;
            do
            {
                next = Evaluate(words, before, at, extent, lambdaX + (share * stepX), lambdaY + (share * stepY), weights, out Slope nextSlope);
                if (next <= value)
                {
                    slope = nextSlope;
                    break;
                }
            }
            while ((share *= 0.5) > 1e-6);
            if (share <= 1e-6)
                break;
            (lambdaX, lambdaY, value) = (lambdaX + (share * stepX), lambdaY + (share * stepY), next);
        }

        _ = Evaluate(words, before, at, extent, lambdaX, lambdaY, weights, out _);
    }

    // log Σ before·exp(λ·(word − at)) + ridge/2·|λ|², with its gradient and curvature; the weights are its terms.
    private static double Evaluate(
        ReadOnlySpan<Point> words, ReadOnlySpan<double> before, Point at, double extent, double lambdaX, double lambdaY, Span<double> weights, out Slope slope)
    {
        double largest = double.NegativeInfinity, sum = 0;
        for (int i = 0; i < words.Length; i++)
        {
            weights[i] = Math.Log(Math.Max(LeastPrior, before[i])) + (lambdaX * (words[i].X - at.X) / extent) + (lambdaY * (words[i].Y - at.Y) / extent);
            largest = Math.Max(largest, weights[i]);
        }

        for (int i = 0; i < words.Length; i++)
            sum += weights[i] = Math.Exp(weights[i] - largest);
        double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
        for (int i = 0; i < words.Length; i++)
        {
            double weight = weights[i] /= sum, dx = (words[i].X - at.X) / extent, dy = (words[i].Y - at.Y) / extent;
            (x, y) = (x + (weight * dx), y + (weight * dy));
            (xx, xy, yy) = (xx + (weight * dx * dx), xy + (weight * dx * dy), yy + (weight * dy * dy));
        }

        slope = new Slope(
            x + (Ridge * lambdaX), y + (Ridge * lambdaY), xx - (x * x) + Ridge, xy - (x * y), yy - (y * y) + Ridge);
        return Math.Log(sum) + largest + (0.5 * Ridge * ((lambdaX * lambdaX) + (lambdaY * lambdaY)));
    }

    private static double Extent(ReadOnlySpan<Point> words)
    {
        double extent = 1e-6;
        foreach (Point a in words)
        {
            foreach (Point b in words)
                extent = Math.Max(extent, Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y)));
        }

        return extent;
    }

    private readonly record struct Slope(double X, double Y, double XX, double XY, double YY)
    {
        public double Size => Math.Max(Math.Abs(X), Math.Abs(Y));
    }
}
