using System.Text;

namespace SemanticEq.Ui.Window;

/// <summary>Keys that mean something other than their letter.</summary>
public enum Key
{
    /// <summary>None of these: <see cref="KeyEvent.Character"/> says what was typed.</summary>
    Character,

    /// <summary>Tab; with Shift backwards.</summary>
    Tab,

    /// <summary>Return or Enter.</summary>
    Return,

    /// <summary>Escape.</summary>
    Escape,

    /// <summary>The key left of Return's line's end, deleting backwards.</summary>
    Backspace,

    /// <summary>Deleting forwards.</summary>
    Delete,

    /// <summary>Arrow.</summary>
    Left,

    /// <summary>Arrow.</summary>
    Right,

    /// <summary>Arrow.</summary>
    Up,

    /// <summary>Arrow.</summary>
    Down,

    /// <summary>To the beginning.</summary>
    Home,

    /// <summary>To the end.</summary>
    End,

    /// <summary>A large step up.</summary>
    PageUp,

    /// <summary>A large step down.</summary>
    PageDown,
}

/// <summary>A key that went down or came up.</summary>
/// <param name="Key">Which, if it is one with a meaning of its own.</param>
/// <param name="Character">What it types, with Shift and the layout applied; default where it types nothing. With Control held the bare letter.</param>
/// <param name="Modifiers">The keys held with it.</param>
/// <param name="IsDown">Whether it went down (again, while it is held); else it came up.</param>
public readonly record struct KeyEvent(Key Key, Rune Character, Modifiers Modifiers, bool IsDown = true);
