using System.Globalization;
using System.Text;
using SemanticEq.Ui.Text;

namespace SemanticEq.Plugin;

/// <summary>Values as the window writes them, in UTF-8 into the caller's buffer: drawn in every frame, so nothing is allocated.</summary>
internal static class ControlText
{
    /// <summary>What a buffer has room for, in bytes.</summary>
    public const int MaxBytes = 128;

    /// <summary>A value with its unit.</summary>
    /// <param name="text">How the parameter's values are written for hosts.</param>
    /// <param name="plain">In its unit.</param>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    public static ReadOnlySpan<byte> Write(ParameterText text, double plain, Span<byte> buffer) => text switch
    {
        FrequencyText => Readout.Frequency(buffer, plain),
        ListText list => Write(list.Names[Math.Clamp((int)plain, 0, list.Names.Length - 1)], buffer),
        NumberText { UnitName: "dB" } => Readout.Gain(buffer, plain),
        NumberText { UnitName: "x" } number => Number(number, plain, "×"u8, default, buffer),
        NumberText { UnitName: "%" } percent => Number(percent, plain, default, "\u2009%"u8, buffer, 0),
        NumberText number => Number(number, plain, default, default, buffer),
        _ => default,
    };

    /// <summary>A name, cut where it is longer than the buffer.</summary>
    public static ReadOnlySpan<byte> Write(string name, Span<byte> buffer)
    {
        if (Encoding.UTF8.TryGetBytes(name, buffer, out int length))
            return buffer[..length];
        var dots = "…"u8;
        length = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength + dots.Length > buffer.Length)
                break;
            length += rune.EncodeToUtf8(buffer[length..]);
        }
        dots.CopyTo(buffer[length..]);
        return buffer[..(length + dots.Length)];
    }

    private static ReadOnlySpan<byte> Number(
        NumberText number, double plain, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, Span<byte> buffer, int? decimals = null)
    {
        int places = decimals ?? number.Decimals;
        // Rounded first, so that sign and figures agree about what is zero.
        double rounded = Math.Round(plain, places, MidpointRounding.AwayFromZero);
        var sign = rounded < 0 ? "−"u8 : rounded > 0 && number.Signed ? "+"u8 : default;
        int length = Append(before, buffer, 0);
        length = Append(sign, buffer, length);
        _ = Math.Abs(rounded).TryFormat(buffer[length..], out int digits, places switch { 0 => "F0", 1 => "F1", _ => "F2" }, CultureInfo.InvariantCulture);
        length += digits;
        if (after.IsEmpty && before.IsEmpty && number.UnitName.Length > 0)
        {
            length = Append("\u2009"u8, buffer, length);
            length += Encoding.UTF8.GetBytes(number.UnitName, buffer[length..]);
        }
        return buffer[..Append(after, buffer, length)];
    }

    private static int Append(ReadOnlySpan<byte> bytes, Span<byte> buffer, int length)
    {
        bytes.CopyTo(buffer[length..]);
        return length + bytes.Length;
    }
}
