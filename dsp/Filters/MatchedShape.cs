namespace SemanticEq.Dsp;

/// <summary>
/// Bells and shelves: the prototype's poles (<see cref="PoleImage"/>), and zeros such that |H|² meets the prototype's at DC and
/// at two further frequencies (<see cref="MatchRule"/>).
/// </summary>
/// <remarks>
/// <para>In the spirit of M. Vicanek, "Matched Second Order Digital Filters" (2016), in the tangent plane, where nothing cancels at
/// low frequencies. With y = (tan(w/2) / G)², |H|² = (1 + n1 y + n2 y²) / (1 + d1 y + d2 y²), d1 = K² − 2, d2 = 1. The
/// prototype's excess |H|² − 1 is ε v, v = x (c0 + c1 x) / ((1 − x)² + κ² x), x = (w / wp)². Writing n = d + ε e, what remains is
/// e1 + e2 y = v ((1 − y)² + K² y) / y at two points: linear, and well posed as the gain goes to 0.</para>
/// <para>Of a filter and its inverse that one is designed whose poles are the sharper or the lower: a bell's boost, a shelf's cut. Low
/// shelves and tilts are high shelves times a factor. <see cref="BankDesign"/> has the same steps for four bands at a time.</para>
/// </remarks>
internal static class MatchedShape
{
    private const double Held = 0.25 * SectionDesign.HighestRadians * SectionDesign.HighestRadians;

    /// <summary>A bell's boost.</summary>
    /// <param name="radians">2π f0 / fs, up to <see cref="SectionDesign.HighestRadians"/>.</param>
    /// <param name="q">Q.</param>
    /// <param name="a">10^(dB/40), 1 or more.</param>
    public static Section BellBoost(double radians, double q, double a)
    {
        double w = 0.25 * radians * radians;
        double excess = (a * a - 1.0 / (a * a)) / (q * q);
        return Meet(MatchRule.Bell, w, q, a, new(w, 1.0 / (a * q), 1.0, 0.0, excess), a / q, 0.0);
    }

    /// <summary>A high shelf's cut.</summary>
    /// <param name="radians">2π f0 / fs.</param>
    /// <param name="q">Q.</param>
    /// <param name="a">10^(dB/40) of the boost, 1 or more.</param>
    public static Section ShelfCut(double radians, double q, double a)
    {
        double w = 0.25 * radians * radians;
        double floor = 1.0 / (a * a);
        double share = Ramp(1.0 / q, MatchRule.OwnZerosFrom, MatchRule.OwnZerosTo)
            * Ramp(w * a, MatchRule.OwnZerosBelow, MatchRule.OwnZerosWithin);
        return Meet(MatchRule.Shelf, w, q, a, new(w / a, 1.0 / q, 1.0 / (q * q) - 2.0, floor + 1.0, floor - 1.0), 1.0 / q, share);
    }

    // w is (2π f0 / 2 fs)². The last two: the prototype zeros' damping, and how far the zeros go to the prototype's own.
    private static Section Meet(
        in MatchRule rule, double w, double q, double a, in Prototype prototype, double zeroDamping, double share)
    {
        double halfWidth = 0.5 / q;
        double wr = w * (Math.Sqrt(1.0 + halfWidth * halfWidth) + halfWidth);
        double midCap = 0.5 * Math.PI * (rule.MidCap + rule.MidCapRise / (1.0 + 1.0 / (q * q)));
        double topCap = 0.5 * Math.PI * rule.TopCap;
        double mid = 1.0 / (Math.Pow(a, -2.0 * rule.MidExponent) / (rule.MidFactor * rule.MidFactor * wr) + 1.0 / (midCap * midCap));
        double top = 1.0 / (Math.Pow(a, -2.0 * rule.TopExponent) / (rule.TopFactor * rule.TopFactor * wr) + 1.0 / (topCap * topCap));

        double held = Math.Min(prototype.W, Held);
        var (g2, gk) = PoleImage.Of(held, prototype.Damping * Math.Sqrt(held));
        double k2 = gk * gk / g2;
        var (y1, v1) = prototype.At(mid, g2);
        var (y2, v2) = prototype.At(top, g2);
        double q1 = v1 * ((1.0 - y1) * (1.0 - y1) + k2 * y1) / y1;
        double q2 = v2 * ((1.0 - y2) * (1.0 - y2) + k2 * y2) / y2;
        double e2 = (q2 - q1) / (y2 - y1);
        double e1 = q1 - e2 * y1;

        // High − 1 and (G Band)²; no gain gives exactly 0 and (G K)².
        double lowest = MatchRule.LowestTopPower * Math.Min(1.0 + prototype.Excess * v2, 1.0) - 1.0;
        double rise = Math.Max(prototype.Excess * e2, lowest);
        double high = Math.Sqrt(1.0 + rise) - 1.0;
        double band2 = gk * gk + g2 * (prototype.Excess * e1 + 2.0 * high);
        double lowestBand = MatchRule.LowestZeroDamping * Math.Min(zeroDamping * zeroDamping, 1.0);
        band2 = Math.Max(band2, lowestBand * (1.0 + high) * g2);
        if (share > 0.0)
        {
            // Three points can't hold a sharp dip in its place, but let Nyquist go where it will.
            double dip = Math.Min(w * a, Held);
            var (dipG2, dipGK) = PoleImage.Of(dip, zeroDamping * Math.Sqrt(dip));
            double own = g2 / dipG2;
            high += share * (own - 1.0 - high);
            band2 += share * (dipGK * own * (dipGK * own) - band2);
        }

        double g = Math.Sqrt(g2);
        return new(g, gk / g, 1.0, Math.Sqrt(band2) / g, 1.0 + high);
    }

    private static double Ramp(double value, double from, double to) => Math.Clamp((value - from) / (to - from), 0.0, 1.0);

    /// <summary>The prototype by its poles, (w / 2)² and κ, and its excess; see the remarks above.</summary>
    private readonly record struct Prototype(double W, double Damping, double C0, double C1, double Excess)
    {
        /// <summary>y and v at a frequency, given as (w / 2)². The tangent is that of <see cref="PoleImage"/>.</summary>
        public (double Y, double V) At(double u, double g2)
        {
            double sine = 945.0 - u * (105.0 - u);
            double cosine = 945.0 - u * (420.0 - 15.0 * u);
            double x = u / W;
            double v = x * (C0 + C1 * x) / ((1.0 - x) * (1.0 - x) + Damping * Damping * x);
            return (u * sine * sine / (cosine * cosine * g2), v);
        }
    }
}
