using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Window;

/// <summary>
/// One window of the system's, inside a window of a host's. It keeps what was drawn, and shows anew only what was invalidated. Main thread
/// only; nothing here waits for the display, and a display that is gone makes every member do nothing.
/// </summary>
public interface IWindow : IDisposable
{
    /// <summary>The system's handle: on X11 the window's id, on Windows its HWND.</summary>
    nint Handle { get; }

    /// <summary>What the host's run loop is to watch for reading: on X11 the connection's file descriptor; −1 where there is none.</summary>
    int WaitHandle { get; }

    /// <summary>Width and height in canvas units.</summary>
    Size Size { get; }

    /// <summary>Pixels per canvas unit, 1 to 3 or so.</summary>
    double Scale { get; }

    /// <summary>Pixels per unit that the system has for the screen that it is on; null where only the host knows, as on X11.</summary>
    double? SystemScale => null;

    /// <summary>
    /// The upper left corner on the screen, in pixels, as far as it is known; asks the display for it anew, without waiting. The origin where
    /// nobody can know.
    /// </summary>
    Point Origin => default;

    /// <summary>Whether the display or the window is gone. It never comes back.</summary>
    bool IsLost { get; }

    /// <summary>
    /// Whether anyone could see it: false while it, or a window around it, is hidden or minimised, or others cover it whole. As far as the
    /// system tells, and up to a second late; true where it does not.
    /// </summary>
    bool IsSeen { get; }

    /// <summary>Sets size (canvas units) and scale; the client is told and everything is drawn anew.</summary>
    void Resize(Size size, double scale);

    /// <summary>An area, in canvas units, is to be drawn anew at the next <see cref="Paint"/>.</summary>
    void Invalidate(Rectangle area);

    /// <summary>Handles the events that have come in; where the system hands them on itself, as on Windows, that is done. Called when <see cref="WaitHandle"/> can be read, and at each frame that is drawn.</summary>
    /// <returns>Whether any since the last call told of the user, or of the window's place among others.</returns>
    bool HandleEvents();

    /// <summary>Has the client draw what is invalid, and shows it. Does nothing where nothing is.</summary>
    /// <returns>Whether something was drawn.</returns>
    bool Paint();

    /// <summary>The pointer's look over this window.</summary>
    void SetCursor(CursorShape shape);

    /// <summary>Takes the keyboard (a text field is being edited) or gives it back to the window that had it.</summary>
    void TakeKeyboard(bool take);

    /// <summary>
    /// Calls back every so often until disposed, by the messages that the host's loop hands on; a last time when the window is lost. Null where
    /// the host's run loop has timers, as on X11.
    /// </summary>
    IDisposable? Every(int milliseconds, Action callback) => null;

    /// <summary>Puts text on the clipboard.</summary>
    void Copy(string text);

    /// <summary>Asks for the clipboard's text; it comes as <see cref="IWindowClient.Pasted"/>, later or never.</summary>
    void RequestPaste();
}
