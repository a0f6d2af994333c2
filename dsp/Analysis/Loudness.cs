namespace SemanticEq.Dsp;

/// <summary>
/// Integrated loudness by ITU-R BS.1770-4 (gated at −70 LUFS, then at 10 LU below what remains), streaming: push blocks, then
/// read. One thread. Holds one number for every 100 ms; pushing allocates only when that list grows.
/// </summary>
public sealed class Loudness
{
    private const double AbsoluteGateLufs = -70.0;
    private const double RelativeGateLu = -10.0;
    private const int StepsPerBlock = 4;

    private readonly LoudnessSteps _steps;
    private readonly double[] _recentSteps = new double[StepsPerBlock];
    private readonly List<double> _blockPowers = new(4096);
    private long _stepCount;

    /// <summary>For a sample rate in Hz.</summary>
    public Loudness(double sampleRate) => _steps = new LoudnessSteps(sampleRate);

    /// <summary>
    /// Integrated loudness of everything pushed so far, in LUFS; negative infinity where less than 400 ms came in or all of
    /// it lies below the gate.
    /// </summary>
    public double IntegratedLufs
    {
        get
        {
            double absolute = GatedPower(LoudnessSteps.Power(AbsoluteGateLufs));
            if (absolute == 0.0)
                return double.NegativeInfinity;
            return LoudnessSteps.Lufs(GatedPower(absolute * Math.Pow(10.0, RelativeGateLu / 10.0)));
        }
    }

    /// <summary>Takes the next samples, full scale ±1.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    public void Push(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        while (_steps.Push(ref left, ref right, out double energy))
            EndStep(energy);
    }

    private void EndStep(double stepEnergy)
    {
        _recentSteps[_stepCount % StepsPerBlock] = stepEnergy;
        if (++_stepCount < StepsPerBlock)
            return;
        double energy = 0.0;
        foreach (double step in _recentSteps)
            energy += step;
        _blockPowers.Add(energy / (StepsPerBlock * (double)_steps.Samples));
    }

    private double GatedPower(double threshold)
    {
        double sum = 0.0;
        long count = 0;
        foreach (double power in _blockPowers)
        {
            if (power <= threshold)
                continue;
            sum += power;
            count++;
        }

        return count == 0 ? 0.0 : sum / count;
    }
}
