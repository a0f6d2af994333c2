using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>What widgets may ask of the window that shows them. Main thread.</summary>
public interface IScene
{
    /// <summary>The widget that has the keyboard, or null.</summary>
    Widget? Focused { get; }

    /// <summary>The colours.</summary>
    Theme Theme { get; }

    /// <summary>Whether nothing is to move that need not.</summary>
    bool ReducedMotion { get; }

    /// <summary>Whether the pointer is over a widget or one of its children.</summary>
    bool IsHovered(Widget widget);

    /// <summary>Has an area drawn anew.</summary>
    void Invalidate(Rectangle area);

    /// <summary>Gives a widget the keyboard; null gives it back to the host.</summary>
    void Focus(Widget? widget);

    /// <summary>Forgets a widget and its children: hover, drag, keyboard.</summary>
    void Forget(Widget widget);

    /// <summary>Shows a widget above all others until <see cref="ClosePopup"/>, a press beside it, or Escape.</summary>
    /// <param name="popup">Arranged by the scene: at its own <see cref="Popup.Wanted"/> size, beside the anchor, within the window.</param>
    /// <param name="anchor">What it belongs to.</param>
    void OpenPopup(Popup popup, Rectangle anchor);

    /// <summary>Closes the topmost popup, if it is this one or one above it.</summary>
    void ClosePopup(Popup popup);

    /// <summary>Width of a line of text in canvas units, for arranging; may be called at any time.</summary>
    double MeasureWidth(string text, in TextStyle style);

    /// <summary>Puts text on the clipboard.</summary>
    void Copy(string text);

    /// <summary>Asks for the clipboard's text for a widget; it comes as <see cref="Widget.Pasted"/>, later or never.</summary>
    void RequestPaste(Widget widget);

    /// <summary>Shows the host's own menu of a parameter (automation, modulation, MIDI learn), where the host has one.</summary>
    /// <returns>False where it has none: the widget may then show its own.</returns>
    bool ShowHostMenu(uint parameter, Point at);

    /// <summary>Asks the host for another size of the window, in canvas units (the grip is dragged).</summary>
    /// <returns>False where it refuses.</returns>
    bool RequestSize(Size wanted) => false;
}
