namespace SemanticEq.Inference;

/// <summary>A piece of a phrase that means one thing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As typed.</param>
/// <param name="Folded">Case and accents folded.</param>
/// <param name="Start">Where it begins in the phrase.</param>
/// <param name="Entry">Its grammar entry, where it has one.</param>
/// <param name="Word">The word, where it is one.</param>
/// <param name="Number">The number, where it is one.</param>
internal sealed record Term(
    TermKind Kind, string Text, string Folded, int Start, GrammarEntry? Entry = null, FoundWord? Word = null, PhraseToken Number = default)
{
    /// <summary>Whether it parts what is asked for.</summary>
    public bool IsBoundary => Kind is TermKind.And or TermKind.Or or TermKind.But or TermKind.With or TermKind.Comma or TermKind.Stop;

    /// <summary>Whether it says what the next number is.</summary>
    public bool IsPreposition => Kind is TermKind.At or TermKind.By or TermKind.Between or TermKind.To or TermKind.Dash
        or TermKind.Below or TermKind.Above or TermKind.Quality or TermKind.Slope;

    /// <summary>Whether it can be asked for.</summary>
    public bool IsTarget => Kind is TermKind.Word or TermKind.Unknown or TermKind.Region;

    /// <summary>The words with weights, where it is a list of them.</summary>
    public WeightedWords? Mix { get; init; }
}
