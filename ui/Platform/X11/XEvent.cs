using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>What kinds of event the server sends; other numbers are extensions' or of no use here.</summary>
internal enum XEventKind
{
    Error = 0,
    KeyPress = 2,
    KeyRelease = 3,
    ButtonPress = 4,
    ButtonRelease = 5,
    Motion = 6,
    Enter = 7,
    Leave = 8,
    FocusIn = 9,
    FocusOut = 10,
    Expose = 12,
    Visibility = 15,
    Destroy = 17,
    Unmap = 18,
    Map = 19,
    Configure = 22,
    SelectionClear = 29,
    SelectionRequest = 30,
    SelectionNotify = 31,
    ClientMessage = 33,
    Mapping = 34,
}

/// <summary>An event of the X protocol: 32 bytes as they come, and the number that xcb adds. The fields overlap, by kind.</summary>
[StructLayout(LayoutKind.Explicit, Size = 36)]
internal struct XEvent
{
    [FieldOffset(0)] public byte ResponseType;
    [FieldOffset(1)] public byte Detail;

    // Keys, buttons, motion, crossing.
    [FieldOffset(4)] public uint Time;
    [FieldOffset(12)] public uint EventWindow;
    [FieldOffset(16)] public uint ChildWindow;
    [FieldOffset(24)] public short X;
    [FieldOffset(26)] public short Y;
    [FieldOffset(28)] public ushort State;
    [FieldOffset(30)] public byte CrossingMode;

    [FieldOffset(8)] public byte FocusMode;

    /// <summary>How much of a window shows: 0 all, 1 a part, 2 nothing.</summary>
    [FieldOffset(8)] public byte Obscured;

    [FieldOffset(8)] public ushort ExposeX;
    [FieldOffset(10)] public ushort ExposeY;
    [FieldOffset(12)] public ushort ExposeWidth;
    [FieldOffset(14)] public ushort ExposeHeight;

    // Of Configure, Destroy, Map and Unmap; Window is the window concerned.
    [FieldOffset(8)] public uint Window;
    [FieldOffset(20)] public ushort Width;
    [FieldOffset(22)] public ushort Height;

    [FieldOffset(12)] public uint RequestRequestor;
    [FieldOffset(16)] public uint RequestSelection;
    [FieldOffset(20)] public uint RequestTarget;
    [FieldOffset(24)] public uint RequestProperty;

    [FieldOffset(8)] public uint NotifyRequestor;
    [FieldOffset(12)] public uint NotifySelection;
    [FieldOffset(16)] public uint NotifyTarget;
    [FieldOffset(20)] public uint NotifyProperty;

    // Of a client message: its form is in Detail, bits a word.
    [FieldOffset(4)] public uint MessageWindow;
    [FieldOffset(8)] public uint MessageType;
    [FieldOffset(12)] public uint Message0;
    [FieldOffset(16)] public uint Message1;
    [FieldOffset(20)] public uint Message2;
    [FieldOffset(24)] public uint Message3;
    [FieldOffset(28)] public uint Message4;

    /// <summary>Of an error: which extension's or core's request it answers.</summary>
    [FieldOffset(10)] public byte ErrorMajorOpcode;

    /// <summary>The number of the last request that the server had done.</summary>
    [FieldOffset(32)] public uint Sequence;

    /// <summary>What it is, whoever sent it.</summary>
    public readonly XEventKind Kind => (XEventKind)(ResponseType & 0x7F);
}
