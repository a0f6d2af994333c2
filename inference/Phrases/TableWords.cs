namespace SemanticEq.Inference;

/// <summary>The words that nobody set, guessed from what they mean (words.table).</summary>
internal sealed class TableWords(WordTable table) : IWordSource
{
    // Below this a guess says next to nothing ("better", "modern"), and a word is better named as not understood.
    private const double LeastCertainty = 0.25;

    /// <inheritdoc/>
    public bool TryFind(string word, Span<float> z, out SourceWord found)
    {
        found = default;
        Span<float> place = stackalloc float[DecoderShape.Latent];
        if (!table.TryFind(word, place, out double certainty, out string language) || certainty < LeastCertainty)
            return false;
        place.CopyTo(z);
        found = new SourceWord(word, true, certainty, language);
        return true;
    }
}
