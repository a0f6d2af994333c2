namespace SemanticEq.Ui.Editor;

/// <summary>What a piece of a phrase was taken for; each kind looks its own way.</summary>
public enum PromptPartKind
{
    /// <summary>A word that people have set.</summary>
    Word,

    /// <summary>A word that nobody has set; guessed from words that mean something alike.</summary>
    Guess,

    /// <summary>A band by its frequency: one of the user's own.</summary>
    Band,

    /// <summary>Degree, negation, verb, opposite, context: it belongs to a word.</summary>
    Modifier,

    /// <summary>Nothing was done about it.</summary>
    NotUnderstood,
}

/// <summary>One piece of a phrase as it was understood.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Kind">What it was taken for.</param>
/// <param name="Says">What is done about it ("warm +35 %").</param>
/// <param name="Certainty">0 to 1, or null.</param>
/// <param name="IsLess">Whether less of it is asked for: kept out, or its opposite.</param>
public sealed record PromptPart(string Text, PromptPartKind Kind, string Says, double? Certainty, bool IsLess = false);

/// <summary>The line that says what is wanted. Main thread; may allocate: people type slowly.</summary>
public interface IPrompt
{
    /// <summary>What stands: the typed phrase of word A, else word A's name; empty where nothing was asked.</summary>
    string Text { get; }

    /// <summary>How that was understood.</summary>
    IReadOnlyList<PromptPart> Parts { get; }

    /// <summary>Grows whenever text or parts are others.</summary>
    int Serial { get; }

    /// <summary>How a text would be understood; changes nothing.</summary>
    IReadOnlyList<PromptPart> Read(string text);

    /// <summary>Words that may be meant by the text's last word, best first.</summary>
    IReadOnlyList<string> Suggest(string text, int count);

    /// <summary>Makes it heard; an empty text takes the word away. One undo step.</summary>
    /// <returns>Null where something of it was understood; else why not, for people. Then nothing changes.</returns>
    string? Submit(string text);

    /// <summary>
    /// For a button that says what this track can be made to sound like, the side-chain or a file that was dropped; null where there is neither. Its
    /// first word alone says enough where there is little room. Allocates nothing.
    /// </summary>
    string? MatchLabel { get; }

    /// <summary>Makes this track sound like that, as far as eight bands can. One undo step.</summary>
    /// <returns>Null where it is done; else why not, for people. Then nothing changes.</returns>
    string? Match();

    /// <summary>What is to be said of something that was begun before, once; null for nothing. Allocates nothing.</summary>
    string? TakeNotice() => null;
}
