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

    /// <summary>A reader for a model's words.</summary>
    /// <exception cref="ModelException">The model's words.table can't be read.</exception>
    public PhraseReader(ModelFolder model)
    {
        _vocabulary = model.Vocabulary;
        _space = new CurveSpace(model);
        _near = new NearWords(_vocabulary, _space);
        IWordSource[] others = model.WordTablePath is { } table
            ? [new MacroWords(_vocabulary), new TableWords(WordTable.Load(table))]
            : [new MacroWords(_vocabulary)];
        _lexer = new Lexer(Grammar.Shared, new WordFinder(Grammar.Shared, new VocabularyWords(_vocabulary), others));
    }

    /// <summary>Reads a phrase. Never throws; what it can't read is named among the parts.</summary>
    public PhraseReading Read(string text)
    {
        if (_vocabulary.SlotOf(text) is { } slot)
            return WholeWord(text, slot);
        var notes = new PhraseNotes(text);
        var parser = new PhraseParser(Grammar.Shared, _space, _near, _lexer.Read(text), notes);
        parser.Read();
        float[] z = new LatentSum(_space).Add(parser.Words, parser.Bands.Count > 0);
        var bands = RangeLimits.Apply(parser.Limits, _space.Curve(z), parser.Bands);
        return new PhraseReading(text, z, bands, notes.InOrder);
    }

    // A word alone is that word, though the grammar may use it otherwise ("boost", "low").
    private PhraseReading WholeWord(string text, int slot)
    {
        var word = _vocabulary.At(slot)!;
        return new PhraseReading(
            text, _vocabulary.Latents(slot, 0).ToArray(), [], [new PhrasePart(text.Trim(), PhrasePartKind.Word, $"100 % of {word.Word}", word.Agreement)]);
    }
}
