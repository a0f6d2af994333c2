using System.Globalization;

namespace SemanticEq.Host.Platform.Win32;

/// <summary>Windows' virtual keys by X11's names, so that keys read the same wherever they were pressed.</summary>
internal static class KeyNames
{
    /// <summary>A key's name; its number where it has none here.</summary>
    public static string Of(int virtualKey) => virtualKey switch
    {
        >= 'A' and <= 'Z' => ((char)(virtualKey + ('a' - 'A'))).ToString(),
        >= '0' and <= '9' => ((char)virtualKey).ToString(),
        0x08 => "BackSpace",
        0x09 => "Tab",
        0x0D => "Return",
        0x10 => "Shift_L",
        0x11 => "Control_L",
        0x12 => "Alt_L",
        0x1B => "Escape",
        0x20 => "space",
        0x21 => "Prior",
        0x22 => "Next",
        0x23 => "End",
        0x24 => "Home",
        0x25 => "Left",
        0x26 => "Up",
        0x27 => "Right",
        0x28 => "Down",
        0x2E => "Delete",
        0xBD => "minus",
        _ => virtualKey.ToString("X2", CultureInfo.InvariantCulture),
    };
}
