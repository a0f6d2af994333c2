namespace SemanticEq.Inference;

/// <summary>
/// Reads what people type for a sound, in English and Spanish: words, degrees, negations, and bands by frequency. The words' curves come
/// from the model alone; the grammar is in grammar.en.txt and grammar.es.txt. Main thread; allocates.
/// </summary>
public sealed class PhraseReader
{
    private readonly Vocabulary _vocabulary;
    private readonly CurveSpace _space;
    private readonly Lexer _lexer;
    private readonly NearWords _near;
    private readonly IWordSource[] _others;

    /// <summary>A reader for a model's words.</summary>
    /// <exception cref="ModelException">The model's words.table can't be read.</exception>
    public PhraseReader(ModelFolder model)
    {
        _vocabulary = model.Vocabulary;
        _space = new CurveSpace(model);
        _near = new NearWords(_vocabulary, _space);
        _others = model.ReadWordTable() is { } table
            ? [new MacroWords(_vocabulary), new TableWords(table)]
            : [new MacroWords(_vocabulary)];
        var words = new VocabularyWords(_vocabulary);
        _lexer = new Lexer(Grammar.Shared, new WordFinder(Grammar.Shared, words, _others), words);
    }

    /// <summary>Reads a phrase. Never throws; what it can't read is named among the parts.</summary>
    public PhraseReading Read(string text)
    {
        if (_vocabulary.SlotOf(text) is { } slot)
            return WholeWord(text, slot);
        if (MatchPhrase.IsAsked(text))
            return MatchPhrase.Unheard(text);
        var notes = new PhraseNotes(text);
        var parser = new PhraseParser(Grammar.Shared, _space, _near, _lexer.Read(text), notes);
        parser.Read();
        if (parser.Words.Count == 0 && parser.Bands.Count == 0 && parser.Limits.Count == 0 && LoneWord(text) is { } lone)
            return lone;
        float[] z = new LatentSum(_space).Add(parser.Words, parser.Bands.Count > 0);
        var bands = RangeLimits.Apply(parser.Limits, _space.Curve(z), parser.Bands);
        return new PhraseReading(text, z, bands, notes.InOrder) { Mix = parser.Mix };
    }

    // A word that says nothing alone in the grammar ("wide") may still be the name of a sound.
    private PhraseReading? LoneWord(string text)
    {
        string word = Folding.Fold(text.Trim());
        float[] z = new float[DecoderShape.Latent];
        foreach (var source in _others)
        {
            if (!source.TryFind(word, z, out var found))
                continue;
            string says = $"100 % of {found.Name}" + (found.IsGuess ? _near.Says(z, found.Language) : "");
            return new PhraseReading(text, z, [], [new PhrasePart(text.Trim(), found.IsGuess ? PhrasePartKind.Guess : PhrasePartKind.Word, says, found.Certainty)]);
        }
        return null;
    }

    // A word alone is that word, though the grammar may use it otherwise ("boost", "low").
    private PhraseReading WholeWord(string text, int slot)
    {
        var word = _vocabulary.At(slot)!;
        return new PhraseReading(
            text, _vocabulary.Latents(slot, 0).ToArray(), [], [new PhrasePart(text.Trim(), PhrasePartKind.Word, $"100 % of {word.Word}", word.Agreement)]);
    }
}
