using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Of ole32: what is dragged from program to program.</summary>
internal static unsafe partial class Ole32
{
    private const string Name = "ole32";

    [LibraryImport(Name)] public static partial int OleInitialize(void* reserved);
    [LibraryImport(Name)] public static partial void OleUninitialize();
    [LibraryImport(Name)] public static partial int RegisterDragDrop(nint window, void* target);
    [LibraryImport(Name)] public static partial int RevokeDragDrop(nint window);
    [LibraryImport(Name)] public static partial void ReleaseStgMedium(StorageMedium* medium);
}
