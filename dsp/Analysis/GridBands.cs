using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// How the bins of a transform are shared out over the bands of the common grid: a bin's power lies evenly over its width, and each band
/// takes what of it lies within, so that no power is lost or counted twice between the outermost edges. Immutable.
/// </summary>
internal sealed class GridBands
{
    private static readonly double HalfStep = Math.Pow(1000.0, 0.5 / (CommonGrid.Count - 1));

    private readonly float[] _shares;
    private readonly int[] _firstBin = new int[CommonGrid.Count];
    private readonly int[] _firstShare = new int[CommonGrid.Count + 1];

    /// <summary>For so many bins, the first at 0 Hz, the last at half the sample rate; of both only one half is there.</summary>
    /// <param name="binHz">From one bin to the next.</param>
    /// <param name="bins">Their number.</param>
    public GridBands(double binHz, int bins)
    {
        var shares = new List<float>();
        for (int i = 0; i < CommonGrid.Count; i++)
        {
            double low = LowHz(i) / binHz, high = HighHz(i) / binHz;
            int first = (int)Math.Floor(low + 0.5), last = Math.Min(bins - 1, (int)Math.Floor(high + 0.5));
            _firstBin[i] = Math.Min(first, bins);
            for (int k = first; k <= last; k++)
            {
                double from = Math.Max(0.0, k - 0.5), to = Math.Min(bins - 1, k + 0.5);
                shares.Add((float)(Math.Max(0.0, Math.Min(high, to) - Math.Max(low, from)) / (to - from)));
            }

            _firstShare[i + 1] = shares.Count;
        }

        _shares = [.. shares];
    }

    /// <summary>A band's lower edge in Hz: the geometric mean of two points; of the first as far below it as its upper edge is above.</summary>
    public static double LowHz(int band) => CommonGrid.FrequenciesHz[band] / HalfStep;

    /// <summary>A band's upper edge in Hz.</summary>
    public static double HighHz(int band) => CommonGrid.FrequenciesHz[band] * HalfStep;

    /// <summary>Adds bins up to bands.</summary>
    /// <param name="power">Of each bin.</param>
    /// <param name="bands">Receives <see cref="CommonGrid.Count"/> powers; 0 beyond half the sample rate.</param>
    public void Gather(ReadOnlySpan<float> power, Span<float> bands)
    {
        for (int i = 0; i < CommonGrid.Count; i++)
        {
            var shares = _shares.AsSpan(_firstShare[i].._firstShare[i + 1]);
            bands[i] = shares.IsEmpty ? 0.0f : TensorPrimitives.Dot(shares, power.Slice(_firstBin[i], shares.Length));
        }
    }
}
