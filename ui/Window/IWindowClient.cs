using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Window;

/// <summary>
/// What a window shows and tells. Called on the main thread, from <see cref="IWindow.HandleEvents"/> and <see cref="IWindow.Paint"/>; on Windows
/// from the host's message loop too.
/// </summary>
public interface IWindowClient
{
    /// <summary>Draws everything within an area; the canvas is clipped to it. Must not allocate managed memory.</summary>
    /// <param name="canvas">In canvas units, the origin in the window's top left corner.</param>
    /// <param name="dirty">The area, in canvas units.</param>
    void Draw(ICanvas canvas, Rectangle dirty);

    /// <summary>The window has another size or scale.</summary>
    void Resized(Size size, double scale);

    /// <summary>The pointer moved, was pressed, released or left, or its wheel was turned.</summary>
    void Pointer(in PointerEvent pointer);

    /// <summary>A key was pressed or released while the window has the keyboard.</summary>
    /// <returns>Whether it was used; what is not is the host's.</returns>
    bool Key(in KeyEvent key);

    /// <summary>The window got the keyboard or lost it.</summary>
    void KeyboardChanged(bool hasKeyboard);

    /// <summary>The clipboard's text, asked for before.</summary>
    void Pasted(string text);

    /// <summary>Files are dragged over the window, or not any more: they left, or were dropped.</summary>
    void FilesOver(bool areOver)
    {
    }

    /// <summary>Files were dropped on the window.</summary>
    /// <param name="paths">Absolute paths of this system, one or more, in the order in which they came.</param>
    void FilesDropped(IReadOnlyList<string> paths)
    {
    }

    /// <summary>Where the next letter will stand, in canvas units, for what an input method composes; null where no text is typed.</summary>
    Rectangle? Caret => null;
}
