using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// The mean power of a sound's loud enough moments in each band of the common grid: blocks of 400 ms, each 100 ms behind the last, gated as
/// ITU-R BS.1770-4 does, at −70 LUFS and then at 10 LU below what remains. Blocks are summed up in classes of half an LU, so that an hour
/// needs no more memory than a second; the class that the relative gate cuts counts in part. Allocates when made, never after.
/// </summary>
internal sealed class GatedSpectrum
{
    private const double AbsoluteGateLufs = -70.0;
    private const double RelativeGateLu = -10.0;
    private const double ClassLu = 0.5;
    private const int Classes = 200;
    private const int Points = CommonGrid.Count;
    private readonly double[] _counts = new double[Classes];
    private readonly double[] _weighted = new double[Classes];
    private readonly double[] _powers = new double[Classes * Points];

    /// <summary>Blocks above the absolute gate; parts of one where some have faded.</summary>
    public double Blocks { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Reset()
    {
        Array.Clear(_counts);
        Array.Clear(_weighted);
        Array.Clear(_powers);
        Blocks = 0;
    }

    /// <summary>What it has counts only so much from now on, 0 to 1.</summary>
    public void Fade(double share)
    {
        TensorPrimitives.Multiply<double>(_counts, share, _counts);
        TensorPrimitives.Multiply<double>(_weighted, share, _weighted);
        TensorPrimitives.Multiply<double>(_powers, share, _powers);
        Blocks *= share;
    }

    /// <summary>Whether a K-weighted mean square passes the absolute gate.</summary>
    public static bool IsHeard(double weightedPower) => LoudnessSteps.Lufs(weightedPower) > AbsoluteGateLufs;

    /// <summary>Takes a block.</summary>
    /// <param name="weightedPower">Its K-weighted mean square.</param>
    /// <param name="powers">Its mean square in each band.</param>
    public void Add(double weightedPower, ReadOnlySpan<double> powers)
    {
        if (!IsHeard(weightedPower))
            return;
        int place = (int)Math.Clamp((LoudnessSteps.Lufs(weightedPower) - AbsoluteGateLufs) / ClassLu, 0.0, Classes - 1.0);
        _counts[place]++;
        _weighted[place] += weightedPower;
        var sum = _powers.AsSpan(place * Points, Points);
        TensorPrimitives.Add(sum, powers, sum);
        Blocks++;
    }

    /// <summary>Reads the mean of what passes both gates.</summary>
    /// <param name="powers">Receives its mean square in each band.</param>
    /// <returns>Its K-weighted mean square; 0, and nothing written, where nothing passes.</returns>
    public double Read(Span<double> powers)
    {
        if (Blocks == 0)
            return 0.0;
        double gate = LoudnessSteps.Lufs(TensorPrimitives.Sum<double>(_weighted) / Blocks) + RelativeGateLu;
        double cut = (gate - AbsoluteGateLufs) / ClassLu;
        double weighted = 0.0, count = 0.0;
        powers[..Points].Clear();
        for (int i = Math.Max(0, (int)cut); i < Classes; i++)
        {
            if (_counts[i] == 0)
                continue;
            double passing = Math.Min(1.0, i + 1.0 - cut);
            count += passing * _counts[i];
            weighted += passing * _weighted[i];
            TensorPrimitives.MultiplyAdd(_powers.AsSpan(i * Points, Points), passing, powers[..Points], powers[..Points]);
        }

        TensorPrimitives.Divide(powers[..Points], count, powers[..Points]);
        return weighted / count;
    }
}
