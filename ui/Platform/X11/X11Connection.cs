using System.Runtime.InteropServices;
using System.Text;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// A connection to an X server of one's own. XCB keeps no handlers of the process and never ends it: what goes wrong with a request comes
/// as an event, and a server that is gone shows in <see cref="IsLost"/>.
/// </summary>
internal sealed unsafe class X11Connection : IDisposable
{
    private X11Connection(nint handle, XScreen* screen)
    {
        Handle = handle;
        Screen = screen;
        FileDescriptor = LibXcb.xcb_get_file_descriptor(handle);
    }

    /// <summary>The xcb_connection_t; 0 once disposed of.</summary>
    public nint Handle { get; private set; }

    /// <summary>The socket.</summary>
    public int FileDescriptor { get; }

    /// <summary>The screen that the display's name names.</summary>
    public XScreen* Screen { get; }

    /// <summary>Whether the server is gone, or never answers any more. True once disposed of.</summary>
    public bool IsLost => Handle == 0 || LibXcb.xcb_connection_has_error(Handle) != 0;

    /// <summary>Connects.</summary>
    /// <param name="display">The display's name; null for the one that the environment names.</param>
    /// <param name="problem">Why not, and what to do.</param>
    public static X11Connection? Open(string? display, out string? problem)
    {
        problem = null;
        if (!NativeLibrary.TryLoad(LibXcb.Name, typeof(X11Connection).Assembly, null, out _))
        {
            problem = $"The editor needs the XCB library ({LibXcb.Name}), which could not be loaded. "
                + "Install it with your package manager: on Debian or Ubuntu, \"sudo apt install libxcb1 libxcb-shm0\".";
            return null;
        }

        int number = 0;
        nint handle;
        fixed (byte* name = display is null ? null : Encoding.UTF8.GetBytes(display + '\0'))
            handle = LibXcb.xcb_connect(name, &number);
        if (LibXcb.xcb_connection_has_error(handle) != 0)
        {
            LibXcb.xcb_disconnect(handle);
            problem = $"No X display could be opened ({display ?? Environment.GetEnvironmentVariable("DISPLAY") ?? "DISPLAY is not set"}).";
            return null;
        }

        XIterator screens = LibXcb.xcb_setup_roots_iterator(LibXcb.xcb_get_setup(handle));
        for (; number > 0 && screens.Remaining > 1; number--)
            LibXcb.xcb_screen_next(&screens);
        return new X11Connection(handle, (XScreen*)screens.Data);
    }

    /// <summary>An id for something new on the server.</summary>
    public uint NewId() => LibXcb.xcb_generate_id(Handle);

    /// <summary>The numbers of some names, with one wait for all.</summary>
    public void Atoms(ReadOnlySpan<string> names, Span<uint> atoms)
    {
        Span<uint> cookies = stackalloc uint[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            byte[] name = Encoding.ASCII.GetBytes(names[i]);
            fixed (byte* bytes = name)
                cookies[i] = LibXcb.xcb_intern_atom(Handle, 0, (ushort)name.Length, bytes);
        }

        for (int i = 0; i < names.Length; i++)
        {
            XReply* reply = LibXcb.xcb_intern_atom_reply(Handle, cookies[i], null);
            atoms[i] = reply == null ? 0 : reply->Id;
            NativeMemory.Free(reply);
        }
    }

    /// <summary>The next event that has come in, without waiting.</summary>
    public bool TryNextEvent(out XEvent next)
    {
        next = default;
        XEvent* come = Handle == 0 ? null : LibXcb.xcb_poll_for_event(Handle);
        if (come == null)
            return false;
        next = *come;
        NativeMemory.Free(come);
        return true;
    }

    /// <summary>A reply that may have come in. Where it has, the request is forgotten, and the reply is the caller's to free.</summary>
    public XReply* TryReply(ref uint request)
    {
        if (request == 0 || Handle == 0)
            return null;
        void* reply, error;
        if (LibXcb.xcb_poll_for_reply(Handle, request, &reply, &error) == 0)
            return null;
        request = 0;
        NativeMemory.Free(error);
        return (XReply*)reply;
    }

    /// <summary>Sends what was asked for, unless the server is so far behind that this would wait; it is then sent later.</summary>
    public void Flush()
    {
        if (!IsLost && Poll.CanWrite(FileDescriptor))
            LibXcb.xcb_flush(Handle);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Handle != 0)
            LibXcb.xcb_disconnect(Handle);
        Handle = 0;
    }
}
