using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>Of kernel32: which module holds an address, and memory as the clipboard wants it.</summary>
internal static unsafe partial class Kernel32
{
    private const string Name = "kernel32";

    [LibraryImport(Name)] public static partial int GetModuleHandleExW(uint flags, void* address, nint* module);
    [LibraryImport(Name)] public static partial nint GetModuleHandleW(char* name);
    [LibraryImport(Name)] public static partial nint GlobalAlloc(uint flags, nuint bytes);
    [LibraryImport(Name)] public static partial nint GlobalFree(nint memory);
    [LibraryImport(Name)] public static partial void* GlobalLock(nint memory);
    [LibraryImport(Name)] public static partial int GlobalUnlock(nint memory);
    [LibraryImport(Name)] public static partial nuint GlobalSize(nint memory);
}
