namespace SemanticEq.Inference;

/// <summary>A word of a source.</summary>
/// <param name="Name">As the source spells it.</param>
/// <param name="IsGuess">Nobody has set it: its curve is guessed from what words mean.</param>
/// <param name="Certainty">How sure its curve is, 0 to 1; null where nothing is known of that.</param>
/// <param name="Language">en or es.</param>
internal readonly record struct SourceWord(string Name, bool IsGuess, double? Certainty, string Language);

/// <summary>Where a phrase's words come from.</summary>
internal interface IWordSource
{
    /// <summary>Finds a word; letter case and accents aside.</summary>
    /// <param name="word">A word, case and accents folded.</param>
    /// <param name="z">32 values, overwritten where it is found.</param>
    /// <param name="found">What was found.</param>
    bool TryFind(string word, Span<float> z, out SourceWord found);
}
