using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>From how a phrase was read to how the window shows it.</summary>
internal static class PromptParts
{
    /// <summary>A part just read.</summary>
    public static PromptPart Of(PhrasePart part) => new(part.Text, KindOf(part.Kind), part.Says, part.Certainty, part.IsLess);

    /// <summary>A part as a session keeps it; what a later version has written shows as a modifier.</summary>
    public static PromptPart Of(TypedPhrase.Part part)
    {
        bool isKnown = Enum.TryParse(part.Kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out PhrasePartKind kind);
        return new PromptPart(part.Text, isKnown ? KindOf(kind) : PromptPartKind.Modifier, part.Says, part.Certainty, part.IsLess ?? false);
    }

    private static PromptPartKind KindOf(PhrasePartKind kind) => kind switch
    {
        PhrasePartKind.Word => PromptPartKind.Word,
        PhrasePartKind.Guess => PromptPartKind.Guess,
        PhrasePartKind.Band => PromptPartKind.Band,
        PhrasePartKind.NotUnderstood => PromptPartKind.NotUnderstood,
        _ => PromptPartKind.Modifier,
    };
}
