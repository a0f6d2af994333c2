using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>xcb_setup_t, as far as it is read.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct XSetup
{
    [FieldOffset(30)] public byte ImageByteOrder;
    [FieldOffset(34)] public byte MinKeycode;
    [FieldOffset(35)] public byte MaxKeycode;
}

/// <summary>xcb_screen_t, as far as it is read.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct XScreen
{
    [FieldOffset(0)] public uint Root;
    [FieldOffset(4)] public uint DefaultColormap;
    [FieldOffset(32)] public uint RootVisual;
    [FieldOffset(38)] public byte RootDepth;
}

/// <summary>xcb_visualtype_t.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal struct XVisual
{
    [FieldOffset(0)] public uint Id;
    [FieldOffset(4)] public byte Class;
    [FieldOffset(8)] public uint RedMask;
    [FieldOffset(12)] public uint GreenMask;
    [FieldOffset(16)] public uint BlueMask;
}

/// <summary>xcb_format_t: how many bits the pixels of a depth take.</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
internal struct XFormat
{
    [FieldOffset(0)] public byte Depth;
    [FieldOffset(1)] public byte BitsPerPixel;
}

/// <summary>Any of xcb's iterators.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XIterator
{
    public byte* Data;
    public int Remaining;
    public int Index;
}

/// <summary>Any reply, by the fields of those that are read here.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct XReply
{
    /// <summary>Of a property: 8, 16 or 32. Of a keyboard mapping: keysyms per keycode.</summary>
    [FieldOffset(1)] public byte Format;

    /// <summary>Words after the first 32 bytes.</summary>
    [FieldOffset(4)] public uint Length;

    /// <summary>An atom; the window with the focus; the type of a property.</summary>
    [FieldOffset(8)] public uint Id;

    /// <summary>Of a property: bytes that were not read.</summary>
    [FieldOffset(12)] public uint BytesAfter;

    /// <summary>Of a point that was translated: its place.</summary>
    [FieldOffset(12)] public short X;

    /// <inheritdoc cref="X"/>
    [FieldOffset(14)] public short Y;

    /// <summary>Of an extension: whether it is there.</summary>
    [FieldOffset(8)] public byte IsPresent;

    /// <summary>Of an extension: the number of its requests.</summary>
    [FieldOffset(9)] public byte MajorOpcode;

    /// <summary>Of an extension: the number of its first event.</summary>
    [FieldOffset(10)] public byte FirstEvent;

    /// <summary>Of a window: 0 not mapped, 1 within one that is not, 2 on the screen.</summary>
    [FieldOffset(26)] public byte MapState;
}
