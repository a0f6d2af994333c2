namespace SemanticEq.Dsp;

/// <summary>A gain that follows the quadratic B-spline of a <see cref="Glide"/> stepped once a segment, at every sample.</summary>
internal sealed class SplineGain
{
    private readonly Glide _glide = new();
    private double _p2;
    private double _p1;
    private double _newest;
    private double _start;
    private double _slope;
    private double _curve;

    /// <summary>Whether it moves in the present segment or has yet to.</summary>
    public bool IsMoving => _glide.IsMoving || _p2 != _newest || _p1 != _newest;

    /// <summary>Allocates.</summary>
    public void Prepare(int glideLength) => _glide.Prepare(glideLength);

    /// <summary>Sets where to glide to.</summary>
    public void Aim(double gain) => _glide.Aim(gain);

    /// <summary>Jumps there.</summary>
    public void Snap(double gain)
    {
        _glide.Snap(gain);
        _p2 = _p1 = _newest = _glide.Value;
        Rest();
    }

    /// <summary>Begins a segment.</summary>
    public void BeginSegment()
    {
        _glide.Step();
        (_p2, _p1, _newest) = (_p1, _newest, _glide.Value);
        const double PerSample = 1.0 / Equaliser.SegmentSamples;
        _start = 0.5 * (_p2 + _p1);
        _slope = (_p1 - _p2) * PerSample;
        _curve = 0.5 * ((_newest - _p1) - (_p1 - _p2)) * PerSample * PerSample;
    }

    /// <summary>Ends a segment; the gain that it rests at, if it does.</summary>
    public double EndSegment()
    {
        if (!_glide.IsMoving && _p1 == _newest)
        {
            _p2 = _newest;
            Rest();
        }

        return _newest;
    }

    /// <summary>The gain at a sample of the segment.</summary>
    public double At(int sample) => _start + (sample * (_slope + (sample * _curve)));

    private void Rest() => (_start, _slope, _curve) = (_newest, 0.0, 0.0);
}
