namespace SemanticEq.Host.Listening;

/// <summary>Which words are told of.</summary>
/// <param name="Named">These, in this order.</param>
/// <param name="Most">And so many of the others, those that stand out most.</param>
internal sealed record WordChoice(IReadOnlyList<string> Named, int Most)
{
    /// <summary>The places of the chosen words.</summary>
    /// <param name="words">All words.</param>
    /// <param name="ranks">How much each stands out.</param>
    public int[] Of(IReadOnlyList<string> words, IReadOnlyList<double> ranks)
    {
        int[] all = [.. Enumerable.Range(0, words.Count)];
        int[] named = [.. Named.Select(name => Array.FindIndex(all, i => words[i].Equals(name, StringComparison.OrdinalIgnoreCase))).Where(i => i >= 0).Distinct()];
        return [.. named, .. all.Except(named).OrderByDescending(i => ranks[i]).ThenBy(i => i).Take(Most)];
    }
}
