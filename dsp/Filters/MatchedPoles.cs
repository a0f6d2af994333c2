namespace SemanticEq.Dsp;

/// <summary>
/// Sections with the prototype's poles (z = e^(s/fs)) whose numerator meets the prototype's |H|² at DC and two further
/// frequencies; after M. Vicanek, "Matched Second Order Digital Filters" (2016), here in the tangent plane, where nothing
/// cancels at low frequencies.
/// </summary>
internal static class MatchedPoles
{
    /// <summary>The lowest damping of the zeros against the prototype's: keeps a resonant dip from closing to a true zero,
    /// whose inverse would be unstable.</summary>
    private const double LowestDampingShare = 0.3;

    /// <summary>The lowest power at Nyquist against the prototype's near it.</summary>
    private const double LowestTopShare = 0.25;

    /// <summary>Meets the prototype at DC (where it must not be 0), at <paramref name="midRadians"/> and at <paramref name="topRadians"/>.</summary>
    public static Section ThreePoints(in AnalogSection analog, double radians, double midRadians, double topRadians)
    {
        var (g, k) = Roots(analog.D0, analog.D1, analog.D2, radians);
        double atDc = analog.N0 / analog.D0;
        double dcPower = atDc * atDc;
        double topPower = Target(analog, radians, topRadians, g, k, out double y2, out double r2);
        Target(analog, radians, midRadians, g, k, out double y1, out double r1);

        double p2 = ((r2 - dcPower) / y2 - (r1 - dcPower) / y1) / (y2 - y1);
        double p1 = (r1 - dcPower) / y1 - p2 * y1;
        double high = Math.Sqrt(Math.Max(p2, LowestTopShare * topPower));
        double cross = high * atDc;
        double zeroDamping = analog.N2 == 0.0 ? 0.0 : analog.N1 * analog.N1 / (analog.N0 * analog.N2);
        double lowest = LowestDampingShare * LowestDampingShare * zeroDamping * cross;
        return new(g, k, atDc, Math.Sqrt(Math.Max(p1 + 2.0 * cross, lowest)), high);
    }

    /// <summary>A high-pass: both zeros at DC, met at one frequency.</summary>
    public static Section HighPass(double q, double radians, double meetRadians)
    {
        var analog = AnalogSection.HighPass(q);
        var (g, k) = Roots(analog.D0, analog.D1, analog.D2, radians);
        Target(analog, radians, meetRadians, g, k, out double y, out double r);
        return new(g, k, 0.0, 0.0, Math.Sqrt(r) / y);
    }

    // The digital numerator's power at a frequency, r, and that frequency squared, y, both in the poles' own units.
    private static double Target(
        in AnalogSection analog, double centreRadians, double radians, double g, double k, out double y, out double r)
    {
        double t = Math.Tan(0.5 * radians) / g;
        double ratio = radians / centreRadians;
        double power = analog.PowerAt(ratio * ratio);
        y = t * t;
        r = power * ((1.0 - y) * (1.0 - y) + k * k * y);
        return power;
    }

    // g and k of the roots e^(−σ ± jω) that c0 + c1 s + c2 s² has in the digital plane, by half-angle forms that stay exact for
    // small angles. Roots above Nyquist are held below it (they would alias).
    private static (double G, double K) Roots(double c0, double c1, double c2, double radians)
    {
        double rootRadians = Math.Min(radians * Math.Sqrt(c0 / c2), SectionDesign.HighestRadians);
        double damping = c1 / (2.0 * Math.Sqrt(c0 * c2));
        double sigma = rootRadians * damping;
        double low, high;
        if (damping < 1.0)
        {
            double omega = rootRadians * Math.Sqrt(1.0 - damping * damping);
            double sinh = Math.Sinh(0.5 * sigma);
            var (sin, cos) = Math.SinCos(0.5 * omega);
            low = sinh * sinh + sin * sin;
            high = sinh * sinh + cos * cos;
        }
        else
        {
            double faster = sigma + rootRadians * Math.Sqrt(damping * damping - 1.0);
            double slower = rootRadians * rootRadians / faster;
            low = Math.Sinh(0.5 * faster) * Math.Sinh(0.5 * slower);
            high = Math.Cosh(0.5 * faster) * Math.Cosh(0.5 * slower);
        }

        double g = Math.Sqrt(low / high);
        return (g, Math.Sinh(sigma) / (high * g));
    }
}
