using System.Numerics;
using SemanticEq.Bench.Running;

namespace SemanticEq.Bench.Engine;

/// <summary>A filter that works in place on stereo samples of one precision, fresh for each run, block by block.</summary>
/// <param name="name">As in the table.</param>
/// <param name="blockFrames">Frames of a block.</param>
/// <param name="level">What white noise within −12 dBFS is multiplied by.</param>
internal abstract class InPlaceSubject<T>(string name, int blockFrames, double level = 1.0) : Subject(name, EngineBands.RunFrames)
    where T : unmanaged, INumber<T>
{
    private static readonly StereoNoise Noise = new(EngineBands.RunFrames);
    private readonly T[] _leftInput = [.. Noise.Left.Select(x => T.CreateTruncating(level * x))];
    private readonly T[] _rightInput = [.. Noise.Right.Select(x => T.CreateTruncating(level * x))];
    private readonly T[] _left = new T[EngineBands.RunFrames];
    private readonly T[] _right = new T[EngineBands.RunFrames];

    /// <summary>The change in power that the last run made, as a factor.</summary>
    public double PowerChange => (Power(_left) + Power(_right)) / (Power(_leftInput) + Power(_rightInput));

    /// <summary>The largest sample that came out of the last run.</summary>
    public double Peak => _left.Concat(_right).Max(x => Math.Abs(double.CreateTruncating(x)));

    public override void Prepare()
    {
        _leftInput.CopyTo(_left, 0);
        _rightInput.CopyTo(_right, 0);
    }

    public override void Run()
    {
        for (int at = 0; at < EngineBands.RunFrames; at += blockFrames)
            Process(_left.AsSpan(at, blockFrames), _right.AsSpan(at, blockFrames));
    }

    /// <summary>Filters one block.</summary>
    protected abstract void Process(Span<T> left, Span<T> right);

    /// <summary>Throws unless this holds.</summary>
    protected void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException($"{Name}: {what} (power changed by {PowerChange:0.0000})");
    }

    private static double Power(T[] samples) => samples.Sum(x => double.CreateTruncating(x) * double.CreateTruncating(x));
}
