using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>
/// What would make one sound like another: the difference of two long-term spectra, each smoothed as wide as the ear's filters, level-free,
/// within <see cref="MostDb"/>, and nothing where one of the two has no energy. Made once by a user's action; then never changed.
/// </summary>
/// <remarks>
/// Widths and weights by B. R. Glasberg and B. C. J. Moore, "Derivation of auditory filter shapes from notched-noise data" (Hearing
/// Research, 1990): ERB = 24.7 · (4.37 f/kHz + 1) Hz.
/// </remarks>
public sealed class MatchCurve
{
    /// <summary>The most that is asked for at any frequency, in dB.</summary>
    public const double MostDb = 12.0;

    // Below the highest band of a sound: noise, hum, what a codec left over. There a difference says nothing of how it sounds.
    private const double WhollyHeardDb = 45.0;
    private const double UnheardDb = 60.0;

    // Of a sound that is narrower than a few of the ear's filters there is nothing to match.
    private const double LeastShare = 0.05;

    // How far what was found at the edge reaches beyond what both have, in octaves.
    private const double ReachOctaves = 0.5;
    private const double LeastSigmaOctaves = 1.0 / 8.0;

    // A track's balance is wanted, not the notes that it happened to play.
    private const double BalanceOctaves = 1.0 / 3.0;

    // So that there is a difference, if a meaningless one, far from all that both have.
    private const double Trace = 1e-9;
    private static readonly double PointOctaves = Math.Log2(1000.0) / (CommonGrid.Count - 1);
    private static readonly double[] Density = MakeDensity();
    private readonly double[] _decibels = new double[CommonGrid.Count];
    private readonly double[] _weights = new double[CommonGrid.Count];

    private MatchCurve()
    {
    }

    /// <summary>64 values in dB on the common grid; their weighted mean is 0.</summary>
    public ReadOnlySpan<double> Decibels => _decibels;

    /// <summary>How much each point counts, 64 values whose sum is 1: by the ear's filters, 0 where one of the two is not heard.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The way from one sound to another.</summary>
    /// <param name="fromDb">64 finite values in dB on the common grid, of any level.</param>
    /// <param name="toDb">The same of the other.</param>
    /// <returns>Null where the two have next to nothing in common.</returns>
    public static MatchCurve? Between(ReadOnlySpan<float> fromDb, ReadOnlySpan<float> toDb)
    {
        var curve = new MatchCurve();
        double[] from = Smooth(fromDb), to = Smooth(toDb);
        if (!curve.Weigh(from, to))
            return null;
        curve.Differ(from, to, curve._decibels);
        curve.Limit();
        curve.Fade();
        return curve;
    }

    /// <summary>How far apart two sounds are, in dB RMS over what both have, whatever their levels.</summary>
    /// <param name="fromDb">64 values in dB.</param>
    /// <param name="toDb">64 values in dB.</param>
    public double DistanceDb(ReadOnlySpan<float> fromDb, ReadOnlySpan<float> toDb)
    {
        double[] difference = new double[CommonGrid.Count];
        Differ(Smooth(fromDb), Smooth(toDb), difference);
        return RmsDb(difference);
    }

    /// <summary>What a curve leaves of this one, in dB RMS, whatever its level.</summary>
    /// <param name="curveDb">64 values in dB.</param>
    public double MissDb(ReadOnlySpan<double> curveDb)
    {
        double[] miss = new double[CommonGrid.Count];
        TensorPrimitives.Subtract(curveDb, _decibels, miss);
        return RmsDb(miss);
    }

    private double RmsDb(Span<double> differenceDb)
    {
        RemoveLevel(differenceDb);
        TensorPrimitives.Multiply(differenceDb, differenceDb, differenceDb);
        return Math.Sqrt(TensorPrimitives.Dot(differenceDb, _weights));
    }

    // Where one has little, what is near counts more.
    private void Differ(double[] from, double[] to, Span<double> difference)
    {
        double[] apart = new double[from.Length], weights = new double[from.Length];
        TensorPrimitives.Subtract(to, from, apart);
        TensorPrimitives.Add(_weights, Trace, weights);
        for (int i = 0; i < difference.Length; i++)
            difference[i] = MeanAround(i, BalanceOctaves, apart, weights);
    }

    private bool Weigh(double[] from, double[] to)
    {
        double highestFrom = TensorPrimitives.Max<double>(from), highestTo = TensorPrimitives.Max<double>(to);
        for (int i = 0; i < _weights.Length; i++)
            _weights[i] = Density[i] * Presence(highestFrom - from[i]) * Presence(highestTo - to[i]);
        double sum = TensorPrimitives.Sum<double>(_weights);
        if (!(sum >= LeastShare))
            return false;
        TensorPrimitives.Divide(_weights, sum, _weights);
        return true;
    }

    // The level that is taken out moves with what is cut off at the limits: some rounds settle it.
    private void Limit()
    {
        for (int round = 0; round < 8; round++)
        {
            RemoveLevel(_decibels);
            TensorPrimitives.Min(_decibels, MostDb, _decibels);
            TensorPrimitives.Max(_decibels, -MostDb, _decibels);
        }
    }

    // Where one has nothing there is nothing to say: the curve goes back to the level, and not at a step.
    private void Fade()
    {
        int first = Array.FindIndex(_weights, weight => weight > 0.0), last = Array.FindLastIndex(_weights, weight => weight > 0.0);
        for (int i = 0; i < _decibels.Length; i++)
        {
            int edge = Math.Clamp(i, first, last);
            if (edge != i)
                _decibels[i] = _decibels[edge] * Math.Exp(-Math.Abs(edge - i) * PointOctaves / ReachOctaves);
        }
    }

    private void RemoveLevel(Span<double> decibels) => TensorPrimitives.Subtract(decibels, TensorPrimitives.Dot(decibels, _weights), decibels);

    private static double Presence(double belowDb) => Math.Clamp((UnheardDb - belowDb) / (UnheardDb - WhollyHeardDb), 0.0, 1.0);

    // Powers, not decibels: a notch between two hills is not heard as deep as it is.
    private static double[] Smooth(ReadOnlySpan<float> spectrumDb)
    {
        double[] power = new double[CommonGrid.Count], smooth = new double[CommonGrid.Count], equal = new double[CommonGrid.Count];
        Hearing.ToPower(spectrumDb, power);
        Array.Fill(equal, 1.0);
        for (int i = 0; i < smooth.Length; i++)
        {
            double sigma = Math.Max(LeastSigmaOctaves, 0.5 * Math.Log2(1.0 + (ErbHz(i) / CommonGrid.FrequenciesHz[i])));
            smooth[i] = 10.0 * Math.Log10(MeanAround(i, sigma, power, equal));
        }

        return smooth;
    }

    // By a Gaussian around a point.
    private static double MeanAround(int point, double sigmaOctaves, double[] values, double[] weights)
    {
        double sigma = sigmaOctaves / PointOctaves, sum = 0.0, all = 0.0;
        for (int k = 0; k < values.Length; k++)
        {
            double away = (k - point) / sigma, share = Math.Exp(-0.5 * away * away) * weights[k];
            (sum, all) = (sum + (share * values[k]), all + share);
        }

        return sum / all;
    }

    private static double ErbHz(int point) => 24.7 * ((4.37e-3 * CommonGrid.FrequenciesHz[point]) + 1.0);

    // How many of the ear's filters lie in a step of the grid.
    private static double[] MakeDensity()
    {
        double[] density = [.. Enumerable.Range(0, CommonGrid.Count).Select(i => CommonGrid.FrequenciesHz[i] / ErbHz(i))];
        TensorPrimitives.Divide(density, TensorPrimitives.Sum<double>(density), density);
        return density;
    }
}
