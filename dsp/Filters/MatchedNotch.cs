namespace SemanticEq.Dsp;

/// <summary>
/// A notch: a true zero at its centre, and poles such that |H|² meets the prototype at DC and at two further frequencies
/// (linear in the denominator of |H|², as in <see cref="MatchedShape"/>).
/// </summary>
internal static class MatchedNotch
{
    public static Section Design(double radians, double q)
    {
        double centre = Math.Min(radians, SectionDesign.HighestRadians);
        double t0 = Math.Tan(0.5 * centre);
        double halfWidth = 0.5 / q;
        double ratio = Math.Sqrt(1.0 + halfWidth * halfWidth) - halfWidth;
        double upper = Math.Min(centre / ratio, 0.5 * (centre + Math.PI));
        var (y1, r1) = Denominator(centre * ratio, centre, t0, q);
        var (y2, r2) = Denominator(upper, centre, t0, q);
        double d2 = (r2 - r1) / (y2 - y1);
        double d1 = r1 - d2 * y1;
        double root = Math.Sqrt(d2);
        double damping = d1 + 2.0 * root;
        if (!(damping > 0.0))
            return new(t0, 1.0 / q, 1.0, 0.0, 1.0);

        double scale = 1.0 / Math.Sqrt(root);
        return new(t0 * scale, Math.Sqrt(damping) * scale, 1.0, 0.0, 1.0 / root);
    }

    // d1 + d2 y at one frequency, from (1 − y)² / (1 + d1 y + d2 y²) = (1 − ρ²)² / ((1 − ρ²)² + ρ²/Q²).
    private static (double Y, double R) Denominator(double radians, double centre, double t0, double q)
    {
        double t = Math.Tan(0.5 * radians) / t0;
        double ratio = radians / centre;
        double y = t * t;
        double share = (1.0 - y) * ratio / ((1.0 - ratio * ratio) * q);
        return (y, y - 2.0 + share * share / y);
    }
}
