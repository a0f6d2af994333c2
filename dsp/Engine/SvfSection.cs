namespace SemanticEq.Dsp;

/// <summary>One second-order section at rest, for two channels in double precision; the meters' form of what a bank does.</summary>
internal struct SvfSection
{
    // Some −400 dBFS: far below anything, far above denormals, which would halve the speed.
    private const double Silence = 1e-20;

    private SvfCoefficients _coefficients;
    private double _left1;
    private double _left2;
    private double _right1;
    private double _right2;

    /// <summary>Takes a response.</summary>
    public void Snap(in Section section) => _coefficients = SvfCoefficients.From(section);

    /// <summary>Forgets what it heard.</summary>
    public void Reset() => (_left1, _left2, _right1, _right2) = (0.0, 0.0, 0.0, 0.0);

    /// <summary>States that have died away become 0.</summary>
    public void Flush()
    {
        Flush(ref _left1, ref _left2);
        Flush(ref _right1, ref _right2);
    }

    /// <summary>Filters in place.</summary>
    /// <param name="samples">One channel.</param>
    /// <param name="right">Which of the two channels' states to use.</param>
    public void Process(Span<double> samples, bool right)
    {
        if (right)
            Process(samples, ref _right1, ref _right2);
        else
            Process(samples, ref _left1, ref _left2);
    }

    private readonly void Process(Span<double> samples, ref double state1, ref double state2)
    {
        var c = _coefficients;
        double s1 = state1;
        double s2 = state2;
        for (int i = 0; i < samples.Length; i++)
        {
            double x = samples[i];
            double u = x - s2;
            samples[i] = c.D * x + c.C1 * s1 + c.C2 * s2;
            double next = s1 - c.P * s1 + c.Q * u;
            s2 += c.Q * s1 + c.R * u;
            s1 = next;
        }

        state1 = s1;
        state2 = s2;
    }

    private static void Flush(ref double state1, ref double state2)
    {
        if (Math.Abs(state1) < Silence && Math.Abs(state2) < Silence)
            state1 = state2 = 0.0;
    }
}
