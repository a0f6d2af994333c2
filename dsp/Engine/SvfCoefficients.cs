namespace SemanticEq.Dsp;

/// <summary>
/// The state-space form of a trapezoidal state-variable filter that realises a <see cref="Section"/>:
/// u = x − s2, y = D x + C1 s1 + C2 s2, s1 ← s1 − P s1 + Q u, s2 ← s2 + Q s1 + R u.
/// After A. Simper, "Solving the continuous SVF equations using trapezoidal integration" (2013).
/// </summary>
/// <remarks>
/// P is stored rather than 1 − P, which would lose the low bits of low bands. The state update is a contraction for every
/// positive G and K (a Cayley transform of a dissipative system), and so is every mean of such updates: coefficients may run
/// along any spline or line between designs, at any speed, and the state stays bounded by its input.
/// </remarks>
internal readonly record struct SvfCoefficients(double P, double Q, double R, double D, double C1, double C2)
{
    public static SvfCoefficients From(in Section section)
    {
        double g = section.G;
        double k = section.K;
        double a1 = 1.0 / (1.0 + g * (g + k));
        double a2 = g * a1;
        double a3 = g * a2;
        double high = section.High;
        double band = section.Band - k * high;
        double low = section.Low - high;
        return new(
            2.0 * (g + k) * a2,
            2.0 * a2,
            2.0 * a3,
            high + band * a2 + low * a3,
            band * a1 + low * a2,
            low * (1.0 - a3) - band * a2);
    }

    /// <summary>Writes them as one band of a bank's design.</summary>
    /// <param name="design">[coefficient][band].</param>
    /// <param name="band">Which of <see cref="BankLayout.Bands"/>.</param>
    public void WriteTo(Span<double> design, int band)
    {
        const int Bands = BankLayout.Bands;
        (design[band], design[Bands + band], design[2 * Bands + band]) = (P, Q, R);
        (design[3 * Bands + band], design[4 * Bands + band], design[5 * Bands + band]) = (D, C1, C2);
    }
}
