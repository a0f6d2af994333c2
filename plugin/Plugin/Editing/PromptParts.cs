using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>From how a phrase was read to how the window shows it.</summary>
internal static class PromptParts
{
    /// <summary>A part just read.</summary>
    public static PromptPart Of(PhrasePart part) => new(part.Text, KindOf(part.Kind), WithMinus(part.Says), part.Certainty, part.IsLess);

    /// <summary>A part as a session keeps it; what a later version has written shows as a modifier.</summary>
    public static PromptPart Of(TypedPhrase.Part part)
    {
        bool isKnown = Enum.TryParse(part.Kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out PhrasePartKind kind);
        return new PromptPart(part.Text, isKnown ? KindOf(kind) : PromptPartKind.Modifier, WithMinus(part.Says), part.Certainty, part.IsLess ?? false);
    }

    // Phrases are read into plain text: a minus before digits is a true one where it is seen.
    private static string WithMinus(string says) => string.Create(says.Length, says, static (shown, says) =>
    {
        for (int i = 0; i < shown.Length; i++)
        {
            bool isMinus = says[i] == '-' && (i == 0 || says[i - 1] == ' ') && i + 1 < says.Length && char.IsAsciiDigit(says[i + 1]);
            shown[i] = isMinus ? '−' : says[i];
        }
    });

    private static PromptPartKind KindOf(PhrasePartKind kind) => kind switch
    {
        PhrasePartKind.Word or PhrasePartKind.Match => PromptPartKind.Word,
        PhrasePartKind.Guess => PromptPartKind.Guess,
        PhrasePartKind.Band => PromptPartKind.Band,
        PhrasePartKind.NotUnderstood => PromptPartKind.NotUnderstood,
        _ => PromptPartKind.Modifier,
    };
}
