using System.Runtime.InteropServices;
using SemanticEq.Ui.Platform.X11;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>A host's window, of a connection of its own, that notes the keys that it gets.</summary>
internal sealed unsafe partial class TestHost : IDisposable
{
    private const uint EventMask = 1 | 2 | 0x20000 | 0x200000, EventMaskAttribute = 1 << 11;

    private readonly X11Connection _connection;

    public TestHost(Xvfb server, int width = 600, int height = 400)
    {
        _connection = X11Connection.Open(server.Display, out string? problem) ?? throw new InvalidOperationException(problem);
        X11Visual visual = X11Visual.Find(_connection.Handle, _connection.Screen)!.Value;
        Window = (nint)X11Creation.Create(_connection, _connection.Screen->Root, visual, width, height);
        uint mask = EventMask;
        LibXcb.xcb_change_window_attributes(_connection.Handle, (uint)Window, EventMaskAttribute, &mask);
        LibXcb.xcb_map_window(_connection.Handle, (uint)Window);
        Settle();
    }

    public nint Window { get; private set; }

    public List<byte> PressedKeys { get; } = [];

    /// <summary>Whether the server says that it has the focus.</summary>
    public bool HasFocus => FocusedWindow() == Window;

    /// <summary>Which window has the focus.</summary>
    public nint FocusedWindow()
    {
        uint question = LibXcb.xcb_get_input_focus(_connection.Handle);
        LibXcb.xcb_flush(_connection.Handle);
        while (true)
        {
            XReply* reply = _connection.TryReply(ref question);
            if (reply == null && question != 0)
                continue;
            nint focused = (nint)reply->Id;
            NativeMemory.Free(reply);
            return focused;
        }
    }

    /// <summary>Takes the focus, as a window manager would give it.</summary>
    public void Focus()
    {
        LibXcb.xcb_set_input_focus(_connection.Handle, 2, (uint)Window, 0);
        Settle();
    }

    /// <summary>Has one of its children be another size.</summary>
    public void ResizeChild(nint child, int width, int height)
    {
        uint* values = stackalloc uint[] { (uint)width, (uint)height };
        LibXcb.xcb_configure_window(_connection.Handle, (uint)child, 4 | 8, values);
        Settle();
    }

    /// <summary>Shows a window or hides it: its own, or one of its children.</summary>
    public void Show(nint window, bool isShown)
    {
        _ = isShown ? LibXcb.xcb_map_window(_connection.Handle, (uint)window) : xcb_unmap_window(_connection.Handle, (uint)window);
        Settle();
    }

    /// <summary>Destroys the window and all within.</summary>
    public void DestroyWindow()
    {
        LibXcb.xcb_destroy_window(_connection.Handle, (uint)Window);
        Settle();
        Window = 0;
    }

    /// <summary>Waits for the server and notes what came.</summary>
    public void Settle()
    {
        FocusedWindow();
        while (_connection.TryNextEvent(out XEvent e))
        {
            if (e.Kind == XEventKind.KeyPress)
                PressedKeys.Add(e.Detail);
        }
    }

    public void Dispose() => _connection.Dispose();

    [LibraryImport(LibXcb.Name)]
    private static partial uint xcb_unmap_window(nint connection, uint window);
}
