using SemanticEq.Dsp;

namespace SemanticEq.Bench.Nyquist;

/// <summary>Thousands of settings, the same in every run: frequencies and Q even on a logarithmic scale, gains within ±18 dB.</summary>
internal static class RandomBands
{
    private const int Count = 4000;
    private const double LargestGainDb = 18.0;

    /// <summary>Bells of Q 0.1 to 10.</summary>
    public static IEnumerable<Band> Bells(double highestHz)
    {
        var random = new Random(5);
        for (int i = 0; i < Count; i++)
            yield return Next(random, BandType.Bell, highestHz, 10.0);
    }

    /// <summary>Low and high shelves of Q 0.1 to 1.</summary>
    public static IEnumerable<Band> Shelves(double highestHz)
    {
        var random = new Random(6);
        for (int i = 0; i < Count; i++)
            yield return Next(random, i % 2 == 0 ? BandType.LowShelf : BandType.HighShelf, highestHz, 1.0);
    }

    private static Band Next(Random random, BandType type, double highestHz, double highestQ) =>
        new(type, Between(random, 20.0, highestHz), LargestGainDb * (2.0 * random.NextDouble() - 1.0), Between(random, 0.1, highestQ));

    private static double Between(Random random, double low, double high) => low * Math.Pow(high / low, random.NextDouble());
}
