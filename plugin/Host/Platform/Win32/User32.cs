using System.Runtime.InteropServices;

namespace SemanticEq.Host.Platform.Win32;

/// <summary>user32, gdi32 and ole32, what a bare window needs of them, under their own names.</summary>
internal static unsafe partial class User32
{
    public const uint Size = 0x0005, Close = 0x0010, EraseBackground = 0x0014, KeyDown = 0x0100, SystemKeyDown = 0x0104, Timer = 0x0113;
    public const int ShowNormal = 1, Hidden = 0;
    public const uint OverlappedWindow = 0x00CF0000, ClipChildren = 0x02000000;
    public const uint NoSize = 1, NoMove = 2, NoOrder = 4, NoActivation = 0x10;
    public const uint CopySource = 0x00CC0020, OfWindowCache = 2;

    private const string Name = "user32";
    private const string Gdi = "gdi32";

    [LibraryImport(Name)] public static partial ushort RegisterClassExW(Class* windowClass);
    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf16)]
    public static partial nint CreateWindowExW(
        uint extendedStyle, string className, string title, uint style, int x, int y, int width, int height, nint parent, nint menu, nint module,
        nint parameter);
    [LibraryImport(Name)] public static partial int DestroyWindow(nint window);
    [LibraryImport(Name)] public static partial nint DefWindowProcW(nint window, uint message, nuint w, nint l);
    [LibraryImport("ole32")] public static partial int OleInitialize(nint reserved);
    [LibraryImport(Name)] public static partial int ShowWindow(nint window, int how);
    [LibraryImport(Name)] public static partial int UpdateWindow(nint window);
    [LibraryImport(Name)] public static partial int SetForegroundWindow(nint window);
    [LibraryImport(Name)] public static partial nint SetFocus(nint window);
    [LibraryImport(Name)] public static partial int SetWindowPos(nint window, nint after, int x, int y, int width, int height, uint flags);
    [LibraryImport(Name)] public static partial int AdjustWindowRectExForDpi(Rect* rect, uint style, int hasMenu, uint extendedStyle, uint dpi);
    [LibraryImport(Name)] public static partial uint GetDpiForWindow(nint window);
    [LibraryImport(Name)] public static partial nint LoadCursorW(nint module, nint name);

    [LibraryImport(Name)] public static partial int PeekMessageW(Message* message, nint window, uint first, uint last, uint flags);
    [LibraryImport(Name)] public static partial int TranslateMessage(Message* message);
    [LibraryImport(Name)] public static partial nint DispatchMessageW(Message* message);
    [LibraryImport(Name)]
    public static partial uint MsgWaitForMultipleObjectsEx(uint count, nint* handles, uint milliseconds, uint wakeMask, uint flags);

    [LibraryImport(Name)] public static partial nint GetDCEx(nint window, nint clip, uint flags);
    [LibraryImport(Name)] public static partial int ReleaseDC(nint window, nint dc);
    [LibraryImport(Gdi)] public static partial nint CreateCompatibleDC(nint dc);
    [LibraryImport(Gdi)] public static partial int DeleteDC(nint dc);
    [LibraryImport(Gdi)] public static partial nint SelectObject(nint dc, nint item);
    [LibraryImport(Gdi)] public static partial int DeleteObject(nint item);
    [LibraryImport(Gdi)]
    public static partial nint CreateDIBSection(nint dc, BitmapHeader* header, uint usage, byte** pixels, nint section, uint offset);
    [LibraryImport(Gdi)]
    public static partial int BitBlt(nint to, int x, int y, int width, int height, nint from, int fromX, int fromY, uint operation);
    [LibraryImport(Gdi)] public static partial int GdiFlush();

    /// <summary>WNDCLASSEXW.</summary>
    public struct Class
    {
        public uint Size;
        public uint Style;
        public delegate* unmanaged<nint, uint, nuint, nint, nint> Procedure;
        public int ExtraOfClass;
        public int ExtraOfWindow;
        public nint Module;
        public nint Icon;
        public nint Cursor;
        public nint Background;
        public char* MenuName;
        public char* Name;
        public nint SmallIcon;
    }

    /// <summary>MSG.</summary>
    public struct Message
    {
        public nint Window;
        public uint Kind;
        public nuint W;
        public nint L;
        public uint Time;
        public int X;
        public int Y;
    }

    /// <summary>RECT.</summary>
    public struct Rect
    {
        public int Left;
        public int Top;
        public int Right;
        public int Bottom;
    }

    /// <summary>BITMAPINFOHEADER.</summary>
    public struct BitmapHeader
    {
        public uint Size;
        public int Width;
        public int Height;
        public ushort Planes;
        public ushort BitsPerPixel;
        public uint Compression;
        public uint ImageBytes;
        public int PixelsPerMetreAcross;
        public int PixelsPerMetreDown;
        public uint ColoursUsed;
        public uint ColoursNeeded;
    }
}
