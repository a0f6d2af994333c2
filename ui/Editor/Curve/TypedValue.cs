using System.Globalization;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Editor;

/// <summary>Reads what people type for a band: "330", "1.2k", "1,2 kHz", "E4", "-3 dB", "Q 1.6".</summary>
internal static class TypedValue
{
    private const string NoteLetters = "C D EF G A B";

    /// <summary>A frequency in Hz, or a note's.</summary>
    public static bool TryFrequency(string text, out double frequencyHz)
    {
        string typed = Simple(text);
        return TryNote(typed, out frequencyHz) || (TypedNumber.TryReadFrequency(typed, out frequencyHz) && frequencyHz > 0);
    }

    /// <summary>A gain in dB.</summary>
    public static bool TryGain(string text, out double gainDb)
    {
        string typed = Simple(text);
        return TypedNumber.TryRead(typed.EndsWith("db", StringComparison.Ordinal) ? typed[..^2] : typed, out gainDb);
    }

    /// <summary>A quality factor.</summary>
    public static bool TryQ(string text, out double q)
    {
        string typed = Simple(text);
        return TypedNumber.TryRead(typed.StartsWith('q') ? typed[1..] : typed, out q) && q > 0;
    }

    private static string Simple(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)))
        .Replace('−', '-').ToLowerInvariant();

    // A letter, perhaps a sharp or a flat, an octave: "e4", "f#3", "bb2".
    private static bool TryNote(string typed, out double frequencyHz)
    {
        const int KeysPerOctave = 12;
        frequencyHz = 0;
        if (typed.Length < 2 || typed[0] is < 'a' or > 'g')
            return false;
        int shift = typed[1] switch { '#' or '♯' => 1, 'b' or '♭' => -1, _ => 0 };
        if (!int.TryParse(typed.AsSpan(shift == 0 ? 1 : 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int octave)
            || octave is < -1 or > 11)
            return false;
        int key = NoteLetters.IndexOf(char.ToUpperInvariant(typed[0]), StringComparison.Ordinal) + shift + (KeysPerOctave * (octave + 1));
        frequencyHz = NoteName.FrequencyHz(key);
        return true;
    }
}
