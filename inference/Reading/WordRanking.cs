namespace SemanticEq.Inference;

/// <summary>Which words to show first: those that people agree about and that many have used. Any thread.</summary>
public static class WordRanking
{
    // Words of another language than the reader's come later, but not last.
    private const double OtherLanguage = 0.5;

    /// <summary>The slots of all words, the first to show first.</summary>
    /// <param name="vocabulary">A model's words.</param>
    /// <param name="language">The reader's: en or es.</param>
    public static int[] Slots(Vocabulary vocabulary, string language = "en") =>
        [.. vocabulary.Words.OrderByDescending(word => Worth(word, language)).ThenBy(word => word.Slot).Select(word => word.Slot)];

    private static double Worth(VocabularyWord word, string language) =>
        Agreement(word) * Math.Log2(1 + word.Settings) * (word.Language == language ? 1 : OtherLanguage);

    // What a model expects of the next person; in one that does not say, what was found less its standard error.
    private static double Agreement(VocabularyWord word) => word switch
    {
        { Expected: { } expected } => expected,
        { Agreement: { } found } => Math.Max(0, found - Math.Sqrt((1 - (found * found)) / word.Settings)),
        _ => 0,
    };
}
