using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// The frequencies on which equaliser curves are compared: 64 log-spaced points from 20 Hz to 20 kHz, both ends included.
/// A <em>curve</em> is 64 values in dB on this grid; a <em>level-free</em> curve is one whose mean over the grid is zero.
/// </summary>
public static class CommonGrid
{
    /// <summary>The number of points.</summary>
    public const int Count = 64;

    /// <summary>In Hz: a curve is that of bands as they play at this sample rate.</summary>
    public const double SampleRate = 48000.0;

    private static readonly double[] Points = [.. Enumerable.Range(0, Count).Select(i => 20.0 * Math.Pow(1000.0, i / 63.0))];

    /// <summary>The 64 frequencies in Hz, ascending.</summary>
    public static ReadOnlySpan<double> FrequenciesHz => Points;

    /// <summary>Removes the mean over the grid, in place.</summary>
    /// <param name="curveDb">64 values in dB.</param>
    public static void MakeLevelFree(Span<double> curveDb) =>
        TensorPrimitives.Subtract(curveDb, TensorPrimitives.Sum<double>(curveDb) / curveDb.Length, curveDb);

    /// <summary>Cosine of two curves, −1 to 1; 0 where one of them is flat, so that a flat curve is like nothing.</summary>
    public static double Cosine(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double cosine = TensorPrimitives.CosineSimilarity(a, b);
        return double.IsFinite(cosine) ? cosine : 0.0;
    }
}
