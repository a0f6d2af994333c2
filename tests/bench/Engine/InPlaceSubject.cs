using SemanticEq.Bench.Running;

namespace SemanticEq.Bench.Engine;

/// <summary>A filter that works in place on stereo noise, fresh for each run, block by block.</summary>
internal abstract class InPlaceSubject(string name, int blockFrames) : Subject(name, EngineBands.RunFrames)
{
    private static readonly StereoNoise Noise = new(EngineBands.RunFrames);
    private readonly double[] _left = new double[EngineBands.RunFrames];
    private readonly double[] _right = new double[EngineBands.RunFrames];

    /// <summary>The change in power that the last run made, as a factor.</summary>
    public double PowerChange => (Power(_left) + Power(_right)) / (Power(Noise.Left) + Power(Noise.Right));

    public override void Prepare()
    {
        Noise.Left.CopyTo(_left, 0);
        Noise.Right.CopyTo(_right, 0);
    }

    public override void Run()
    {
        for (int at = 0; at < EngineBands.RunFrames; at += blockFrames)
            Process(_left.AsSpan(at, blockFrames), _right.AsSpan(at, blockFrames));
    }

    /// <summary>Filters one block.</summary>
    protected abstract void Process(Span<double> left, Span<double> right);

    /// <summary>Throws unless this holds.</summary>
    protected void Require(bool holds, string what)
    {
        if (!holds)
            throw new InvalidOperationException($"{Name}: {what} (power changed by {PowerChange:0.0000})");
    }

    private static double Power(double[] samples) => samples.Sum(x => x * x);
}
