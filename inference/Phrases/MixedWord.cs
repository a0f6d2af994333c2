using System.Globalization;

namespace SemanticEq.Inference;

/// <summary>A word of a mix ("warm 60, airy 30, punchy 10").</summary>
/// <param name="Word">As its source spells it.</param>
/// <param name="Share">Its weight over the sum of all, 0 to 1.</param>
public readonly record struct MixedWord(string Word, double Share);

/// <summary>The words of a phrase that are mixed by weights, and where the phrase lists them.</summary>
/// <param name="Start">Where the list begins in the text.</param>
/// <param name="Length">Its length in the text.</param>
/// <param name="Words">Two or more; their shares add up to 1.</param>
public sealed record PhraseMix(int Start, int Length, IReadOnlyList<MixedWord> Words)
{
    /// <summary>Lists words with their shares in whole per cent, 100 together, as the reader understands them.</summary>
    /// <remarks>What rounding down leaves over goes to the largest remainders (Hamilton's method).</remarks>
    public static string Write(IReadOnlyList<MixedWord> words)
    {
        double sum = words.Sum(word => word.Share);
        double[] exact = [.. words.Select(word => sum > 0.0 ? 100.0 * word.Share / sum : 100.0 / words.Count)];
        int[] percents = [.. exact.Select(value => (int)value)];
        foreach (int i in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - percents[i]).Take(100 - percents.Sum()))
            percents[i]++;
        return string.Join(", ", words.Zip(percents, (word, percent) => string.Create(CultureInfo.InvariantCulture, $"{word.Word} {percent}")));
    }
}
