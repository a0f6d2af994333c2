using System.Globalization;

namespace SemanticEq.Ui.Text;

/// <summary>
/// How values read on screen: true minus signs, thin spaces before units, three figures or so. UTF-8 into the caller's buffer,
/// because an editor writes them in every frame.
/// </summary>
public static class Readout
{
    /// <summary>Bytes that a buffer needs for any readout.</summary>
    public const int MaxBytes = 48;

    // Beyond this no audio value has a meaning, and its digits would overrun the buffer.
    private const double LargestShown = 1e9;

    // What a meter calls silence.
    private const double SilenceDb = -100;

    /// <summary>A frequency, for example "95 Hz", "330 Hz", "1.25 kHz", "12.3 kHz".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="frequencyHz">In Hz; a value that is below 0 or not finite reads "–".</param>
    public static ReadOnlySpan<byte> Frequency(Span<byte> buffer, double frequencyHz)
    {
        if (!IsShown(frequencyHz) || frequencyHz < 0)
            return "–"u8;
        double rounded = Math.Round(frequencyHz);
        if (rounded < 100)
            return Write(buffer, default, frequencyHz, "0.#", "\u2009Hz"u8);
        if (rounded < 1000)
            return Write(buffer, default, frequencyHz, "0", "\u2009Hz"u8);
        return Write(buffer, default, frequencyHz / 1000, frequencyHz < 9995 ? "0.00" : "0.0", "\u2009kHz"u8);
    }

    /// <summary>A gain, always with its sign: "+1.8 dB", "−3.1 dB", "0.0 dB".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="gainDb">In dB; a value that is not finite reads "–".</param>
    public static ReadOnlySpan<byte> Gain(Span<byte> buffer, double gainDb)
    {
        if (!IsShown(gainDb))
            return "–"u8;
        // Rounded first, so that sign and figures agree about what is zero.
        double rounded = Math.Round(gainDb, 1, MidpointRounding.AwayFromZero);
        return Write(buffer, Sign(rounded), Math.Abs(rounded), "0.0", "\u2009dB"u8);
    }

    /// <summary>A whole number of dB without its unit, as on an axis: "+12", "−6", "0".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="levelDb">In dB; a value that is not finite reads "–".</param>
    /// <param name="plus">Whether values above 0 carry a plus sign, as gains do and levels do not.</param>
    public static ReadOnlySpan<byte> WholeDb(Span<byte> buffer, double levelDb, bool plus)
    {
        if (!IsShown(levelDb))
            return "–"u8;
        double rounded = Math.Round(levelDb);
        return Write(buffer, rounded > 0 && !plus ? default : Sign(rounded), Math.Abs(rounded), "0", default);
    }

    /// <summary>A level without its unit, as a meter shows it: "−14.1", "+0.3"; "−∞" for silence and anything below −100.</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="levelDb">In dB full scale or LUFS; NaN and +∞ read "–".</param>
    public static ReadOnlySpan<byte> Level(Span<byte> buffer, double levelDb)
    {
        if (levelDb < SilenceDb)
            return "−∞"u8;
        if (!IsShown(levelDb))
            return "–"u8;
        double rounded = Math.Round(levelDb, 1, MidpointRounding.AwayFromZero);
        return Write(buffer, Sign(rounded), Math.Abs(rounded), "0.0", default);
    }

    /// <summary>A duration: "2.1 s".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="seconds">In s; a value that is below 0 or not finite reads "–".</param>
    public static ReadOnlySpan<byte> Duration(Span<byte> buffer, double seconds) =>
        IsShown(seconds) && seconds >= 0 ? Write(buffer, default, seconds, "0.0", "\u2009s"u8) : "–"u8;

    /// <summary>A quality factor: "Q 0.71", "Q 12.0".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="q">Without unit; a value that is below 0 or not finite reads "–".</param>
    public static ReadOnlySpan<byte> Q(Span<byte> buffer, double q) =>
        IsShown(q) && q >= 0 ? Write(buffer, "Q\u2009"u8, q, q < 9.995 ? "0.00" : "0.0", default) : "–"u8;

    /// <summary>A share: "28 %", "150 %".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="percent">In percent; a value that is not finite reads "–".</param>
    public static ReadOnlySpan<byte> Percent(Span<byte> buffer, double percent)
    {
        if (!IsShown(percent))
            return "–"u8;
        double rounded = Math.Round(percent);
        return Write(buffer, rounded < 0 ? "−"u8 : default, Math.Abs(rounded), "0", "\u2009%"u8);
    }

    /// <summary>A change in the listener's unit, always with its sign: "+0.70", "−0.12", "0.00".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="change">Without unit; a value that is not finite reads "–".</param>
    public static ReadOnlySpan<byte> Change(Span<byte> buffer, double change)
    {
        if (!IsShown(change))
            return "–"u8;
        double rounded = Math.Round(change, 2, MidpointRounding.AwayFromZero);
        return Write(buffer, Sign(rounded), Math.Abs(rounded), "0.00", default);
    }

    /// <summary>A sample rate: "48 kHz", "44.1 kHz".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="sampleRateHz">In Hz; a value that is below 0 or not finite reads "–".</param>
    public static ReadOnlySpan<byte> SampleRate(Span<byte> buffer, double sampleRateHz) =>
        IsShown(sampleRateHz) && sampleRateHz >= 0 ? Write(buffer, default, sampleRateHz / 1000, "0.###", "\u2009kHz"u8) : "–"u8;

    /// <summary>A whole number.</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="count">Any.</param>
    public static ReadOnlySpan<byte> Count(Span<byte> buffer, int count) =>
        Write(buffer, count < 0 ? "−"u8 : default, Math.Abs((double)count), "0", default);

    private static bool IsShown(double value) => Math.Abs(value) <= LargestShown;

    private static ReadOnlySpan<byte> Sign(double rounded) => rounded switch
    {
        > 0 => "+"u8,
        < 0 => "−"u8,
        _ => default,
    };

    private static ReadOnlySpan<byte> Write(
        Span<byte> buffer, ReadOnlySpan<byte> before, double value, ReadOnlySpan<char> format, ReadOnlySpan<byte> after)
    {
        before.CopyTo(buffer);
        int length = before.Length;
        if (!value.TryFormat(buffer[length..], out int digits, format, CultureInfo.InvariantCulture))
            throw new ArgumentException($"A readout needs a buffer of {MaxBytes} bytes.", nameof(buffer));
        length += digits;
        after.CopyTo(buffer[length..]);
        return buffer[..(length + after.Length)];
    }
}
