using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SemanticEq.Inference;

/// <summary>
/// What of a sound is heard where: its power is spread as the ear does (auditory slopes), and turned into specific loudness, whose share in
/// the whole is the answer. So a band in which a track has nothing is not heard, whatever is done to it. Allocates when made, never after;
/// one thread.
/// </summary>
/// <remarks>
/// B. C. J. Moore, B. R. Glasberg and T. Baer, "A model for the prediction of thresholds, loudness, and partial loudness" (J. Audio Eng.
/// Soc., 1997), in its simplest form: N' = (E + E₀)^α − E₀^α.
/// </remarks>
public sealed class Hearing
{
    private const int Points = ListenerModel.Points;
    private static readonly double LogOfDb = Math.Log(10.0) / 10.0;

    private readonly double[] _spread;
    private readonly double[] _spreadBack;
    private readonly double[] _quiet;
    private readonly double[] _quietLoudness;
    private readonly double _exponent;
    private readonly double[] _power = new double[Points];
    private readonly double[] _share = new double[Points];
    private readonly double[] _excitation = new double[Points];
    private readonly double[] _loudness = new double[Points];
    private readonly double[] _slope = new double[Points];
    private readonly double[] _heard = new double[Points];
    private double _total;

    /// <summary>A model's hearing.</summary>
    public Hearing(ListenerModel model)
    {
        // Columns one after the other: adding them up needs no sums across a vector.
        _spread = new double[Points * Points];
        for (int i = 0; i < Points; i++)
        {
            for (int k = 0; k < Points; k++)
                _spread[(k * Points) + i] = model.Spread[(i * Points) + k];
        }

        _spreadBack = model.Spread;
        _quiet = model.Quiet;
        _exponent = model.Exponent;
        _quietLoudness = [.. _quiet.Select(x => Math.Pow(x, _exponent))];
    }

    /// <summary>What is heard of a sound.</summary>
    /// <param name="spectrumDb">64 finite values in dB on the common grid, of any level.</param>
    /// <param name="heard">64 shares, 0 to 1, whose sum is 1.</param>
    public void Hear(ReadOnlySpan<float> spectrumDb, Span<float> heard)
    {
        HearDb(spectrumDb, _heard);
        TensorPrimitives.ConvertTruncating<double, float>(_heard, heard);
    }

    /// <summary>The same, in double precision.</summary>
    internal void HearDb(ReadOnlySpan<float> spectrumDb, Span<double> heard)
    {
        ToPower(spectrumDb, _power);
        HearPower(_power, heard);
    }

    /// <summary>Powers of a spectrum in dB, 1 for its highest; all 1 for one that is not finite.</summary>
    internal static void ToPower(ReadOnlySpan<float> spectrumDb, Span<double> power)
    {
        double highest = TensorPrimitives.Max(spectrumDb[..Points]);
        for (int i = 0; i < Points; i++)
            power[i] = Math.Pow(10.0, (spectrumDb[i] - highest) / 10.0);
        if (!double.IsFinite(TensorPrimitives.Sum<double>(power[..Points])))
            power.Fill(1.0);
    }

    /// <summary>What is heard of powers, 0 or more and not all 0.</summary>
    internal void HearPower(ReadOnlySpan<double> power, Span<double> heard)
    {
        TensorPrimitives.Divide(power, TensorPrimitives.Sum(power), _share);
        Transform(_spread, _share, _excitation);
        TensorPrimitives.Add(_excitation, _quiet, _excitation);
        TensorPrimitives.Log<double>(_excitation, _loudness);
        TensorPrimitives.Multiply(_loudness, _exponent, _loudness);
        TensorPrimitives.Exp<double>(_loudness, _loudness);
        TensorPrimitives.Divide<double>(_loudness, _excitation, _slope);
        TensorPrimitives.Subtract<double>(_loudness, _quietLoudness, _loudness);
        _total = TensorPrimitives.Sum<double>(_loudness);
        TensorPrimitives.Divide(_loudness, _total, heard);
    }

    /// <summary>How a weighted sum of what <see cref="HearPower"/> last heard changes with each point's level, a dB.</summary>
    /// <param name="template">The weights.</param>
    /// <param name="weighted">That sum.</param>
    /// <param name="perDb">Receives 64 values.</param>
    internal void Gradient(ReadOnlySpan<double> template, double weighted, Span<double> perDb)
    {
        for (int i = 0; i < Points; i++)
            _slope[i] *= (template[i] - weighted) * _exponent / _total;
        Transform(_spreadBack, _slope, perDb);
        double mean = TensorPrimitives.Dot<double>(perDb, _share);
        for (int i = 0; i < Points; i++)
            perDb[i] = LogOfDb * _share[i] * (perDb[i] - mean);
    }

    // The sum of columns, each by its factor; 16 rows at a time stay in registers.
    private static void Transform(double[] columns, ReadOnlySpan<double> factors, Span<double> sum)
    {
        var to = MemoryMarshal.Cast<double, Vector128<double>>(sum);
        for (int row = 0; row < Points / 2; row += 8)
        {
            var s0 = Vector128<double>.Zero;
            var (s1, s2, s3, s4, s5, s6, s7) = (s0, s0, s0, s0, s0, s0, s0);
            for (int k = 0; k < Points; k++)
            {
                var by = Vector128.Create(factors[k]);
                var from = MemoryMarshal.Cast<double, Vector128<double>>(columns.AsSpan((k * Points) + (2 * row), 16));
                s7 += by * from[7];
                s0 += by * from[0];
                s1 += by * from[1];
                s2 += by * from[2];
                s3 += by * from[3];
                s4 += by * from[4];
                s5 += by * from[5];
                s6 += by * from[6];
            }

            (to[row], to[row + 1], to[row + 2], to[row + 3]) = (s0, s1, s2, s3);
            (to[row + 4], to[row + 5], to[row + 6], to[row + 7]) = (s4, s5, s6, s7);
        }
    }
}
