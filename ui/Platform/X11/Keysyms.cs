using System.Text;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>Keysyms, the numbers that X has for what is printed on keys (X11/keysymdef.h).</summary>
internal static class Keysyms
{
    private const uint UnicodeFirst = 0x01000000, UnicodeLast = 0x0110FFFF;

    /// <summary>A key with a meaning of its own, else <see cref="Key.Character"/>.</summary>
    public static Key KeyOf(uint keysym) => keysym switch
    {
        0xFF09 or 0xFE20 or 0xFF89 => Key.Tab,
        0xFF0D or 0xFF8D => Key.Return,
        0xFF1B => Key.Escape,
        0xFF08 => Key.Backspace,
        0xFFFF or 0xFF9F => Key.Delete,
        0xFF51 or 0xFF96 => Key.Left,
        0xFF53 or 0xFF98 => Key.Right,
        0xFF52 or 0xFF97 => Key.Up,
        0xFF54 or 0xFF99 => Key.Down,
        0xFF50 or 0xFF95 => Key.Home,
        0xFF57 or 0xFF9C => Key.End,
        0xFF55 or 0xFF9A => Key.PageUp,
        0xFF56 or 0xFF9B => Key.PageDown,
        _ => Key.Character,
    };

    /// <summary>Whether it is a letter, a figure or a sign of ASCII.</summary>
    public static bool IsAscii(uint keysym) => keysym is > 0x20 and < 0x7F;

    /// <summary>Whether it waits for the next key to make a letter of both: a dead accent, or the compose key.</summary>
    public static bool Composes(uint keysym) => keysym is (>= 0xFE50 and <= 0xFE93) or 0xFF20;

    /// <summary>What a keysym types, as far as its number says so without tables; default for nothing.</summary>
    public static Rune RuneOf(uint keysym)
    {
        uint value = keysym switch
        {
            (>= 0x20 and <= 0x7E) or (>= 0xA0 and <= 0xFF) => keysym,
            // The number pad: = * + , - . / and the figures.
            0xFFBD or (>= 0xFFAA and <= 0xFFB9) => keysym & 0x7F,
            >= UnicodeFirst and <= UnicodeLast => keysym - UnicodeFirst,
            _ => 0,
        };
        return Rune.TryCreate(value, out Rune rune) && !Rune.IsControl(rune) ? rune : default;
    }
}
