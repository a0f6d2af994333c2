using System.Text;

namespace SemanticEq.Plugin;

/// <summary>What may be a phrase at all. Any thread.</summary>
internal static class PhraseText
{
    /// <summary>UTF-16 units; nobody asks for a sound in more.</summary>
    public const int MaxLength = 1000;

    /// <summary>
    /// A phrase without control characters, halves of characters and the white space around it. It reads back as itself from a state.
    /// </summary>
    /// <returns>Null where nothing is left, or more than <see cref="MaxLength"/>.</returns>
    public static string? Clean(string? text)
    {
        if (text is null || text.Length > MaxLength)
            return null;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        string trimmed = clean.ToString().Trim();
        return trimmed.Length > 0 ? trimmed : null;
    }
}
