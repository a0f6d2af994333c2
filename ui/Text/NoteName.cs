using System.Globalization;

namespace SemanticEq.Ui.Text;

/// <summary>
/// Frequencies as musicians call them: the nearest key of the equal-tempered scale (A4 is 440 Hz, C4 the middle C) and how far from it, in
/// cents. UTF-8 into the caller's buffer.
/// </summary>
public static class NoteName
{
    /// <summary>Bytes that a buffer needs for any name.</summary>
    public const int MaxBytes = 24;

    private const double TuningHz = 440;
    private const int TuningKey = 69;
    private const int KeysPerOctave = 12;
    private const double CentsPerOctave = 1200;

    // Inter has no ♯.
    private static readonly string[] Names = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    /// <summary>The MIDI number of the key nearest to a frequency above 0 Hz: 69 for 440 Hz.</summary>
    public static int NearestKey(double frequencyHz) => (int)Math.Round(KeyAt(frequencyHz), MidpointRounding.AwayFromZero);

    /// <summary>A key's frequency in Hz.</summary>
    public static double FrequencyHz(double key) => TuningHz * Math.Pow(2, (key - TuningKey) / KeysPerOctave);

    /// <summary>Whether a key is one of the black ones.</summary>
    public static bool IsBlack(int key) => Names[PitchClass(key)].Length > 1;

    /// <summary>A key, for example "E4".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="key">MIDI number.</param>
    public static ReadOnlySpan<byte> Key(Span<byte> buffer, int key) => buffer[..WriteKey(buffer, key)];

    /// <summary>The nearest key and the distance from it, for example "E4 +2 ct".</summary>
    /// <param name="buffer">At least <see cref="MaxBytes"/>.</param>
    /// <param name="frequencyHz">In Hz; a value that is not above 0, or not finite, reads "–".</param>
    public static ReadOnlySpan<byte> WithCents(Span<byte> buffer, double frequencyHz)
    {
        if (!(frequencyHz > 0) || !double.IsFinite(frequencyHz))
            return "–"u8;
        int key = NearestKey(frequencyHz);
        int cents = (int)Math.Round((KeyAt(frequencyHz) - key) * CentsPerOctave / KeysPerOctave);
        int length = WriteKey(buffer, key);
        ReadOnlySpan<byte> sign = cents < 0 ? " −"u8 : cents > 0 ? " +"u8 : " "u8;
        sign.CopyTo(buffer[length..]);
        length += sign.Length;
        _ = Math.Abs(cents).TryFormat(buffer[length..], out int digits, default, CultureInfo.InvariantCulture);
        length += digits;
        "\u2009ct"u8.CopyTo(buffer[length..]);
        return buffer[..(length + "\u2009ct"u8.Length)];
    }

    private static double KeyAt(double frequencyHz) => TuningKey + (KeysPerOctave * Math.Log2(frequencyHz / TuningHz));

    private static int PitchClass(int key) => ((key % KeysPerOctave) + KeysPerOctave) % KeysPerOctave;

    private static int WriteKey(Span<byte> buffer, int key)
    {
        string name = Names[PitchClass(key)];
        int length = 0;
        foreach (char letter in name)
            buffer[length++] = (byte)letter;
        int octave = ((key - PitchClass(key)) / KeysPerOctave) - 1;
        if (octave < 0)
        {
            "−"u8.CopyTo(buffer[length..]);
            length += "−"u8.Length;
        }

        _ = Math.Abs(octave).TryFormat(buffer[length..], out int digits, default, CultureInfo.InvariantCulture);
        return length + digits;
    }
}
