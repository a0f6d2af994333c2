using System.Numerics;

namespace SemanticEq.Dsp;

/// <summary>
/// K-weighted energies of ITU-R BS.1770-4, one each 100 ms, both channels together. Allocates when made, never after; one thread.
/// </summary>
internal sealed class LoudnessSteps
{
    private const double OffsetDb = -0.691;

    private readonly KWeightedPair _weighting;
    private double _energy;
    private int _filled;

    /// <summary>For a sample rate in Hz.</summary>
    public LoudnessSteps(double sampleRate)
    {
        _weighting = new KWeightedPair(sampleRate);
        Samples = Math.Max(1, (int)Math.Round(sampleRate / 10.0));
    }

    /// <summary>Samples of a step.</summary>
    public int Samples { get; }

    /// <summary>The loudness of a mean square, summed over channels.</summary>
    public static double Lufs(double power) => OffsetDb + (10.0 * Math.Log10(power));

    /// <summary>The mean square of a loudness.</summary>
    public static double Power(double lufs) => Math.Pow(10.0, (lufs - OffsetDb) / 10.0);

    /// <summary>Forgets what it heard.</summary>
    public void Reset()
    {
        _weighting.Reset();
        (_energy, _filled) = (0.0, 0);
    }

    /// <summary>Takes samples from the start of a run up to the end of the step, or of the run.</summary>
    /// <param name="left">The left or only channel, full scale ±1; what was taken is cut off.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    /// <param name="energy">Of the step that ended, the sum of squares.</param>
    /// <returns>Whether one did.</returns>
    public bool Push<T>(ref ReadOnlySpan<T> left, ref ReadOnlySpan<T> right, out double energy) where T : unmanaged, INumberBase<T>
    {
        energy = 0.0;
        while (left.Length > 0)
        {
            int count = Math.Min(Math.Min(left.Length, Equaliser.SegmentSamples), Samples - _filled);
            var energies = _weighting.Energy(left[..count], right.IsEmpty ? right : right[..count]);
            _energy += energies[0];
            _energy += energies[1];
            left = left[count..];
            right = right.IsEmpty ? right : right[count..];
            // The engine's way of letting states die: no denormals in silence.
            _weighting.Flush();
            _filled += count;
            if (_filled < Samples)
                continue;
            (energy, _energy, _filled) = (_energy, 0.0, 0);
            return true;
        }

        return false;
    }
}
