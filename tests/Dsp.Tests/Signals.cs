namespace SemanticEq.Dsp.Tests;

/// <summary>Test signals, seeded.</summary>
internal static class Signals
{
    public static double[] Noise(int length, int seed, double level = 0.5)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => level * (2.0 * random.NextDouble() - 1.0))];
    }

    public static double[] Sine(int length, double frequencyHz, double sampleRate, double level = 1.0) =>
        [.. Enumerable.Range(0, length).Select(i => level * Math.Sin(2.0 * Math.PI * frequencyHz / sampleRate * i))];

    public static double[] Impulse(int length)
    {
        var impulse = new double[length];
        impulse[0] = 1.0;
        return impulse;
    }
}
