using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>Which words that people set a guess is most like, by their curves. Decodes the vocabulary at the first question.</summary>
internal sealed class NearWords
{
    // A word with fewer settings says little to people either.
    private const int LeastSettings = 4;
    private readonly CurveSpace _space;
    private readonly Vocabulary _vocabulary;
    private readonly VocabularyWord[] _words;
    private double[] _curves = [];

    /// <summary>Over a model's vocabulary.</summary>
    public NearWords(Vocabulary vocabulary, CurveSpace space)
    {
        (_vocabulary, _space) = (vocabulary, space);
        _words = [.. vocabulary.Words.Where(word => word.Settings >= LeastSettings)];
    }

    /// <summary>That a place is guessed, and which two words it is near, for people.</summary>
    public string Says(ReadOnlySpan<float> z, string language) => $", a guess: near {string.Join(" and ", Find(z, language, 2))}";

    /// <summary>The nearest words of a language (en or es), nearest first.</summary>
    public IReadOnlyList<string> Find(ReadOnlySpan<float> z, string language, int count)
    {
        if (_curves.Length == 0)
            _curves = [.. _words.SelectMany(word => _space.Curve(_vocabulary.Latents(word.Slot, 0)))];
        double[] wanted = _space.Curve(z);
        return
        [
            .. _words
                .Select((word, i) => (word.Word, word.Language, Likeness: CommonGrid.Cosine(wanted, _curves.AsSpan(i * CommonGrid.Count, CommonGrid.Count))))
                .Where(word => word.Language == language)
                .OrderByDescending(word => word.Likeness).Take(count).Select(word => word.Word),
        ];
    }
}
