namespace SemanticEq.Inference;

/// <summary>Collects the parts of a reading, in whatever order they become clear.</summary>
internal sealed class PhraseNotes(string text)
{
    private readonly List<(int Start, PhrasePart Part)> _parts = [];

    /// <summary>The parts in the phrase's order.</summary>
    public IReadOnlyList<PhrasePart> InOrder => [.. _parts.OrderBy(part => part.Start).Select(part => part.Part)];

    public void Add(Term term, PhrasePartKind kind, string says, double? certainty = null, bool isLess = false) =>
        _parts.Add((term.Start, new PhrasePart(term.Text, kind, says, certainty, isLess)));

    /// <summary>A part from one place of the phrase to another.</summary>
    public void Add(int start, int end, PhrasePartKind kind, string says, double? certainty = null, bool isLess = false) =>
        _parts.Add((start, new PhrasePart(text[start..Math.Clamp(end, start, text.Length)].Trim(), kind, says, certainty, isLess)));
}
