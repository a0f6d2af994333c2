using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Of gdi32: an image in memory, copied to a window.</summary>
internal static unsafe partial class Gdi32
{
    public const uint CopySource = 0x00CC0020;

    private const string Name = "gdi32";

    [LibraryImport(Name)] public static partial nint CreateCompatibleDC(nint dc);
    [LibraryImport(Name)] public static partial int DeleteDC(nint dc);
    [LibraryImport(Name)] public static partial nint SelectObject(nint dc, nint item);
    [LibraryImport(Name)] public static partial int DeleteObject(nint item);
    [LibraryImport(Name)]
    public static partial nint CreateDIBSection(nint dc, BitmapHeader* header, uint usage, byte** pixels, nint section, uint offset);
    [LibraryImport(Name)]
    public static partial int BitBlt(nint to, int x, int y, int width, int height, nint from, int fromX, int fromY, uint operation);
    [LibraryImport(Name)] public static partial int GdiFlush();
}
