using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Of shell32: the files of an HDROP.</summary>
internal static unsafe partial class Shell32
{
    [LibraryImport("shell32")] public static partial uint DragQueryFileW(nint drop, uint index, char* path, uint length);
}
