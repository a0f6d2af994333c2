using System.Globalization;

namespace SemanticEq.Host.Rendering;

/// <summary>How long each block is: always the same, or drawn at random from a seed.</summary>
public sealed class BlockSizes
{
    /// <summary>The longest block that can be asked for.</summary>
    public const int Longest = 65536;

    private const int LongestRandom = 4096;
    private const string RandomPrefix = "random:";

    private readonly Random? _random;

    private BlockSizes(int maximum, Random? random)
    {
        Maximum = maximum;
        _random = random;
    }

    /// <summary>The longest block that will come, in samples.</summary>
    public int Maximum { get; }

    /// <summary>Reads <c>512</c> or <c>random:SEED</c>.</summary>
    /// <exception cref="UserError">It is neither.</exception>
    public static BlockSizes Parse(string text)
    {
        if (text.StartsWith(RandomPrefix, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(text.AsSpan(RandomPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int seed))
            return new BlockSizes(LongestRandom, new Random(seed));
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int samples) && samples is >= 1 and <= Longest)
            return new BlockSizes(samples, null);
        throw new UserError($"--block {text}: use a number of samples from 1 to {Longest}, or random:SEED");
    }

    /// <summary>The next block's length, 1 to <see cref="Maximum"/>.</summary>
    // Evenly over octaves, so that very short blocks come as often as long ones.
    public int Next() => _random is null
        ? Maximum
        : Math.Clamp((int)Math.Pow(2.0, _random.NextDouble() * Math.Log2(LongestRandom + 1)), 1, LongestRandom);
}
