using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests.EndToEnd.Numerics;

/// <summary>Seeded settings over the whole range of every parameter that the built plug-in lets be automated.</summary>
internal static class RandomSettings
{
    // What replaces the filters' sound by another.
    private static readonly string[] Replacing = ["Bypass", "Dry compare"];

    /// <summary>Sets all parameters anew.</summary>
    public static void SetRandomly(this PluginPlayer player, int seed)
    {
        var random = new Random(seed);
        foreach (var parameter in player.Plugin.Parameters.Where(parameter => parameter.Flags.HasFlag(ParameterFlags.CanAutomate)))
        {
            double value = Replacing.Contains(parameter.Title) ? parameter.DefaultNormalized : random.NextDouble();
            player.Plugin.SetNormalized(parameter.Id, value).ShouldBeTrue();
        }
    }

    /// <summary>Seeded white noise, exact in 32 bits.</summary>
    public static double[][] Noise(int length, int seed, double level = 0.5)
    {
        var random = new Random(seed);
        double[] Channel() => [.. Enumerable.Range(0, length).Select(_ => (double)(float)(level * ((2 * random.NextDouble()) - 1)))];
        return [Channel(), Channel()];
    }
}
