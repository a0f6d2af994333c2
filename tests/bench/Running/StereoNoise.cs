namespace SemanticEq.Bench.Running;

/// <summary>White noise within −12 dBFS for both channels, the same in every run.</summary>
internal sealed class StereoNoise
{
    /// <summary>Makes it.</summary>
    public StereoNoise(int frames)
    {
        var random = new Random(2);
        double Next() => 0.5 * random.NextDouble() - 0.25;
        Left = [.. Enumerable.Range(0, frames).Select(_ => Next())];
        Right = [.. Enumerable.Range(0, frames).Select(_ => Next())];
    }

    /// <summary>The left channel.</summary>
    public double[] Left { get; }

    /// <summary>The right channel.</summary>
    public double[] Right { get; }
}
