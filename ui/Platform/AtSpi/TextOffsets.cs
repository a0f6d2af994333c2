using System.Globalization;
using System.Text;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>Places in a text as AT-SPI counts them, in Unicode characters; .NET counts in UTF-16 units.</summary>
internal static class TextOffsets
{
    /// <summary>How many characters lie before a place in UTF-16 units.</summary>
    public static int Characters(string text, int units)
    {
        int count = 0;
        for (int at = 0; at < Math.Min(units, text.Length); at += Step(text, at))
            count++;
        return count;
    }

    /// <summary>The place in UTF-16 units after some characters, at most the end; below 0 is the end too, as AT-SPI has it.</summary>
    public static int Units(string text, int characters)
    {
        if (characters < 0)
            return text.Length;
        int at = 0;
        for (int i = 0; i < characters && at < text.Length; i++)
            at += Step(text, at);
        return at;
    }

    /// <summary>The part between two places in characters.</summary>
    public static string Slice(string text, int start, int end)
    {
        int from = Units(text, Math.Max(0, start));
        return text[from..Math.Max(from, Units(text, end))];
    }

    /// <summary>The word around a place, with the blanks after it, in UTF-16 units: from where one begins to where the next does.</summary>
    public static (int Start, int End) Word(string text, int at)
    {
        int start = Math.Clamp(at, 0, text.Length);
        while (start > 0 && !(char.IsWhiteSpace(text[start - 1]) && (start == text.Length || !char.IsWhiteSpace(text[start]))))
            start--;
        int end = Math.Clamp(at, 0, text.Length);
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        return (start, end);
    }

    /// <summary>The letter at a place, as a reader sees one, in UTF-16 units; empty at the end.</summary>
    public static (int Start, int End) Letter(string text, int at)
    {
        int start = Math.Clamp(at, 0, text.Length);
        return (start, start == text.Length ? start : start + StringInfo.GetNextTextElementLength(text.AsSpan(start)));
    }

    private static int Step(string text, int at) => Rune.TryGetRuneAt(text, at, out Rune rune) ? rune.Utf16SequenceLength : 1;
}
