namespace SemanticEq.Dsp;

/// <summary>
/// One second-order section of the engine, for two channels: coefficients that run linearly through a segment of 16 samples,
/// and two states a channel. The coefficients at a sample depend on its place in the segment alone, so that a segment cut
/// anywhere sounds the same to the last bit.
/// </summary>
internal struct SvfSection
{
    // Some −400 dBFS: far below anything, far above denormals, which would halve the speed.
    private const double Silence = 1e-20;

    private SvfCoefficients _start;
    private SvfCoefficients _slope;
    private SvfCoefficients _end;
    private bool _runs;
    private double _left1;
    private double _left2;
    private double _right1;
    private double _right2;

    /// <summary>Whether the states are numbers.</summary>
    public readonly bool IsFinite => double.IsFinite(_left1 + _left2 + _right1 + _right2);

    /// <summary>Jumps to a response.</summary>
    public void Snap(in Section section)
    {
        _start = _end = SvfCoefficients.From(section);
        _slope = default;
        _runs = false;
    }

    /// <summary>Runs to a response within the segment that begins now.</summary>
    public void RunTo(in Section section)
    {
        _start = _end;
        _end = SvfCoefficients.From(section);
        _slope = SvfCoefficients.Slope(_start, _end);
        _runs = true;
    }

    /// <summary>Ends a segment: coefficients rest where they arrived, states that have died away become 0.</summary>
    public void EndSegment()
    {
        if (_runs)
        {
            _start = _end;
            _slope = default;
            _runs = false;
        }

        Flush(ref _left1, ref _left2);
        Flush(ref _right1, ref _right2);
    }

    /// <summary>Forgets what was played.</summary>
    public void Clear() => _left1 = _left2 = _right1 = _right2 = 0.0;

    /// <summary>Filters part of a segment in place.</summary>
    /// <param name="samples">At most what is left of the segment.</param>
    /// <param name="offset">The place of the first sample in the segment.</param>
    /// <param name="right">Which of the two channels' states to use.</param>
    public void Process(Span<double> samples, int offset, bool right)
    {
        if (right)
            Process(samples, offset, ref _right1, ref _right2);
        else
            Process(samples, offset, ref _left1, ref _left2);
    }

    private readonly void Process(Span<double> samples, int offset, ref double state1, ref double state2)
    {
        if (_runs)
            ProcessRunning(samples, offset, ref state1, ref state2);
        else
            ProcessStill(samples, ref state1, ref state2);
    }

    private readonly void ProcessStill(Span<double> samples, ref double state1, ref double state2)
    {
        var c = _start;
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

    private readonly void ProcessRunning(Span<double> samples, int offset, ref double state1, ref double state2)
    {
        double s1 = state1;
        double s2 = state2;
        for (int i = 0; i < samples.Length; i++)
        {
            double t = offset + i;
            double q = _start.Q + t * _slope.Q;
            double x = samples[i];
            double u = x - s2;
            samples[i] = (_start.D + t * _slope.D) * x + (_start.C1 + t * _slope.C1) * s1 + (_start.C2 + t * _slope.C2) * s2;
            double next = s1 - (_start.P + t * _slope.P) * s1 + q * u;
            s2 += q * s1 + (_start.R + t * _slope.R) * u;
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
