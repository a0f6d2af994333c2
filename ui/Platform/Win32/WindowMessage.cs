namespace SemanticEq.Ui.Platform.Win32;

/// <summary>The messages that a window has something to say to (winuser.h), and some of its own.</summary>
internal static class WindowMessage
{
    public const uint Destroy = 0x0002, Size = 0x0005, SetFocus = 0x0007, KillFocus = 0x0008, Paint = 0x000F, EraseBackground = 0x0014;
    public const uint SetCursor = 0x0020, NcCreate = 0x0081, NcDestroy = 0x0082, GetDialogCode = 0x0087;
    public const uint KeyDown = 0x0100, KeyUp = 0x0101, Char = 0x0102, DeadChar = 0x0103;
    public const uint SystemKeyDown = 0x0104, SystemKeyUp = 0x0105, SystemChar = 0x0106, SystemDeadChar = 0x0107, UnicodeChar = 0x0109;
    public const uint ImeStartComposition = 0x010D, ImeComposition = 0x010F, Timer = 0x0113;
    public const uint MouseMove = 0x0200;
    public const uint LeftDown = 0x0201, LeftUp = 0x0202, LeftDouble = 0x0203;
    public const uint RightDown = 0x0204, RightUp = 0x0205, RightDouble = 0x0206;
    public const uint MiddleDown = 0x0207, MiddleUp = 0x0208, MiddleDouble = 0x0209;
    public const uint MouseWheel = 0x020A, CaptureChanged = 0x0215, MouseLeave = 0x02A3;
    public const uint PrintClient = 0x0318;

    /// <summary>Of our own: the clipboard is to be read, w being how often it was tried; a drag has lost the pointer.</summary>
    public const uint Paste = 0x8001, DragLost = 0x8002;

    /// <summary>Of our own: files came over the window (w is 1) or left it; files were dropped.</summary>
    public const uint FilesOver = 0x8003, FilesDropped = 0x8004;
}
