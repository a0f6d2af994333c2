using System.Numerics;

namespace SemanticEq.Dsp;

/// <summary>
/// Loudness by ITU-R BS.1770-4 and EBU Tech 3341, streaming: push blocks, then read. Integrated (gated at −70 LUFS, then at 10 LU below what
/// remains), momentary (400 ms) and short-term (3 s), anew each 100 ms, and the loudness range of EBU Tech 3342. One thread. Holds two numbers
/// for every 100 ms; pushing allocates only when those lists grow.
/// </summary>
public sealed class Loudness
{
    private const double AbsoluteGateLufs = -70.0;
    private const double RelativeGateLu = -10.0;
    private const double RangeGateLu = -20.0;
    private const int StepsPerBlock = 4;
    private const int StepsPerShortTerm = 30;

    private readonly LoudnessSteps _steps;
    private readonly double[] _recentSteps = new double[StepsPerShortTerm];
    private readonly List<double> _blockPowers = new(4096);
    private readonly List<double> _shortTermPowers = new(4096);
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
            double absolute = GatedPower(_blockPowers, LoudnessSteps.Power(AbsoluteGateLufs));
            if (absolute == 0.0)
                return double.NegativeInfinity;
            return LoudnessSteps.Lufs(GatedPower(_blockPowers, absolute * Math.Pow(10.0, RelativeGateLu / 10.0)));
        }
    }

    /// <summary>Of the newest 400 ms, in LUFS; negative infinity for silence and before they have come in.</summary>
    public double MomentaryLufs => _blockPowers.Count > 0 ? LoudnessSteps.Lufs(_blockPowers[^1]) : double.NegativeInfinity;

    /// <summary>Of the newest 3 s, in LUFS; negative infinity for silence and before they have come in.</summary>
    public double ShortTermLufs => _shortTermPowers.Count > 0 ? LoudnessSteps.Lufs(_shortTermPowers[^1]) : double.NegativeInfinity;

    /// <summary>The highest of <see cref="MomentaryLufs"/> so far.</summary>
    public double HighestMomentaryLufs { get; private set; } = double.NegativeInfinity;

    /// <summary>The highest of <see cref="ShortTermLufs"/> so far.</summary>
    public double HighestShortTermLufs { get; private set; } = double.NegativeInfinity;

    /// <summary>
    /// Loudness range by EBU Tech 3342, in LU: from the 10th to the 95th percentile of short-term loudness that passes −70 LUFS and then
    /// 20 LU below the mean of what remains. 0 where there is none. Allocates.
    /// </summary>
    public double RangeLu()
    {
        double absolute = GatedPower(_shortTermPowers, LoudnessSteps.Power(AbsoluteGateLufs));
        double gate = Math.Max(LoudnessSteps.Power(AbsoluteGateLufs), absolute * Math.Pow(10.0, RangeGateLu / 10.0));
        double[] passing = [.. _shortTermPowers.Where(power => power > gate).Order()];
        if (passing.Length == 0)
            return 0.0;
        double At(double part) => LoudnessSteps.Lufs(passing[(int)Math.Round(part * (passing.Length - 1))]);
        return At(0.95) - At(0.10);
    }

    /// <summary>Takes the next samples, full scale ±1.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    public void Push<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T>
    {
        while (_steps.Push(ref left, ref right, out double energy))
            EndStep(energy);
    }

    private void EndStep(double stepEnergy)
    {
        _recentSteps[_stepCount++ % StepsPerShortTerm] = stepEnergy;
        if (_stepCount < StepsPerBlock)
            return;
        _blockPowers.Add(PowerOf(StepsPerBlock));
        HighestMomentaryLufs = Math.Max(HighestMomentaryLufs, MomentaryLufs);
        if (_stepCount < StepsPerShortTerm)
            return;
        _shortTermPowers.Add(PowerOf(StepsPerShortTerm));
        HighestShortTermLufs = Math.Max(HighestShortTermLufs, ShortTermLufs);
    }

    private double PowerOf(int steps)
    {
        double energy = 0.0;
        for (long n = _stepCount - steps; n < _stepCount; n++)
            energy += _recentSteps[n % StepsPerShortTerm];
        return energy / (steps * (double)_steps.Samples);
    }

    private static double GatedPower(List<double> powers, double threshold)
    {
        double sum = 0.0;
        long count = 0;
        foreach (double power in powers)
        {
            if (power <= threshold)
                continue;
            sum += power;
            count++;
        }

        return count == 0 ? 0.0 : sum / count;
    }
}
