using System.Text;
using SemanticEq.Ui.Window;

namespace SemanticEq.Plugin;

/// <summary>From the keys as VST3 hosts hand them on (VirtualKeyCodes and KeyModifier in keycodes.h) to the window's.</summary>
internal static class KeyCodes
{
    private const int Space = 7;
    private const int Numpad0 = 24;
    private const int Numpad9 = 33;
    private const string NumpadSigns = "*+,-./";

    /// <summary>The key; null where the window has no use for it.</summary>
    /// <param name="character">What it types; 0 for nothing.</param>
    /// <param name="keyCode">VirtualKeyCodes; 0 for a plain character.</param>
    /// <param name="modifiers">KeyModifier.</param>
    /// <param name="isDown">Whether it went down.</param>
    public static KeyEvent? Read(char character, int keyCode, int modifiers, bool isDown)
    {
        var held = ((modifiers & 1) != 0 ? Modifiers.Shift : 0) | ((modifiers & 2) != 0 ? Modifiers.Alt : 0) | ((modifiers & 4) != 0 ? Modifiers.Control : 0);
        if (Special(keyCode) is { } key)
            return new KeyEvent(key, default, held, isDown);
        var typed = keyCode switch
        {
            Space => ' ',
            >= Numpad0 and <= Numpad9 => (char)('0' + keyCode - Numpad0),
            > Numpad9 and <= Numpad9 + 6 => NumpadSigns[keyCode - Numpad9 - 1],
            _ => character,
        };
        return Rune.TryCreate(typed, out var rune) && !Rune.IsControl(rune) ? new KeyEvent(Key.Character, rune, held, isDown) : null;
    }

    private static Key? Special(int keyCode) => keyCode switch
    {
        1 => Key.Backspace,
        2 => Key.Tab,
        4 or 19 => Key.Return,
        6 => Key.Escape,
        9 => Key.End,
        10 => Key.Home,
        11 => Key.Left,
        12 => Key.Up,
        13 => Key.Right,
        14 => Key.Down,
        15 => Key.PageUp,
        16 => Key.PageDown,
        22 => Key.Delete,
        _ => null,
    };
}
