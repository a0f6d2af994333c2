using System.Runtime.InteropServices;
using SemanticEq.Host.Windows;
using SemanticEq.Ui.Platform;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Platform.X11;

/// <summary>A bare X11 window.</summary>
internal sealed unsafe class X11HostWindow : HostWindow
{
    private readonly nint _display;
    private readonly nuint _closeAtom;
    private nuint _window;

    private X11HostWindow(nint display, EditorSize size)
    {
        _display = display;
        Size = size;
        _window = LibX11.XCreateSimpleWindow(display, LibX11.XDefaultRootWindow(display), 0, 0, (uint)size.Width, (uint)size.Height, 0, 0, 0);
        _closeAtom = LibX11.XInternAtom(display, "WM_DELETE_WINDOW", 0);
        nuint protocol = _closeAtom;
        _ = LibX11.XSetWMProtocols(display, _window, &protocol, 1);
        _ = LibX11.XSelectInput(display, _window, LibX11.KeyPressMask | LibX11.StructureNotifyMask);
    }

    /// <inheritdoc/>
    public override nint Id => (nint)_window;

    /// <inheritdoc/>
    public override int WaitHandle => LibX11.XConnectionNumber(_display);

    /// <summary>Opens a window, not yet to be seen.</summary>
    /// <exception cref="UserError">There is no display.</exception>
    public static new X11HostWindow Open(string title, EditorSize size)
    {
        nint display = Connect();
        if (display == 0)
            throw new UserError("there is no X11 display: set DISPLAY, or run it under xvfb-run");
        var window = new X11HostWindow(display, size);
        _ = LibX11.XStoreName(display, window._window, title);
        return window;
    }

    /// <inheritdoc/>
    public override void Show()
    {
        _ = LibX11.XMapRaised(_display, _window);
        _ = LibX11.XSync(_display, 0);
    }

    /// <inheritdoc/>
    public override void Hide()
    {
        _ = LibX11.XUnmapWindow(_display, _window);
        _ = LibX11.XSync(_display, 0);
    }

    /// <inheritdoc/>
    public override void Move(int x, int y)
    {
        _ = LibX11.XMoveWindow(_display, _window, x, y);
        _ = LibX11.XFlush(_display);
    }

    /// <inheritdoc/>
    public override void Resize(EditorSize size)
    {
        Size = size;
        _ = LibX11.XResizeWindow(_display, _window, (uint)size.Width, (uint)size.Height);
        _ = LibX11.XFlush(_display);
    }

    /// <inheritdoc/>
    public override void HandleEvents()
    {
        LibX11.XEvent e;
        while (LibX11.XPending(_display) > 0)
        {
            _ = LibX11.XNextEvent(_display, &e);
            Handle(&e);
        }
    }

    /// <inheritdoc/>
    public override void SavePicture(string path)
    {
        _ = LibX11.XSync(_display, 0);
        var image = LibX11.XGetImage(_display, _window, 0, 0, (uint)Size.Width, (uint)Size.Height, LibX11.AllPlanes, LibX11.ZPixmap);
        if (image == null || image->BitsPerPixel != 32)
            throw new UserError("the display gives no picture of the window with 32 bits a pixel");
        try
        {
            PngFile.Save(path, image->Data, image->Width, image->Height, image->BytesPerLine);
        }
        finally
        {
            _ = LibX11.XDestroyImage(image);
        }
    }

    /// <inheritdoc/>
    public override void Destroy()
    {
        if (_window == 0)
            return;
        _ = LibX11.XDestroyWindow(_display, _window);
        _ = LibX11.XSync(_display, 0);
        _window = 0;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Destroy();
        _ = LibX11.XCloseDisplay(_display);
    }

    private static nint Connect()
    {
        try
        {
            return LibX11.XOpenDisplay(null);
        }
        catch (DllNotFoundException e)
        {
            throw new UserError("libX11.so.6 is missing: install libx11-6", e);
        }
    }

    private void Handle(LibX11.XEvent* e)
    {
        switch (e->Type)
        {
            case LibX11.MapNotify:
                // There may be no window manager that would do it.
                _ = LibX11.XSetInputFocus(_display, _window, LibX11.RevertToParent, LibX11.CurrentTime);
                break;
            case LibX11.ConfigureNotify when e->Configured == _window && new EditorSize(e->Width, e->Height) != Size:
                Size = new EditorSize(e->Width, e->Height);
                Resized?.Invoke(Size);
                break;
            case LibX11.ClientMessage when e->Datum == _closeAtom:
                IsClosed = true;
                break;
            case LibX11.KeyPress:
                KeyPressed?.Invoke(Marshal.PtrToStringUTF8((nint)LibX11.XKeysymToString(LibX11.XLookupKeysym(e, 0))) ?? "unknown");
                break;
        }
    }
}
