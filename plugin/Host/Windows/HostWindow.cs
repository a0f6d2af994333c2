using SemanticEq.Host.Platform.Win32;
using SemanticEq.Host.Platform.X11;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Host.Windows;

/// <summary>A bare window for an editor to live in. The thread that opened it.</summary>
internal abstract class HostWindow : IDisposable
{
    /// <summary>Told of the window's size when its user or window manager changed it.</summary>
    public Action<EditorSize>? Resized { get; set; }

    /// <summary>Told of keys that the editor left to the host, by X11's names.</summary>
    public Action<string>? KeyPressed { get; set; }

    /// <summary>Its size in pixels, without a frame.</summary>
    public EditorSize Size { get; protected set; }

    /// <summary>The system's handle.</summary>
    public abstract nint Id { get; }

    /// <summary>What wakes its loop: a file descriptor; −1 where the system calls the window itself.</summary>
    public abstract int WaitHandle { get; }

    /// <summary>Whether its user has closed it.</summary>
    public bool IsClosed { get; protected set; }

    /// <summary>What VST3 calls windows of this system.</summary>
    public static string Kind => OperatingSystem.IsWindows() ? ViewNames.Windows : ViewNames.X11;

    /// <summary>Whether hosts of this system offer a run loop (IRunLoop).</summary>
    public static bool OffersRunLoop => !OperatingSystem.IsWindows();

    /// <summary>Opens a window, not yet to be seen.</summary>
    /// <exception cref="UserError">There is no display.</exception>
    public static HostWindow Open(string title, EditorSize size) =>
        OperatingSystem.IsWindows() ? Win32HostWindow.Open(title, size)
        : OperatingSystem.IsLinux() ? X11HostWindow.Open(title, size)
        : throw new UserError("edit opens windows on Linux (X11) and Windows only");

    /// <summary>Shows it, and waits until it is there.</summary>
    public abstract void Show();

    /// <summary>Hides it, and all within it.</summary>
    public abstract void Hide();

    /// <summary>Has it stand elsewhere on the screen.</summary>
    public abstract void Move(int x, int y);

    /// <summary>Gives it a size.</summary>
    public abstract void Resize(EditorSize size);

    /// <summary>Handles the events that have come in.</summary>
    public abstract void HandleEvents();

    /// <summary>What it shows, the editor's window included, as a PNG file.</summary>
    /// <exception cref="UserError">The display gives no picture.</exception>
    public abstract void SavePicture(string path);

    /// <summary>Destroys the window, and all within it, but keeps what it takes to handle events.</summary>
    public abstract void Destroy();

    /// <inheritdoc/>
    public abstract void Dispose();
}
