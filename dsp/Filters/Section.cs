namespace SemanticEq.Dsp;

/// <summary>
/// A digital second-order section in the form that the state-variable core runs:
/// H = (Low + Band s + High s²) / (1 + K s + s²) with s = j tan(π f / fs) / G. Unlike a biquad's coefficients these stay
/// well apart at frequencies far below the sample rate, so that nothing cancels.
/// </summary>
/// <param name="G">tan(π f / fs) of the poles' frequency, above 0.</param>
/// <param name="K">Damping of the poles, 1 / Q, above 0: the section is stable for every positive pair of G and K.</param>
/// <param name="Low">Gain at DC.</param>
/// <param name="Band">Gain of the band-pass part; |H| at the poles' frequency is about Band / K.</param>
/// <param name="High">Gain at Nyquist.</param>
public readonly record struct Section(double G, double K, double Low, double Band, double High)
{
    /// <summary>Passes everything unchanged.</summary>
    public static Section Identity => new(1.0, 1.0, 1.0, 1.0, 1.0);

    /// <summary>|H|² at a frequency given as tan(π f / fs), 0 or more and below about 1e30.</summary>
    public double PowerAt(double tangent)
    {
        double x = tangent / G;
        double x2 = x * x;
        double numerator = Low - High * x2;
        double denominator = 1.0 - x2;
        return (numerator * numerator + Band * Band * x2) / (denominator * denominator + K * K * x2);
    }

    /// <summary>The section whose response is 1 / H. Needs Low, Band and High above 0, so that it is stable.</summary>
    public Section Inverse()
    {
        double root = Math.Sqrt(Low * High);
        return new(G * Math.Sqrt(Low / High), Band / root, 1.0 / Low, K / root, 1.0 / High);
    }

    /// <summary>The section with its gain multiplied by a factor.</summary>
    public Section Scaled(double factor) => this with { Low = Low * factor, Band = Band * factor, High = High * factor };

    /// <summary>The same filter as a biquad.</summary>
    public Biquad ToBiquad()
    {
        double g2 = G * G;
        double scale = 1.0 / (1.0 + G * K + g2);
        return new(
            (High + G * Band + g2 * Low) * scale,
            2.0 * (g2 * Low - High) * scale,
            (High - G * Band + g2 * Low) * scale,
            2.0 * (g2 - 1.0) * scale,
            (1.0 - G * K + g2) * scale);
    }
}
