namespace SemanticEq.Dsp;

/// <summary>
/// A bell that meets its analogue prototype at DC and at four further frequencies up to near Nyquist.
/// </summary>
/// <remarks>
/// |H|² of a digital section is a rational function (1 + n1 y + n2 y²) / (1 + d1 y + d2 y²) of y = (tan(π f/fs) / tan(π f0/fs))²,
/// so that asking it to equal the prototype's |H|² at five points is linear. The bell's excess |H|² − 1 is ε ρ² / D(ρ²), with
/// ε = (A² − A⁻²) / Q² and ρ = f / f0; writing n = d + ε e keeps the equations well posed as the gain goes to 0. What remains is
/// e1 + e2 y = v (1/y + d1 + d2 y), v = ρ² / D: its second divided differences over y are free of e.
/// In the spirit of M. Vicanek, "Matched Second Order Digital Filters" (2016), who meets three points with matched-Z poles.
/// </remarks>
internal static class MatchedBell
{
    // Where the points lie was chosen by the worst error over f0 1–20 kHz, Q .1–40, ±18 dB at 44.1 kHz; see its test.
    private const double LowerPoint = 0.85;
    private const double UpperPoint = 0.4;
    private const double TopPoint = 0.92;
    private const double WidestRatio = 0.41421356237309505;

    /// <summary>A boost. Cuts are its inverse, so that they mirror it exactly.</summary>
    /// <param name="radians">2π f0 / fs, up to <see cref="SectionDesign.HighestRadians"/>.</param>
    /// <param name="q">Q, above 0.</param>
    /// <param name="a">10^(dB/40), 1 or more.</param>
    /// <param name="section">The section.</param>
    /// <returns>False where no section goes through the five points.</returns>
    public static bool TryBoost(double radians, double q, double a, out Section section)
    {
        double top = Math.Max(TopPoint * Math.PI, 0.5 * (radians + Math.PI));
        double halfWidth = 0.5 / q;
        double ratio = Math.Pow(Math.Max(Math.Sqrt(1.0 + halfWidth * halfWidth) - halfWidth, WidestRatio), LowerPoint);
        double upper = Math.Min(radians / ratio, radians + UpperPoint * (top - radians));

        double t0 = Math.Tan(0.5 * radians);
        double poleDamping = 1.0 / (a * q);
        var p1 = new Point(radians * ratio, radians, t0, poleDamping);
        var p2 = new Point(radians, radians, t0, poleDamping);
        var p3 = new Point(upper, radians, t0, poleDamping);
        var p4 = new Point(top, radians, t0, poleDamping);

        double f123 = Second(p1, p2, p3, p1.F, p2.F, p3.F), f234 = Second(p2, p3, p4, p2.F, p3.F, p4.F);
        double v123 = Second(p1, p2, p3, p1.V, p2.V, p3.V), v234 = Second(p2, p3, p4, p2.V, p3.V, p4.V);
        double h123 = Second(p1, p2, p3, p1.H, p2.H, p3.H), h234 = Second(p2, p3, p4, p2.H, p3.H, p4.H);
        double determinant = v123 * h234 - v234 * h123;
        double d1 = (h123 * f234 - h234 * f123) / determinant;
        double d2 = (v234 * f123 - v123 * f234) / determinant;

        double right1 = p1.F + d1 * p1.V + d2 * p1.H;
        double right2 = p2.F + d1 * p2.V + d2 * p2.H;
        double e2 = (right2 - right1) / (p2.Y - p1.Y);
        double e1 = right1 - e2 * p1.Y;
        double excess = (a * a - 1.0 / (a * a)) / (q * q);
        return TryFactor(t0, d1, d2, d1 + excess * e1, d2 + excess * e2, out section);
    }

    private static bool TryFactor(double t0, double d1, double d2, double n1, double n2, out Section section)
    {
        double poleRoot = Math.Sqrt(d2);
        double zeroRoot = Math.Sqrt(n2);
        double damping = d1 + 2.0 * poleRoot;
        double zeroDamping = n1 + 2.0 * zeroRoot;
        if (!(damping > 0.0 && zeroDamping > 0.0 && zeroRoot > 0.0))
        {
            section = Section.Identity;
            return false;
        }

        double scale = 1.0 / Math.Sqrt(poleRoot);
        section = new(t0 * scale, Math.Sqrt(damping) * scale, 1.0, Math.Sqrt(zeroDamping) * scale, zeroRoot / poleRoot);
        return true;
    }

    private static double Second(in Point a, in Point b, in Point c, double atA, double atB, double atC) =>
        ((atC - atB) / (c.Y - b.Y) - (atB - atA) / (b.Y - a.Y)) / (c.Y - a.Y);

    private readonly struct Point
    {
        public Point(double radians, double centreRadians, double t0, double poleDamping)
        {
            double t = Math.Tan(0.5 * radians) / t0;
            double ratio = radians / centreRadians;
            double ratioSquared = ratio * ratio;
            double distance = 1.0 - ratioSquared;
            Y = t * t;
            V = ratioSquared / (distance * distance + poleDamping * poleDamping * ratioSquared);
            F = V / Y;
            H = V * Y;
        }

        public double Y { get; }

        public double V { get; }

        public double F { get; }

        public double H { get; }
    }
}
