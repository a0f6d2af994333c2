using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// Leaves every nth sample of one channel, for what is looked at far below the new rate: four moving averages of n samples in a row, whose
/// zeros lie where the new rate's multiples would fold onto 0 Hz. What folds onto f is damped by about (f / rate)⁴. Allocates when made.
/// </summary>
/// <remarks>E. B. Hogenauer, "An economical class of digital filters for decimation and interpolation" (1981), without its integrators.</remarks>
internal sealed class Decimator
{
    private const int Averages = 4;
    private readonly float[] _taps;
    private readonly float[] _samples;
    private readonly int _factor;
    private int _filled;

    /// <summary>For a factor of 1 or more, and at most so many samples in a call.</summary>
    public Decimator(int factor, int mostSamples)
    {
        _factor = factor;
        double[] taps = [1.0];
        for (int i = 0; i < Averages; i++)
            taps = Average(taps, factor);
        _taps = [.. taps.Select(tap => (float)tap)];
        _samples = new float[_taps.Length + mostSamples];
    }

    /// <summary>Forgets what it heard.</summary>
    public void Reset() => _filled = 0;

    /// <summary>Takes samples and writes those that are left.</summary>
    /// <returns>How many those are.</returns>
    public int Process(ReadOnlySpan<float> samples, Span<float> left)
    {
        samples.CopyTo(_samples.AsSpan(_filled));
        _filled += samples.Length;
        int at = 0, count = 0;
        for (; at + _taps.Length <= _filled; at += _factor)
            left[count++] = TensorPrimitives.Dot(_taps, _samples.AsSpan(at, _taps.Length));
        _samples.AsSpan(at, _filled - at).CopyTo(_samples);
        _filled -= at;
        return count;
    }

    private static double[] Average(double[] taps, int length)
    {
        var averaged = new double[taps.Length + length - 1];
        for (int i = 0; i < taps.Length; i++)
        {
            for (int k = 0; k < length; k++)
                averaged[i + k] += taps[i] / length;
        }

        return averaged;
    }
}
