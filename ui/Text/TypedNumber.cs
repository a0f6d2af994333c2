using System.Globalization;

namespace SemanticEq.Ui.Text;

/// <summary>
/// Reads a number as people type it, half of whom have a comma where the others have a point: "1.414", "1,414", "1,000 Hz", "1.234,5".
/// Where both stand, the last one is the decimal sign. A point alone is a decimal point. A comma alone is a decimal comma,
/// but before three digits of a frequency in Hz it sets off thousands, as a point does where the frequency would else be below what is heard.
/// Main thread.
/// </summary>
public static class TypedNumber
{
    // No equaliser's frequency is lower, so that "1.000 Hz" is 1000 Hz.
    private const double LowestHz = 10;

    /// <summary>Reads a number without a unit; white space around it is passed over.</summary>
    /// <param name="text">With or without a sign, the typographer's minus too.</param>
    /// <param name="value">What it says; finite.</param>
    public static bool TryRead(string text, out double value) =>
        double.TryParse(Plain(text, out _), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>Reads a frequency in Hz, with its unit or without: "850", "850 Hz", "1.2 kHz", "1.2k".</summary>
    /// <param name="text">As for <see cref="TryRead"/>; capitals do not matter.</param>
    /// <param name="hz">What it says.</param>
    public static bool TryReadFrequency(string text, out double hz)
    {
        text = text.Trim().ToLowerInvariant();
        if (text.EndsWith("hz", StringComparison.Ordinal))
            text = text[..^2].TrimEnd();
        if (!text.EndsWith('k'))
            return TryReadHz(text, out hz);
        bool isRead = TryRead(text[..^1], out double kilohertz);
        hz = 1000 * kilohertz;
        return isRead;
    }

    private static bool TryReadHz(string text, out double hz)
    {
        string plain = Plain(text, out bool hadComma);
        bool isRead = double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out hz) && double.IsFinite(hz);
        if (isRead && SetsOffThousands(plain) && (hadComma || hz < LowestHz))
            hz = double.Parse(plain.Replace(".", ""), NumberStyles.Float, CultureInfo.InvariantCulture);
        return isRead;
    }

    // With a point as the only sign.
    private static string Plain(string text, out bool hadComma)
    {
        string plain = text.Trim().Replace('\u2212', '-');
        int comma = plain.LastIndexOf(','), point = plain.LastIndexOf('.');
        hadComma = comma >= 0 && point < 0;
        if (comma >= 0 && point >= 0)
            return comma > point ? plain.Replace(".", "").Replace(',', '.') : plain.Replace(",", "");
        return plain.Replace(',', '.');
    }

    // One to three digits, a point, three digits: "1.000", "12.500", and neither "0.707" nor "1.2".
    private static bool SetsOffThousands(string plain)
    {
        var digits = plain.AsSpan().TrimStart("+-");
        int point = digits.IndexOf('.');
        return point is >= 1 and <= 3 && digits.Length == point + 4 && digits[0] != '0'
            && !digits[..point].ContainsAnyExceptInRange('0', '9') && !digits[(point + 1)..].ContainsAnyExceptInRange('0', '9');
    }
}
