namespace SemanticEq.Dsp;

/// <summary>
/// Where a pair of analogue poles (or zeros) goes in the digital plane: nearly z = e^s, without a transcendental function or a
/// branch between complex and real pairs.
/// </summary>
/// <remarks>
/// The state-variable form has its poles at −tanh(s/2). The fifth convergent of Lambert's continued fraction,
/// tanh x ≈ x (945 + 105 x² + x⁴) / (945 + 420 x² + 15 x⁴), is within 2·10⁻⁵ of it for |x| up to 0.9 · π/2, and keeps the left half
/// plane in the left half plane (every convergent is a ladder of positive elements). Over a pair, its sum and product are
/// polynomials in the pair's own sum and product.
/// </remarks>
internal static class PoleImage
{
    /// <summary>The image of the pair of s² + κ w s + w².</summary>
    /// <param name="quarterSquare">w² / 4, w in radians a sample, up to <see cref="SectionDesign.HighestRadians"/>.</param>
    /// <param name="halfDamping">κ w / 2, above 0.</param>
    /// <returns>G² and G K of the <see cref="Section"/>.</returns>
    public static (double G2, double GK) Of(double quarterSquare, double halfDamping)
    {
        double q = quarterSquare;
        double s2 = halfDamping * halfDamping;
        double q2 = q * q;
        // Power sums of the pair's squares: first, second; t3 and t5 are the third and fifth of the pair itself over its first.
        double first = s2 - 2.0 * q;
        double second = first * first - 2.0 * q2;
        double t3 = s2 - 3.0 * q;
        double t5 = second - q * t3;
        double numerator = 893025.0 + 99225.0 * first + 945.0 * second + q2 * (11025.0 + 105.0 * first + q2);
        double denominator = 893025.0 + 396900.0 * first + 14175.0 * second + q2 * (176400.0 + 6300.0 * first + 225.0 * q2);
        double sum = 893025.0 + 396900.0 * q + 99225.0 * t3 + q * (14175.0 * t3 + 44100.0 * q)
            + 945.0 * t5 + q2 * (1575.0 * q + 420.0 * t3 + 15.0 * q2);
        double scale = 1.0 / denominator;
        return (q * numerator * scale, halfDamping * sum * scale);
    }
}
