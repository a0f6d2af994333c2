using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Window;

/// <summary>What the pointer did.</summary>
public enum PointerAction
{
    /// <summary>It moved, perhaps with a button held.</summary>
    Moved,

    /// <summary>A button went down.</summary>
    Pressed,

    /// <summary>A button came up.</summary>
    Released,

    /// <summary>The wheel was turned.</summary>
    Wheel,

    /// <summary>It left the window.</summary>
    Left,
}

/// <summary>A pointer's button.</summary>
public enum PointerButton
{
    /// <summary>None, as while moving.</summary>
    None,

    /// <summary>The main one.</summary>
    Primary,

    /// <summary>The wheel's.</summary>
    Middle,

    /// <summary>The one for menus.</summary>
    Secondary,
}

/// <summary>Keys held while something else happens.</summary>
[Flags]
public enum Modifiers
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Shift: fine.</summary>
    Shift = 1,

    /// <summary>Control (Command on macOS).</summary>
    Control = 2,

    /// <summary>Alt (Option on macOS).</summary>
    Alt = 4,
}

/// <summary>The look of the pointer.</summary>
public enum CursorShape
{
    /// <summary>The system's arrow.</summary>
    Arrow,

    /// <summary>Something can be clicked.</summary>
    Hand,

    /// <summary>Text can be edited.</summary>
    Text,

    /// <summary>Something can be dragged up and down.</summary>
    UpDown,

    /// <summary>Something can be dragged any way.</summary>
    Move,

    /// <summary>The window can be resized by its lower right corner.</summary>
    Resize,
}

/// <summary>Something that the pointer did.</summary>
/// <param name="Action">What.</param>
/// <param name="Position">Where, in canvas units.</param>
/// <param name="Button">Which button went down or came up.</param>
/// <param name="Modifiers">The keys held.</param>
/// <param name="WheelSteps">Notches of the wheel, positive away from the user; may be a fraction.</param>
/// <param name="Clicks">1 for a single press, 2 for the second of a double click. 0 for what is no press.</param>
public readonly record struct PointerEvent(
    PointerAction Action, Point Position, PointerButton Button = PointerButton.None, Modifiers Modifiers = Modifiers.None,
    double WheelSteps = 0, int Clicks = 0);
