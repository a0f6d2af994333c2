using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// How the bins of a Hann-windowed transform are added up to points of a logarithmic axis: each point takes an eighth of an octave around
/// it, or two bins where that is less, and is scaled so that a sine at the point reads its own power. Immutable.
/// </summary>
internal sealed class SpectrumPoints
{
    // From the half-way down of one flank to the other's.
    private const double Octaves = 1.0 / 8.0;
    private const double LeastBins = 2.0;
    private readonly float[] _weights;
    private readonly int[] _firstBin;
    private readonly int[] _firstWeight;

    /// <summary>For so many bins from 0 Hz on.</summary>
    /// <param name="frequenciesHz">The points, ascending.</param>
    /// <param name="binHz">From one bin to the next.</param>
    /// <param name="bins">Their number.</param>
    public SpectrumPoints(ReadOnlySpan<double> frequenciesHz, double binHz, int bins)
    {
        var weights = new List<float>();
        _firstBin = new int[frequenciesHz.Length];
        _firstWeight = new int[frequenciesHz.Length + 1];
        for (int i = 0; i < frequenciesHz.Length; i++)
        {
            double centre = frequenciesHz[i] / binHz;
            double width = Width(centre);
            int first = Math.Max(1, (int)Math.Ceiling(centre - (0.75 * width)));
            int last = Math.Min(bins - 1, (int)Math.Floor(centre + (0.75 * width)));
            _firstBin[i] = Math.Min(first, bins);
            double sine = 0.0;
            for (int k = first; k <= last; k++)
                sine += Weight(k - centre, width) * Lobe(k - centre);
            // Beyond half the sample rate nothing is left, not even of a sine.
            for (int k = first; k <= last && centre < bins - 1; k++)
                weights.Add((float)(Weight(k - centre, width) / sine));
            _firstWeight[i + 1] = weights.Count;
        }

        _weights = [.. weights];
    }

    /// <summary>The lowest frequency at which an eighth of an octave has the two bins that it needs, in Hz.</summary>
    public static double ResolvedFromHz(double binHz) => LeastBins * binHz / (Math.Pow(2.0, 0.5 * Octaves) - Math.Pow(2.0, -0.5 * Octaves));

    /// <summary>Adds bins up to points.</summary>
    /// <param name="power">Of each bin; 1 for a full-scale sine in its middle.</param>
    /// <param name="points">Receives as many as there are frequencies.</param>
    public void Gather(ReadOnlySpan<float> power, Span<float> points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            var weights = _weights.AsSpan(_firstWeight[i].._firstWeight[i + 1]);
            points[i] = TensorPrimitives.Dot(weights, power.Slice(_firstBin[i], weights.Length));
        }
    }

    private static double Width(double centre) =>
        Math.Max(LeastBins, centre * (Math.Pow(2.0, 0.5 * Octaves) - Math.Pow(2.0, -0.5 * Octaves)));

    // A flat top, so that a sine between two points is not read too low, with raised cosines at its sides.
    private static double Weight(double distance, double width)
    {
        double x = Math.Clamp(((Math.Abs(distance) / width) - 0.25) / 0.5, 0.0, 1.0);
        return 0.5 + (0.5 * Math.Cos(Math.PI * x));
    }

    // |W|² of a Hann window, so many bins from its middle: (sin πx / (πx (1 − x²)))².
    private static double Lobe(double bins)
    {
        double x = Math.Abs(bins);
        if (x < 1e-6)
            return 1.0;
        if (Math.Abs(x - 1.0) < 1e-6)
            return 0.25;
        double lobe = Math.Sin(Math.PI * x) / (Math.PI * x * (1.0 - (x * x)));
        return lobe * lobe;
    }
}
