namespace SemanticEq.Inference;

/// <summary>What a piece of a phrase was taken for.</summary>
public enum PhrasePartKind
{
    /// <summary>A word of the vocabulary: people's own settings stand behind it.</summary>
    Word,

    /// <summary>A word that nobody has set: its curve is guessed from words that mean something alike.</summary>
    Guess,

    /// <summary>A band by frequency: one of the user's own bands.</summary>
    Band,

    /// <summary>How much: "a bit", "much", "20 %", "more", "less".</summary>
    Degree,

    /// <summary>"not", "without": what follows is kept out.</summary>
    Negation,

    /// <summary>"too", "sounds …": what follows is what is wrong now, so its opposite is asked for.</summary>
    Complaint,

    /// <summary>"the opposite of": what follows is mirrored.</summary>
    Opposite,

    /// <summary>"cut", "boost", "tame": which way what follows goes.</summary>
    Verb,

    /// <summary>An instrument or place that the model knows nothing of; it changes nothing.</summary>
    Context,

    /// <summary>Nothing was done about it.</summary>
    NotUnderstood,

    /// <summary>Another sound, heard on the side-chain: the bands are fitted to what tells this track from it.</summary>
    Match,
}

/// <summary>One piece of a phrase and how it was read.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Kind">What it was taken for.</param>
/// <param name="Says">What is done about it, for people.</param>
/// <param name="Certainty">How sure a word's curve is, 0 to 1: how much single people agree, or how sure the guess is; null where
/// there is no such thing.</param>
/// <param name="IsLess">Whether less of a word or range is asked for: kept out, or its opposite.</param>
public sealed record PhrasePart(string Text, PhrasePartKind Kind, string Says, double? Certainty, bool IsLess = false);
