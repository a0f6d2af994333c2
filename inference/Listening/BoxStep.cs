namespace SemanticEq.Inference;

/// <summary>
/// One step of <see cref="TrackFit"/>, in closed form: the factors nearest to 1, within their bounds, at which a linear estimate meets its
/// goal; where the track hardly lets it, nearness to 1 wins.
/// </summary>
/// <remarks>
/// Least Σ (m − 1)² + (miss / tolerance)²: m = 1 + λ g held within bounds, where λ is the zero of an increasing function of straight pieces,
/// concave on its way from 0. So Newton's method comes from one side and ends, at most a piece for each factor.
/// </remarks>
internal static class BoxStep
{
    // Of what is asked.
    private const double Tolerance = 0.02;

    // Where all else is at its bound, a band that moves what is heard by less than 1/50 of what is asked hardly moves: else the least
    // change of a sound would throw it from one bound to the other, for nothing.
    private const double MostPush = 25.0;

    /// <summary>Takes it.</summary>
    /// <param name="gradient">Of what is heard, by each factor, where the factors are.</param>
    /// <param name="missing">What is missing there.</param>
    /// <param name="asked">What is asked, above 0.</param>
    /// <param name="factors">Where they are; receives where they go.</param>
    /// <returns>The largest change of one.</returns>
    public static double Take(ReadOnlySpan<double> gradient, double missing, double asked, Span<double> factors)
    {
        double slack = Tolerance * Tolerance * asked * asked;
        double goal = missing;
        for (int i = 0; i < gradient.Length; i++)
            goal += gradient[i] * (factors[i] - 1.0);
        double multiplier = 0.0;
        for (int i = 0; i <= gradient.Length; i++)
        {
            double miss = goal - (slack * multiplier), slope = slack;
            foreach (double g in gradient)
            {
                double at = 1.0 + (multiplier * g);
                miss -= g * (Math.Clamp(at, TrackFit.Least, TrackFit.Most) - 1.0);
                if (at is > TrackFit.Least and < TrackFit.Most)
                    slope += g * g;
            }

            multiplier += miss / slope;
        }

        multiplier = Math.Clamp(multiplier, -MostPush / asked, MostPush / asked);
        double moved = 0.0;
        for (int i = 0; i < gradient.Length; i++)
        {
            double to = Math.Clamp(1.0 + (multiplier * gradient[i]), TrackFit.Least, TrackFit.Most);
            moved = Math.Max(moved, Math.Abs(to - factors[i]));
            factors[i] = to;
        }

        return moved;
    }
}
