using System.Runtime.InteropServices;

namespace SemanticEq.Host.Platform.X11;

/// <summary>libX11's C interface (Xlib.h), what a bare window needs of it.</summary>
internal static unsafe partial class LibX11
{
    public const long KeyPressMask = 1, StructureNotifyMask = 1 << 17;
    public const int KeyPress = 2, DestroyNotify = 17, MapNotify = 19, ConfigureNotify = 22, ClientMessage = 33;
    public const int RevertToParent = 2, ZPixmap = 2;
    public const ulong CurrentTime = 0, AllPlanes = ulong.MaxValue;

    private const string Library = "libX11.so.6";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint XOpenDisplay(string? name);

    [LibraryImport(Library)]
    public static partial int XCloseDisplay(nint display);

    [LibraryImport(Library)]
    public static partial int XConnectionNumber(nint display);

    [LibraryImport(Library)]
    public static partial nuint XDefaultRootWindow(nint display);

    [LibraryImport(Library)]
    public static partial nuint XCreateSimpleWindow(
        nint display, nuint parent, int x, int y, uint width, uint height, uint border, nuint borderPixel, nuint backgroundPixel);

    [LibraryImport(Library)]
    public static partial int XDestroyWindow(nint display, nuint window);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XStoreName(nint display, nuint window, string name);

    [LibraryImport(Library)]
    public static partial int XSelectInput(nint display, nuint window, long mask);

    [LibraryImport(Library)]
    public static partial int XMapRaised(nint display, nuint window);

    [LibraryImport(Library)]
    public static partial int XUnmapWindow(nint display, nuint window);

    [LibraryImport(Library)]
    public static partial int XMoveWindow(nint display, nuint window, int x, int y);

    [LibraryImport(Library)]
    public static partial int XResizeWindow(nint display, nuint window, uint width, uint height);

    [LibraryImport(Library)]
    public static partial int XSetInputFocus(nint display, nuint window, int revertTo, ulong time);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint XInternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(Library)]
    public static partial int XSetWMProtocols(nint display, nuint window, nuint* protocols, int count);

    [LibraryImport(Library)]
    public static partial int XPending(nint display);

    [LibraryImport(Library)]
    public static partial int XNextEvent(nint display, XEvent* e);

    [LibraryImport(Library)]
    public static partial int XSync(nint display, int discard);

    [LibraryImport(Library)]
    public static partial int XFlush(nint display);

    [LibraryImport(Library)]
    public static partial nuint XLookupKeysym(XEvent* key, int index);

    [LibraryImport(Library)]
    public static partial byte* XKeysymToString(nuint keysym);

    [LibraryImport(Library)]
    public static partial XImage* XGetImage(nint display, nuint drawable, int x, int y, uint width, uint height, ulong planes, int format);

    [LibraryImport(Library)]
    public static partial int XDestroyImage(XImage* image);

    /// <summary>poll.h's pollfd.</summary>
    public struct PollFd
    {
        public const short In = 1;

        public int Fd;
        public short Events;
        public short Revents;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    public static partial int Poll(PollFd* fds, nuint count, int timeoutMilliseconds);

    /// <summary>XEvent: 24 longs, of which each kind of event uses some.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    public struct XEvent
    {
        [FieldOffset(0)]
        public int Type;

        /// <summary>XClientMessageEvent's and XKeyEvent's window, XConfigureEvent's parent.</summary>
        [FieldOffset(32)]
        public nuint Window;

        /// <summary>XConfigureEvent's own window.</summary>
        [FieldOffset(40)]
        public nuint Configured;

        [FieldOffset(56)]
        public int Width;

        [FieldOffset(60)]
        public int Height;

        /// <summary>XClientMessageEvent's first datum.</summary>
        [FieldOffset(56)]
        public nuint Datum;
    }

    /// <summary>XImage, up to what is read here.</summary>
    [StructLayout(LayoutKind.Explicit)]
    public struct XImage
    {
        [FieldOffset(0)]
        public int Width;

        [FieldOffset(4)]
        public int Height;

        [FieldOffset(16)]
        public byte* Data;

        [FieldOffset(44)]
        public int BytesPerLine;

        [FieldOffset(48)]
        public int BitsPerPixel;
    }
}
