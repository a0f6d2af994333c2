namespace SemanticEq.Dsp;

/// <summary>
/// A digital second-order section by its coefficients, (B0 + B1 z⁻¹ + B2 z⁻²) / (1 + A1 z⁻¹ + A2 z⁻²). The engine runs
/// <see cref="Section"/>, which keeps its precision at low frequencies where this form cancels; this is for exchange.
/// </summary>
public readonly record struct Biquad(double B0, double B1, double B2, double A1, double A2)
{
    /// <summary>The same filter as a <see cref="Section"/>. Needs stable poles.</summary>
    public Section ToSection()
    {
        double atDc = 1.0 + A1 + A2;
        double atNyquist = 1.0 - A1 + A2;
        double g = Math.Sqrt(atDc / atNyquist);
        return new Section(
            g,
            2.0 * (1.0 - A2) / (atNyquist * g),
            (B0 + B1 + B2) / atDc,
            2.0 * (B0 - B2) / (atNyquist * g),
            (B0 - B1 + B2) / atNyquist);
    }
}
