using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>The curves that places in latent space play. Main thread.</summary>
internal sealed class CurveSpace(ModelFolder model)
{
    private readonly DecoderTwin _twin = new(model);
    private readonly float[] _bands = new float[DecoderShape.Output];

    /// <summary>The level-free curve in dB on the common grid, in memory of its own.</summary>
    public double[] Curve(ReadOnlySpan<float> z)
    {
        double[] curve = new double[CommonGrid.Count];
        _twin.Decode(z, _bands);
        DecodedCurve.LevelFree(_bands, curve);
        return curve;
    }

    /// <summary>Whether two words go the same way: more than chance, by people's curves.</summary>
    public bool AreAlike(float[] a, float[] b)
    {
        const double alike = 0.2;
        return CommonGrid.Cosine(Curve(a), Curve(b)) > alike;
    }

    /// <summary>1 where a word lifts the highs above the lows, else −1.</summary>
    public double TiltSign(float[] z)
    {
        double[] curve = Curve(z);
        return MeanDb(curve, 2000.0, 16_000.0) >= MeanDb(curve, 40.0, 500.0) ? 1.0 : -1.0;
    }

    /// <summary>A curve's mean between two frequencies in Hz.</summary>
    public static double MeanDb(ReadOnlySpan<double> curve, double lowHz, double highHz)
    {
        double sum = 0.0;
        int count = 0;
        for (int i = 0; i < curve.Length; i++)
        {
            if (CommonGrid.FrequenciesHz[i] < lowHz || CommonGrid.FrequenciesHz[i] > highHz)
                continue;
            sum += curve[i];
            count++;
        }
        return count == 0 ? 0.0 : sum / count;
    }

    /// <summary>The largest distance of a curve from its level.</summary>
    public static double PeakDb(ReadOnlySpan<double> curve) => Math.Abs(TensorPrimitives.MaxMagnitude(curve));

    /// <summary>From a curve's lowest to its highest point.</summary>
    public static double SpanDb(ReadOnlySpan<double> curve) => TensorPrimitives.Max(curve) - TensorPrimitives.Min(curve);
}
