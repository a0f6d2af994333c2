using System.Text;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Virtual-key codes, the numbers that Windows has for keys (winuser.h).</summary>
internal static class VirtualKeys
{
    public const int Shift = 0x10, Control = 0x11, Alt = 0x12;

    /// <summary>An input method has the key: what comes of it comes as letters.</summary>
    public const int InputMethod = 0xE5;

    /// <summary>A key with a meaning of its own, else <see cref="Key.Character"/>.</summary>
    public static Key KeyOf(int virtualKey) => virtualKey switch
    {
        0x08 => Key.Backspace,
        0x09 => Key.Tab,
        0x0D => Key.Return,
        0x1B => Key.Escape,
        0x21 => Key.PageUp,
        0x22 => Key.PageDown,
        0x23 => Key.End,
        0x24 => Key.Home,
        0x25 => Key.Left,
        0x26 => Key.Up,
        0x27 => Key.Right,
        0x28 => Key.Down,
        0x2E => Key.Delete,
        _ => Key.Character,
    };

    /// <summary>The bare letter or figure of a key, for shortcuts: Latin under any script. Default for others.</summary>
    public static Rune LetterOf(int virtualKey, bool isShifted) => virtualKey switch
    {
        >= 'A' and <= 'Z' => new Rune((char)(isShifted ? virtualKey : virtualKey + ('a' - 'A'))),
        >= '0' and <= '9' => new Rune((char)virtualKey),
        _ => default,
    };

    /// <summary>The keys that are held, as of the message that is being handled.</summary>
    public static Modifiers Held =>
        (IsHeld(Shift) ? Modifiers.Shift : 0) | (IsHeld(Control) ? Modifiers.Control : 0) | (IsHeld(Alt) ? Modifiers.Alt : 0);

    private static bool IsHeld(int virtualKey) => User32.GetKeyState(virtualKey) < 0;
}
