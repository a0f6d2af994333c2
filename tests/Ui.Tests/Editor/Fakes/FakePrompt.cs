using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>Knows a few words, says of the rest that it does not.</summary>
internal sealed class FakePrompt : IPrompt
{
    private static readonly string[] Known = ["warm", "warmer", "muddy", "vocal", "bright", "telephone", "boomy"];
    private static readonly string[] Modifiers = ["a", "bit", "not", "like", "close", "but", "and"];

    public FakePrompt() => Parts = Read(Text);

    public string Text { get; private set; } = "a bit warmer, not muddy, like a close vocal";

    public IReadOnlyList<PromptPart> Parts { get; private set; }

    public int Serial { get; private set; }

    public string? MatchLabel { get; set; }

    public string? Notice { get; set; }

    public string? TakeNotice()
    {
        string? notice = Notice;
        Notice = null;
        return notice;
    }

    /// <summary>Why a match is refused; null where it is made.</summary>
    public string? MatchProblem { get; set; }

    public IReadOnlyList<PromptPart> Read(string text) =>
    [
        .. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(word =>
            Known.Contains(word) ? new PromptPart(word, PromptPartKind.Word, $"{word} +35 %", null)
            : Modifiers.Contains(word) ? new PromptPart(word, PromptPartKind.Modifier, "", null)
            : word.Any(char.IsAsciiDigit) ? new PromptPart(word, PromptPartKind.Band, $"{word} −2 dB", null)
            : word.StartsWith('q') ? new PromptPart(word, PromptPartKind.NotUnderstood, "", null)
            : new PromptPart(word, PromptPartKind.Guess, $"{word}, as a guess", 0.4)),
    ];

    public IReadOnlyList<string> Suggest(string text, int count)
    {
        string last = text.Split(' ')[^1];
        return [.. Known.Where(word => last.Length > 0 && word.StartsWith(last, StringComparison.Ordinal)).Take(count)];
    }

    public string? Match()
    {
        if (MatchProblem is null)
        {
            (Text, Parts) = ("like the side-chain", [new PromptPart("like the side-chain", PromptPartKind.Word, "4.9 → 0.7 dB apart", null)]);
            Serial++;
        }

        return MatchProblem;
    }

    public string? Submit(string text)
    {
        IReadOnlyList<PromptPart> parts = Read(text);
        if (parts.Count > 0 && parts.All(part => part.Kind == PromptPartKind.NotUnderstood))
            return "None of these words is known.";
        (Text, Parts) = (text, parts);
        Serial++;
        return null;
    }
}
