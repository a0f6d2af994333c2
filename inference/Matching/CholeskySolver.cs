namespace SemanticEq.Inference;

/// <summary>Solves small symmetric positive definite systems: one of 32 unknowns is no reason to bring a library into every host's process.</summary>
internal static class CholeskySolver
{
    /// <summary>Solves (A + damping · diagonal of A) x = b.</summary>
    /// <param name="matrix">A, n × n, row-major; only read.</param>
    /// <param name="right">b.</param>
    /// <param name="damping">0 or more.</param>
    /// <param name="solution">Receives x.</param>
    /// <returns>False where the matrix is not positive definite.</returns>
    public static bool TrySolve(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, double damping, Span<double> solution)
    {
        int n = right.Length;
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[(i * n) + j] * (i == j ? 1.0 + damping : 1.0);
                for (int k = 0; k < j; k++)
                    sum -= lower[(i * n) + k] * lower[(j * n) + k];
                if (i == j && !(sum > 0.0))
                    return false;
                lower[(i * n) + j] = i == j ? Math.Sqrt(sum) : sum / lower[(j * n) + j];
            }
        }

        Substitute(lower, right, solution);
        return true;
    }

    private static void Substitute(double[] lower, ReadOnlySpan<double> right, Span<double> solution)
    {
        int n = right.Length;
        for (int i = 0; i < n; i++)
        {
            double sum = right[i];
            for (int k = 0; k < i; k++)
                sum -= lower[(i * n) + k] * solution[k];
            solution[i] = sum / lower[(i * n) + i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            double sum = solution[i];
            for (int k = i + 1; k < n; k++)
                sum -= lower[(k * n) + i] * solution[k];
            solution[i] = sum / lower[(i * n) + i];
        }
    }
}
