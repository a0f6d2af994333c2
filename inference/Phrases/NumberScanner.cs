using System.Globalization;

namespace SemanticEq.Inference;

/// <summary>Reads a number and its unit: "-3 dB", "3k5", "3,5k", "100hz", "24 dB/oct", "20 %".</summary>
internal static class NumberScanner
{
    private const int MaxDigits = 24;

    private static readonly (string Text, NumberUnit Unit)[] Units =
    [
        ("kilohertz", NumberUnit.Kilohertz), ("khz", NumberUnit.Kilohertz), ("k", NumberUnit.Kilohertz),
        ("hertz", NumberUnit.Hz), ("hz", NumberUnit.Hz),
        ("decibelios", NumberUnit.Db), ("decibels", NumberUnit.Db), ("decibel", NumberUnit.Db), ("dbs", NumberUnit.Db), ("db", NumberUnit.Db),
        ("percent", NumberUnit.Percent), ("per cent", NumberUnit.Percent), ("por ciento", NumberUnit.Percent), ("%", NumberUnit.Percent),
    ];

    private static readonly string[] PerOctave =
        ["/octave", "/octava", "/oct", "per octave", "per oct", "por octava", "an octave", "a octave", "slope"];

    public static bool TryScan(string text, int start, List<PhraseToken> before, out PhraseToken token)
    {
        token = default;
        int at = start;
        bool signed = text[at] is '+' or '-';
        // "200-400" is a range, "300 -3" a gain after a frequency.
        if (signed && text[at] == '-' && before.Count > 0 && before[^1].End == start && before[^1].Kind == TokenKind.Number)
            return false;
        if (signed)
            at++;
        int digits = at;
        while (at < text.Length && at - digits < MaxDigits && IsPartOfNumber(text, at))
            at++;
        if (at == digits)
            return false;
        var number = text.AsSpan(digits, at - digits);
        double decimals = 0.0;
        var unit = Unit(text, ref at, ref decimals);
        if (!TryParse(number, unit, IsQ(before), out double value))
            return false;
        value += decimals;
        // "1e999", "3rd", "4x": no number of ours.
        if (at < text.Length && char.IsLetter(text[at]) && unit == NumberUnit.None)
            return false;
        value = signed && text[start] == '-' ? -value : value;
        token = new PhraseToken(TokenKind.Number, text[start..at], start, at, false, value, signed, unit);
        return true;
    }

    private static bool IsPartOfNumber(string text, int at) =>
        char.IsAsciiDigit(text[at])
        || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
            && (text[at] == '.' || (at > 0 && char.IsAsciiDigit(text[at - 1]))));

    // "q 1,414", "q of 1,414": a factor, and never thousands.
    private static bool IsQ(List<PhraseToken> before) =>
        (before.Count > 0 && before[^1].Text == "q") || (before.Count > 1 && before[^1].Text is "of" or "de" or "=" or ":" && before[^2].Text == "q");

    // A comma before three digits sets off thousands, but in "0,707" and of a unit that nobody needs thousands of; any other is a
    // decimal comma.
    private static bool TryParse(ReadOnlySpan<char> digits, NumberUnit unit, bool isQ, out double value)
    {
        int comma = digits.IndexOf(',');
        string plain = digits.ToString();
        bool isThousands = comma > 0 && digits.Length - comma == 4 && digits[0] != '0' && !isQ && unit is NumberUnit.None or NumberUnit.Hz;
        plain = isThousands ? plain.Replace(",", "") : plain.Replace(',', '.');
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static NumberUnit Unit(string text, ref int at, ref double decimals)
    {
        int next = Skip(text, at);
        foreach (var (name, unit) in Units)
        {
            if (string.CompareOrdinal(text, next, name, 0, name.Length) != 0)
                continue;
            int end = next + name.Length;
            if (name == "k" && end < text.Length && char.IsAsciiDigit(text[end]))
                return Decimal(text, end, ref at, ref decimals);
            if (name != "%" && end < text.Length && char.IsLetterOrDigit(text[end]))
                continue;
            at = end;
            return unit == NumberUnit.Db && TakePerOctave(text, ref at) ? NumberUnit.DbPerOctave : unit;
        }
        return TakePerOctave(text, ref at) ? NumberUnit.DbPerOctave : NumberUnit.None;
    }

    // "3k5" is 3.5 kHz, as on mixing desks.
    private static NumberUnit Decimal(string text, int digit, ref int at, ref double decimals)
    {
        double scale = 0.1;
        for (at = digit; at < text.Length && char.IsAsciiDigit(text[at]); at++, scale *= 0.1)
            decimals += (text[at] - '0') * scale;
        return NumberUnit.Kilohertz;
    }

    private static bool TakePerOctave(string text, ref int at)
    {
        int next = Skip(text, at);
        foreach (string name in PerOctave)
        {
            if (string.CompareOrdinal(text, next, name, 0, name.Length) == 0)
            {
                at = next + name.Length;
                return true;
            }
        }
        return false;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }
}
