namespace SemanticEq.Dsp;

/// <summary>
/// Smooths one value by two moving averages of equal length in a row: a triangular kernel, whose answer to a step is an
/// S-curve of two parabolas, and which has arrived exactly after 2 · length − 1 steps.
/// </summary>
/// <remarks>
/// Sums run in 64-bit integers of 2⁻³² units, so they never drift: a value at rest is the same to the last bit whatever came
/// before it. |value| ≤ 1024 and length ≤ 1024 keep the second sum within 2⁶².
/// </remarks>
public sealed class Glide
{
    /// <summary>Units of the sums in a value of 1.</summary>
    internal const double UnitsPerOne = 4294967296.0;

    private long[] _inputs = [0];
    private long[] _averages = [0];
    private long _inputSum;
    private long _averageSum;
    private long _target;
    private int _oldest;
    private int _stepsLeft;

    /// <summary>Whether it has yet to arrive.</summary>
    public bool IsMoving => _stepsLeft > 0;

    /// <summary>Where it is.</summary>
    public double Value => ValueOf(_averageSum, _inputs.Length);

    /// <summary>
    /// The length, in segments, of a glide that takes so long in all to within a segment: both averages, and the segment by
    /// which the spline of the values is behind them.
    /// </summary>
    public static int LengthFor(double seconds, double sampleRate) =>
        Math.Max(1, (int)Math.Ceiling((0.5 * seconds * sampleRate / Equaliser.SegmentSamples) - 0.5));

    /// <summary>Allocates.</summary>
    public void Prepare(int length)
    {
        _inputs = new long[length];
        _averages = new long[length];
        _oldest = 0;
        Snap(0.0);
    }

    /// <summary>Sets where to go. A value that is not finite is ignored.</summary>
    public void Aim(double target)
    {
        if (!TryFix(target, out long units) || units == _target)
            return;
        _target = units;
        _stepsLeft = 2 * _inputs.Length - 1;
    }

    /// <summary>Jumps to a value, or where it is not finite to the last target.</summary>
    public void Snap(double target)
    {
        if (TryFix(target, out long units))
            _target = units;
        _inputSum = _target * _inputs.Length;
        _averageSum = _inputSum * _inputs.Length;
        _inputs.AsSpan().Fill(_target);
        _averages.AsSpan().Fill(_inputSum);
        _stepsLeft = 0;
    }

    /// <summary>Jumps to where it was last aimed.</summary>
    public void Finish() => Snap(double.NaN);

    /// <summary>Goes on by one step.</summary>
    public void Step()
    {
        if (_stepsLeft == 0)
            return;
        _stepsLeft--;
        _inputSum += _target - _inputs[_oldest];
        _inputs[_oldest] = _target;
        _averageSum += _inputSum - _averages[_oldest];
        _averages[_oldest] = _inputSum;
        if (++_oldest == _inputs.Length)
            _oldest = 0;
    }

    /// <summary>The value of a second sum.</summary>
    internal static double ValueOf(long averageSum, int length) => averageSum / ((double)length * length) * (1.0 / UnitsPerOne);

    /// <summary>A value in the sums' units, if it is finite.</summary>
    internal static bool TryFix(double value, out long units)
    {
        units = 0;
        if (!double.IsFinite(value))
            return false;
        units = (long)Math.Round(Math.Clamp(value, -1024.0, 1024.0) * UnitsPerOne);
        return true;
    }
}
