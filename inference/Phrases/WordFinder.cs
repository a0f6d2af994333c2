namespace SemanticEq.Inference;

/// <summary>A word of a phrase, found.</summary>
/// <param name="Word">What was found.</param>
/// <param name="Z">Its place in latent space.</param>
/// <param name="Degree">How much of it the form means; 1 for the word itself.</param>
/// <param name="Use">How the form is used.</param>
/// <param name="IsCorrected">A letter was wrong.</param>
internal sealed record FoundWord(SourceWord Word, float[] Z, double Degree, WordUse Use, bool IsCorrected);

/// <summary>Finds a word as typed in the sources: itself, else the word that it is a form of, else by one wrong letter.</summary>
internal sealed class WordFinder
{
    // No name in a words.table is longer.
    private const int Longest = 64;
    private readonly Grammar _grammar;
    private readonly VocabularyWords _vocabulary;
    private readonly IWordSource[] _sources;

    /// <summary>Sources are asked in their order, each for all forms.</summary>
    public WordFinder(Grammar grammar, VocabularyWords vocabulary, params ReadOnlySpan<IWordSource> others)
    {
        _grammar = grammar;
        _vocabulary = vocabulary;
        _sources = [vocabulary, .. others];
    }

    /// <summary>The word, or null.</summary>
    /// <param name="word">Case and accents folded.</param>
    public FoundWord? Find(string word)
    {
        if (word.Length > Longest)
            return null;
        foreach (var source in _sources)
        {
            if (FindForm(source, word) is { } found)
                return found;
        }
        return _vocabulary.Correct(word) is { } right && Take(_vocabulary, right, 1.0, WordUse.Plain) is { } corrected
            ? corrected with { IsCorrected = true }
            : null;
    }

    private FoundWord? FindForm(IWordSource source, string word)
    {
        if (Take(source, word, 1.0, WordUse.Plain) is { } itself)
            return itself;
        foreach (var ending in _grammar.Endings)
        {
            const int shortestStem = 2;
            if (word.Length - ending.Ending.Length < shortestStem || !word.EndsWith(ending.Ending, StringComparison.Ordinal))
                continue;
            string stem = word[..^ending.Ending.Length];
            if ((Take(source, stem + ending.Base, ending.Degree, ending.Use) ?? Doubled(source, stem, ending)) is { } found)
                return found;
        }
        return null;
    }

    // "thinner" is thin, "mud" is muddy: a short vowel's consonant is doubled before an ending.
    private static FoundWord? Doubled(IWordSource source, string stem, WordEnding ending)
    {
        char last = stem[^1];
        if (ending.Base.Length == 0)
            return stem.Length > 2 && last == stem[^2] ? Take(source, stem[..^1], ending.Degree, ending.Use) : null;
        return Take(source, stem + last + ending.Base, ending.Degree, ending.Use);
    }

    private static FoundWord? Take(IWordSource source, string word, double degree, WordUse use)
    {
        float[] z = new float[DecoderShape.Latent];
        return source.TryFind(word, z, out var found) ? new FoundWord(found, z, degree, use, false) : null;
    }
}
