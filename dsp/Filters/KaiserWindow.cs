namespace SemanticEq.Dsp;

/// <summary>The Kaiser window, for filters by a windowed sinc. Allocation-free, any thread.</summary>
/// <remarks>J. F. Kaiser, "Nonrecursive digital filter design using the I₀-sinh window function" (IEEE ISCAS, 1974).</remarks>
public static class KaiserWindow
{
    /// <summary>I₀(β √(1 − x²)) / I₀(β): 1 in the middle.</summary>
    /// <param name="along">x: −1 and 1 are its ends, beyond which it stays as there.</param>
    /// <param name="beta">β, 0 or more: the higher, the lower a filter's stopband and the wider its transition.</param>
    public static double At(double along, double beta) => BesselI0(beta * Math.Sqrt(Math.Max(0.0, 1.0 - (along * along)))) / BesselI0(beta);

    // The modified Bessel function of order 0, by its power series.
    private static double BesselI0(double x)
    {
        double sum = 1.0, term = 1.0;
        for (int k = 1; term > 1e-18 * sum; k++)
        {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }

        return sum;
    }
}
