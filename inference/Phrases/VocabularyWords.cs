namespace SemanticEq.Inference;

/// <summary>The words that people set, and those that only a macro is named after.</summary>
internal sealed class VocabularyWords : IWordSource
{
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, VocabularyWord> _words = new(StringComparer.Ordinal);

    /// <summary>Over a model's vocabulary.</summary>
    public VocabularyWords(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var word in vocabulary.Words)
            _words.TryAdd(Folding.Fold(word.Word), word);
    }

    /// <inheritdoc/>
    public bool TryFind(string word, Span<float> z, out SourceWord found)
    {
        found = default;
        if (!_words.TryGetValue(word, out var entry))
            return false;
        _vocabulary.Latents(entry.Slot, 0).CopyTo(z);
        found = new SourceWord(entry.Word, false, entry.Agreement, entry.Language);
        return true;
    }

    /// <summary>The word of which this is a misspelling by one letter; null where it is short, or where there are several.</summary>
    public string? Correct(string word)
    {
        const int shortest = 5;
        if (word.Length is < shortest or > 24)
            return null;
        string[] near = [.. _words.Keys.Where(known =>
            IsSlip(word, known) && known.Length >= shortest - 1 && EditDistance.Between(word, known) == 1).Take(2)];
        return near.Length == 1 ? near[0] : null;
    }

    // "tight" is not a slip for "light": nobody mistypes a word's first letter, but for swapping it with the next.
    private static bool IsSlip(string word, string known) =>
        Math.Abs(known.Length - word.Length) <= 1 && (word[0] == known[0] || (word[0] == known[1] && word[1] == known[0]));
}

/// <summary>The macros, for words like "body" that nobody set but a macro is named after.</summary>
internal sealed class MacroWords(Vocabulary vocabulary) : IWordSource
{
    /// <inheritdoc/>
    public bool TryFind(string word, Span<float> z, out SourceWord found)
    {
        found = default;
        for (int i = 0; i < vocabulary.MacroNames.Count; i++)
        {
            if (!word.Equals(vocabulary.MacroNames[i], StringComparison.OrdinalIgnoreCase))
                continue;
            vocabulary.MacroDirection(i).CopyTo(z);
            found = new SourceWord(word, false, null, "en");
            return true;
        }
        return false;
    }
}
