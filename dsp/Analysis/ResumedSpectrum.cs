using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// What was learnt of a track before: a spectrum without its level, and for how long it was heard. It counts as if it had been as loud as what
/// is heard since. Allocates when made, never after.
/// </summary>
internal sealed class ResumedSpectrum
{
    private readonly double[] _share = new double[CommonGrid.Count];

    /// <summary>For how long it was heard; 0 for none.</summary>
    public double Seconds { get; private set; }

    /// <summary>Forgets it.</summary>
    public void Forget() => Seconds = 0.0;

    /// <summary>Takes one over.</summary>
    /// <param name="levelFreeDb">64 values in dB; what is not finite is nothing learnt.</param>
    /// <param name="seconds">0 or more.</param>
    public void Set(ReadOnlySpan<float> levelFreeDb, double seconds)
    {
        double highest = TensorPrimitives.Max(levelFreeDb[..CommonGrid.Count]);
        for (int i = 0; i < _share.Length; i++)
            _share[i] = Math.Pow(10.0, (levelFreeDb[i] - highest) / 10.0);
        double total = TensorPrimitives.Sum<double>(_share);
        TensorPrimitives.Divide(_share, total, _share);
        Seconds = double.IsFinite(total) && double.IsFinite(seconds) ? Math.Max(0.0, seconds) : 0.0;
    }

    /// <summary>It counts only so much from now on, 0 to 1.</summary>
    public void Fade(double share) => Seconds *= share;

    /// <summary>Adds it to what was heard since, by the time of each.</summary>
    /// <param name="powers">Power in each band; becomes that of both, of any level.</param>
    /// <param name="seconds">For how long that was heard; where 0, the powers have no meaning.</param>
    public void AddTo(Span<double> powers, double seconds)
    {
        if (seconds > 0.0)
            TensorPrimitives.Multiply(powers, seconds / TensorPrimitives.Sum<double>(powers), powers);
        else
            powers.Clear();
        TensorPrimitives.MultiplyAdd(_share, Seconds, powers, powers);
    }
}
