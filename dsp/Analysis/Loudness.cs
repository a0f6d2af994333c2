namespace SemanticEq.Dsp;

/// <summary>
/// Integrated loudness by ITU-R BS.1770-4 (gated at −70 LUFS, then at 10 LU below what remains), streaming: push blocks, then
/// read. One thread. Holds one number for every 100 ms; pushing allocates only when that list grows.
/// </summary>
public sealed class Loudness
{
    private const double OffsetDb = -0.691;
    private const double AbsoluteGateLufs = -70.0;
    private const double RelativeGateLu = -10.0;
    private const int StepsPerBlock = 4;

    private readonly SvfSection[] _filters = new SvfSection[2];
    private readonly double[] _left = new double[Equaliser.SegmentSamples];
    private readonly double[] _right = new double[Equaliser.SegmentSamples];
    private readonly double[] _recentSteps = new double[StepsPerBlock];
    private readonly List<double> _blockPowers = new(4096);
    private readonly int _stepSamples;
    private double _stepEnergy;
    private int _stepFilled;
    private long _steps;

    /// <summary>For a sample rate in Hz.</summary>
    public Loudness(double sampleRate)
    {
        _filters[0].Snap(KWeighting.Shelf(sampleRate));
        _filters[1].Snap(KWeighting.HighPass(sampleRate));
        _stepSamples = Math.Max(1, (int)Math.Round(sampleRate / 10.0));
    }

    /// <summary>
    /// Integrated loudness of everything pushed so far, in LUFS; negative infinity where less than 400 ms came in or all of
    /// it lies below the gate.
    /// </summary>
    public double IntegratedLufs
    {
        get
        {
            double absolute = GatedPower(Power(AbsoluteGateLufs));
            if (absolute == 0.0)
                return double.NegativeInfinity;
            return Lufs(GatedPower(absolute * Math.Pow(10.0, RelativeGateLu / 10.0)));
        }
    }

    /// <summary>Takes the next samples, full scale ±1.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    public void Push(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        while (left.Length > 0)
        {
            int count = Math.Min(Math.Min(left.Length, Equaliser.SegmentSamples), _stepSamples - _stepFilled);
            _stepEnergy += Weighted(left[..count], _left, false);
            left = left[count..];
            if (!right.IsEmpty)
            {
                _stepEnergy += Weighted(right[..count], _right, true);
                right = right[count..];
            }

            // The engine's way of letting states die: no denormals in silence.
            _filters[0].Flush();
            _filters[1].Flush();
            _stepFilled += count;
            if (_stepFilled == _stepSamples)
                EndStep();
        }
    }

    private double Weighted(ReadOnlySpan<double> samples, double[] buffer, bool right)
    {
        var weighted = buffer.AsSpan(0, samples.Length);
        samples.CopyTo(weighted);
        _filters[0].Process(weighted, right);
        _filters[1].Process(weighted, right);
        double energy = 0.0;
        foreach (double x in weighted)
            energy += x * x;
        return energy;
    }

    private void EndStep()
    {
        _recentSteps[_steps % StepsPerBlock] = _stepEnergy;
        _stepEnergy = 0.0;
        _stepFilled = 0;
        if (++_steps < StepsPerBlock)
            return;
        double energy = 0.0;
        foreach (double step in _recentSteps)
            energy += step;
        _blockPowers.Add(energy / (StepsPerBlock * (double)_stepSamples));
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

    private static double Lufs(double power) => OffsetDb + 10.0 * Math.Log10(power);

    private static double Power(double lufs) => Math.Pow(10.0, (lufs - OffsetDb) / 10.0);
}
