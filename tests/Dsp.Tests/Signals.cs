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

    /// <summary>Noise that falls by 3 dB an octave, from some 10 Hz on (P. Kellet's filter).</summary>
    public static double[] Pink(int length, int seed)
    {
        (double Pole, double Gain)[] poles =
            [(0.99886, 0.0555179), (0.99332, 0.0750759), (0.969, 0.153852), (0.8665, 0.3104856), (0.55, 0.5329522), (-0.7616, -0.016898)];
        var states = new double[poles.Length];
        double[] white = Noise(length, seed, 1.0);
        var pink = new double[length];
        for (int i = 0; i < length; i++)
        {
            for (int k = 0; k < poles.Length; k++)
                states[k] = (poles[k].Pole * states[k]) + (poles[k].Gain * white[i]);
            pink[i] = 0.1 * (states.Sum() + (0.5362 * white[i]));
        }

        return pink;
    }

    public static float[] Single(double[] samples) => [.. samples.Select(x => (float)x)];
}
