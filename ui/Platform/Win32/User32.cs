using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>The few functions of user32 that are used here (Windows 10, version 1607 or later), under their own names.</summary>
internal static unsafe partial class User32
{
    private const string Name = "user32";

    [LibraryImport(Name)] public static partial ushort RegisterClassExW(WindowClass* windowClass);
    [LibraryImport(Name)] public static partial int UnregisterClassW(char* name, nint module);
    [LibraryImport(Name)]
    public static partial nint CreateWindowExW(
        uint extendedStyle, char* className, char* title, uint style, int x, int y, int width, int height, nint parent, nint menu,
        nint module, nint parameter);
    [LibraryImport(Name)] public static partial int DestroyWindow(nint window);
    [LibraryImport(Name)] public static partial nint DefWindowProcW(nint window, uint message, nuint w, nint l);
    [LibraryImport(Name)] public static partial nint GetWindowLongPtrW(nint window, int index);
    [LibraryImport(Name)] public static partial nint SetWindowLongPtrW(nint window, int index, nint value);
    [LibraryImport(Name)]
    public static partial int SetWindowPos(nint window, nint after, int x, int y, int width, int height, uint flags);

    [LibraryImport(Name)] public static partial int IsWindow(nint window);
    [LibraryImport(Name)] public static partial int IsWindowVisible(nint window);
    [LibraryImport(Name)] public static partial int IsIconic(nint window);
    [LibraryImport(Name)] public static partial nint GetAncestor(nint window, uint which);
    [LibraryImport(Name)] public static partial int ClientToScreen(nint window, PixelPoint* point);
    [LibraryImport(Name)] public static partial int ScreenToClient(nint window, PixelPoint* point);
    [LibraryImport(Name)] public static partial uint GetDpiForWindow(nint window);
    [LibraryImport(Name)] public static partial nint GetWindowDpiAwarenessContext(nint window);
    [LibraryImport(Name)] public static partial nint SetThreadDpiAwarenessContext(nint context);

    [LibraryImport(Name)] public static partial nint GetDC(nint window);
    [LibraryImport(Name)] public static partial int ReleaseDC(nint window, nint dc);
    [LibraryImport(Name)] public static partial nint BeginPaint(nint window, PaintStructure* paint);
    [LibraryImport(Name)] public static partial int EndPaint(nint window, PaintStructure* paint);

    [LibraryImport(Name)] public static partial nint SetCapture(nint window);
    [LibraryImport(Name)] public static partial int ReleaseCapture();
    [LibraryImport(Name)] public static partial int TrackMouseEvent(MouseTracking* tracking);
    [LibraryImport(Name)] public static partial nint LoadCursorW(nint module, nint name);
    [LibraryImport(Name)] public static partial nint SetCursor(nint cursor);

    [LibraryImport(Name)] public static partial nint GetFocus();
    [LibraryImport(Name)] public static partial nint SetFocus(nint window);
    [LibraryImport(Name)] public static partial short GetKeyState(int virtualKey);
    [LibraryImport(Name)] public static partial int PeekMessageW(QueuedMessage* message, nint window, uint first, uint last, uint flags);
    [LibraryImport(Name)] public static partial int PostMessageW(nint window, uint message, nuint w, nint l);

    [LibraryImport(Name)] public static partial nuint SetTimer(nint window, nuint id, uint milliseconds, nint procedure);
    [LibraryImport(Name)] public static partial int KillTimer(nint window, nuint id);

    [LibraryImport(Name)] public static partial int OpenClipboard(nint owner);
    [LibraryImport(Name)] public static partial int CloseClipboard();
    [LibraryImport(Name)] public static partial int EmptyClipboard();
    [LibraryImport(Name)] public static partial nint GetClipboardData(uint format);
    [LibraryImport(Name)] public static partial nint SetClipboardData(uint format, nint data);
}
