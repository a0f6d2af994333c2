using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>The newest of <see cref="GridSteps"/>, to be averaged over. Allocates when made, never after.</summary>
internal sealed class StepWindow(int most)
{
    private const int Points = CommonGrid.Count;
    private readonly double[] _weighted = new double[most];
    private readonly bool[] _isAudio = new bool[most];
    private readonly double[] _powers = new double[most * Points];
    private long _count;

    /// <summary>Begins anew.</summary>
    public void Reset() => _count = 0;

    /// <summary>Takes the newest step.</summary>
    public void Add(GridSteps steps)
    {
        int place = (int)(_count++ % most);
        _weighted[place] = steps.WeightedPower;
        _isAudio[place] = steps.IsAudio;
        steps.Powers.CopyTo(_powers.AsSpan(place * Points, Points));
    }

    /// <summary>Reads the mean of so many of the newest steps, up to the most that it keeps. Added up anew: what was loud leaves no rounding errors.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="powers">Receives the mean square in each band.</param>
    /// <param name="weighted">The K-weighted mean square.</param>
    /// <returns>How many of them are sound; no others count.</returns>
    public int Read(int steps, Span<double> powers, out double weighted)
    {
        int audio = 0;
        weighted = 0.0;
        powers.Clear();
        for (long n = Math.Max(0, _count - Math.Min(steps, most)); n < _count; n++)
        {
            int place = (int)(n % most);
            if (!_isAudio[place])
                continue;
            audio++;
            weighted += _weighted[place];
            TensorPrimitives.Add(powers, _powers.AsSpan(place * Points, Points), powers);
        }

        if (audio == 0)
            return 0;
        weighted /= audio;
        TensorPrimitives.Divide(powers, audio, powers);
        return audio;
    }
}
