using System.Runtime.InteropServices;
using SemanticEq.Host.Windows;
using SemanticEq.Ui.Platform;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Platform.Win32;

/// <summary>A bare Win32 window, with the system's frame around it.</summary>
internal sealed unsafe class Win32HostWindow : HostWindow
{
    private const string ClassName = "SemanticEq.Host";
    private const uint Style = User32.OverlappedWindow | User32.ClipChildren;

    // The main thread's alone.
    private static readonly Dictionary<nint, Win32HostWindow> Opened = [];
    private static bool _isRegistered;

    private nint _window;

    private Win32HostWindow(nint window, EditorSize size)
    {
        _window = window;
        Size = size;
        Opened[window] = this;
        Resize(size);
    }

    /// <inheritdoc/>
    public override nint Id => _window;

    /// <inheritdoc/>
    public override int WaitHandle => -1;

    /// <summary>Opens a window, not yet to be seen.</summary>
    /// <exception cref="UserError">There is no desktop to open it on.</exception>
    public static new Win32HostWindow Open(string title, EditorSize size)
    {
        const int anywhere = unchecked((int)0x80000000);
        Register();
        nint window = User32.CreateWindowExW(0, ClassName, title, Style, anywhere, anywhere, size.Width, size.Height, 0, 0, 0, 0);
        return window != 0 ? new Win32HostWindow(window, size) : throw new UserError("Windows opens no window here: there is no desktop");
    }

    /// <inheritdoc/>
    public override void Show()
    {
        _ = User32.ShowWindow(_window, User32.ShowNormal);
        _ = User32.SetForegroundWindow(_window);
        _ = User32.SetFocus(_window);
        _ = User32.UpdateWindow(_window);
    }

    /// <inheritdoc/>
    public override void Hide() => _ = User32.ShowWindow(_window, User32.Hidden);

    /// <summary>Has what is within its frame stand elsewhere on the screen.</summary>
    public override void Move(int x, int y)
    {
        var frame = FrameAround(x, y, Size);
        _ = User32.SetWindowPos(_window, 0, frame.Left, frame.Top, 0, 0, User32.NoSize | User32.NoOrder | User32.NoActivation);
    }

    /// <inheritdoc/>
    public override void Resize(EditorSize size)
    {
        Size = size;
        var frame = FrameAround(0, 0, size);
        _ = User32.SetWindowPos(
            _window, 0, 0, 0, frame.Right - frame.Left, frame.Bottom - frame.Top, User32.NoMove | User32.NoOrder | User32.NoActivation);
    }

    /// <summary>Nothing to do: the system calls the window itself.</summary>
    public override void HandleEvents()
    {
    }

    /// <inheritdoc/>
    public override void SavePicture(string path)
    {
        var header = new User32.BitmapHeader
        {
            Size = (uint)sizeof(User32.BitmapHeader),
            Width = Size.Width,
            Height = -Size.Height,
            Planes = 1,
            BitsPerPixel = 32,
        };
        byte* pixels = null;
        nint dc = User32.CreateCompatibleDC(0), bitmap = User32.CreateDIBSection(dc, &header, 0, &pixels, 0, 0);
        if (bitmap == 0)
            throw new UserError("Windows gives no memory for a picture of the window");
        // Without clipping out what is within it, as a window's own would.
        nint shown = User32.GetDCEx(_window, 0, User32.OfWindowCache), before = User32.SelectObject(dc, bitmap);
        bool isCopied = User32.BitBlt(dc, 0, 0, Size.Width, Size.Height, shown, 0, 0, User32.CopySource) != 0;
        _ = User32.GdiFlush();
        _ = User32.ReleaseDC(_window, shown);
        try
        {
            if (!isCopied)
                throw new UserError("Windows gives no picture of the window");
            PngFile.Save(path, pixels, Size.Width, Size.Height, 4 * Size.Width);
        }
        finally
        {
            _ = User32.SelectObject(dc, before);
            _ = User32.DeleteObject(bitmap);
            _ = User32.DeleteDC(dc);
        }
    }

    /// <inheritdoc/>
    public override void Destroy()
    {
        if (_window == 0)
            return;
        _ = User32.DestroyWindow(_window);
        _ = Opened.Remove(_window);
        _window = 0;
    }

    /// <inheritdoc/>
    public override void Dispose() => Destroy();

    private static void Register()
    {
        const nint arrow = 32512;
        if (_isRegistered)
            return;
        fixed (char* name = ClassName)
        {
            var windowClass = new User32.Class
            {
                Size = (uint)sizeof(User32.Class),
                Procedure = &Procedure,
                Cursor = User32.LoadCursorW(0, arrow),
                Name = name,
            };
            _isRegistered = User32.RegisterClassExW(&windowClass) != 0;
        }

        // As hosts do, so that files can be dropped on what is opened: not by COM's other threading model, which .NET begins a main thread with.
        _ = Thread.CurrentThread.TrySetApartmentState(ApartmentState.Unknown);
        _ = User32.OleInitialize(0);
    }

    private User32.Rect FrameAround(int x, int y, EditorSize size)
    {
        var rect = new User32.Rect { Left = x, Top = y, Right = x + size.Width, Bottom = y + size.Height };
        _ = User32.AdjustWindowRectExForDpi(&rect, Style, 0, 0, User32.GetDpiForWindow(_window));
        return rect;
    }

    [UnmanagedCallersOnly]
    private static nint Procedure(nint window, uint message, nuint w, nint l)
    {
        try
        {
            if (Opened.TryGetValue(window, out var opened) && opened.Handle(message, w, l))
                return 0;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
        }

        return User32.DefWindowProcW(window, message, w, l);
    }

    private bool Handle(uint message, nuint w, nint l)
    {
        const nuint minimized = 1;
        switch (message)
        {
            case User32.Size when w != minimized && new EditorSize((ushort)l, (ushort)(l >> 16)) is var size && size != Size:
                Size = size;
                Resized?.Invoke(size);
                return true;
            case User32.Close:
                IsClosed = true;
                return true;
            case User32.KeyDown or User32.SystemKeyDown:
                KeyPressed?.Invoke(KeyNames.Of((int)w));
                return true;
            default:
                return false;
        }
    }
}
