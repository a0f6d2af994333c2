using System.Numerics;
using System.Runtime.Intrinsics;

namespace SemanticEq.Dsp;

/// <summary>
/// A gain that moves without a corner: a <see cref="Glide"/> stepped once a segment of <see cref="Equaliser.SegmentSamples"/>, and
/// between its steps their uniform quadratic B-spline, at every sample. At rest it is exactly what it was aimed at, to within the
/// glide's 2⁻³². Not thread-safe; <see cref="Prepare"/> allocates, the rest does not.
/// </summary>
/// <remarks>After C. de Boor, "A Practical Guide to Splines" (1978), chapter IX.</remarks>
public sealed class SmoothGain
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

    /// <summary>The gain at the end of its way so far; at rest, the gain.</summary>
    public double Value => _newest;

    /// <summary>Allocates, and starts at 0.</summary>
    /// <param name="glideLength">In segments, as <see cref="Glide.LengthFor"/> has it.</param>
    public void Prepare(int glideLength)
    {
        _glide.Prepare(glideLength);
        Finish();
    }

    /// <summary>Sets where to glide to, |gain| ≤ 1024. A gain that is not finite is ignored.</summary>
    public void Aim(double gain) => _glide.Aim(gain);

    /// <summary>Jumps to a gain.</summary>
    public void Snap(double gain)
    {
        _glide.Snap(gain);
        Finish();
    }

    /// <summary>Jumps to where it was last aimed.</summary>
    public void Finish()
    {
        _glide.Finish();
        _p2 = _p1 = _newest = _glide.Value;
        Rest();
    }

    /// <summary>Begins a segment. At rest it may be left out.</summary>
    public void BeginSegment()
    {
        _glide.Step();
        (_p2, _p1, _newest) = (_p1, _newest, _glide.Value);
        const double PerSample = 1.0 / Equaliser.SegmentSamples;
        _start = 0.5 * (_p2 + _p1);
        _slope = (_p1 - _p2) * PerSample;
        _curve = 0.5 * ((_newest - _p1) - (_p1 - _p2)) * PerSample * PerSample;
    }

    /// <summary>Ends a segment; at the end of the last one of its way it is at rest.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public double EndSegment()
    {
        if (!_glide.IsMoving && _p1 == _newest)
        {
            _p2 = _newest;
            Rest();
        }

        return _newest;
    }

    /// <summary>The gain at a sample of the segment, 0 to <see cref="Equaliser.SegmentSamples"/>.</summary>
    public double At(int sample) => _start + (sample * (_slope + (sample * _curve)));

    /// <summary>The gains of a run of samples, in their precision.</summary>
    /// <param name="gains">Overwritten; while it moves no longer than what is left of the segment.</param>
    /// <param name="from">The first one's place in the segment. Where the run is cut makes no difference to the last bit.</param>
    public void Fill<T>(Span<T> gains, int from) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var start = T.CreateTruncating(_start);
        if (_slope == 0.0 && _curve == 0.0)
        {
            gains.Fill(start);
            return;
        }

        var slope = T.CreateTruncating(_slope);
        var curve = T.CreateTruncating(_curve);
        int i = 0;
        var samples = Vector128.Create(T.CreateTruncating(from)) + Vector128<T>.Indices;
        var step = Vector128.Create(T.CreateTruncating(Vector128<T>.Count));
        for (; i <= gains.Length - Vector128<T>.Count; i += Vector128<T>.Count, samples += step)
            (Vector128.Create(start) + (samples * (Vector128.Create(slope) + (samples * Vector128.Create(curve))))).CopyTo(gains[i..]);
        for (var sample = samples[0]; i < gains.Length; i++, sample += T.One)
            gains[i] = start + (sample * (slope + (sample * curve)));
    }

    private void Rest() => (_start, _slope, _curve) = (_newest, 0.0, 0.0);
}
