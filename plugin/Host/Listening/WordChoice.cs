namespace SemanticEq.Host.Listening;

/// <summary>Which words are told of.</summary>
/// <param name="Named">These, in this order.</param>
/// <param name="Most">And so many others, those that stand out most.</param>
/// <param name="IsEnglish">Whether the others are English ones only.</param>
internal sealed record WordChoice(IReadOnlyList<string> Named, int Most, bool IsEnglish)
{
    /// <summary>The places of the chosen words.</summary>
    /// <param name="scorer">Knows all words.</param>
    /// <param name="rank">How much one stands out.</param>
    public int[] Of(WordScorer scorer, Func<int, double> rank)
    {
        var words = scorer.Words;
        int[] all = [.. Enumerable.Range(0, words.Count)];
        int[] named = [.. Named.Select(name => Array.FindIndex(all, i => words[i].Equals(name, StringComparison.OrdinalIgnoreCase))).Where(i => i >= 0).Distinct()];
        var others = IsEnglish ? scorer.English : all;
        return [.. named, .. others.Except(named).OrderByDescending(rank).ThenBy(i => i).Take(Most)];
    }
}
