using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>WNDCLASSEXW.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct WindowClass
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

/// <summary>POINT.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PixelPoint
{
    public int X;
    public int Y;
}

/// <summary>PAINTSTRUCT.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PaintStructure
{
    public nint Dc;
    public int Erases;

    // RECT, laid out as ours are.
    public PixelArea Area;
    public int Restores;
    public int Increments;
    public fixed byte Reserved[32];
}

/// <summary>TRACKMOUSEEVENT.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MouseTracking
{
    public const uint Leave = 2;

    public uint Size;
    public uint Flags;
    public nint Window;
    public uint HoverTime;
}

/// <summary>MSG.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct QueuedMessage
{
    public nint Window;
    public uint Message;
    public nuint W;
    public nint L;
    public uint Time;
    public PixelPoint Point;
}

/// <summary>BITMAPINFOHEADER.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BitmapHeader
{
    public uint Size;
    public int Width;

    /// <summary>Below 0: the first row is the uppermost.</summary>
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

/// <summary>COMPOSITIONFORM.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CompositionForm
{
    public const uint AtPoint = 2;

    public uint Style;
    public PixelPoint Position;
    public PixelArea Area;
}
