using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SemanticEq.Plugin.Platform;

/// <summary>
/// Where the running library lies. <c>AppContext.BaseDirectory</c> is the host's folder, so the system is asked which file holds
/// one of our own functions.
/// </summary>
internal static unsafe partial class OwnLibrary
{
    /// <summary>Absolute path of the plug-in's binary. Run by a just-in-time runtime (in tests) there is none: a bundle is then
    /// expected beside the program.</summary>
    public static string FindPath()
    {
        string? path = RuntimeFeature.IsDynamicCodeCompiled ? null
            : OperatingSystem.IsWindows() ? FindOnWindows()
            : FindByDladdr();
        return path ?? Path.Combine(AppContext.BaseDirectory, "SemanticEq.vst3", "Contents", "x86_64-linux", "SemanticEq.so");
    }

    private static string? FindByDladdr()
    {
        delegate* unmanaged<void> here = &Anchor;
        int found = OperatingSystem.IsMacOS() ? DladdrOnMac((nint)here, out var info) : DladdrOnLinux((nint)here, out info);
        return found != 0 && info.FileName != 0
            ? Path.GetFullPath(Marshal.PtrToStringUTF8(info.FileName)!)
            : null;
    }

    private static string? FindOnWindows()
    {
        const uint FromAddressUnchangedCount = 0x4 | 0x2;
        const int LongestPath = 32768;
        delegate* unmanaged<void> here = &Anchor;
        if (!GetModuleHandleEx(FromAddressUnchangedCount, (nint)here, out nint module))
            return null;
        char[] path = new char[LongestPath];
        fixed (char* p = path)
        {
            uint length = GetModuleFileName(module, p, LongestPath);
            return length == 0 ? null : new string(p, 0, (int)length);
        }
    }

    [UnmanagedCallersOnly]
    private static void Anchor()
    {
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct DlInfo
    {
        public nint FileName;
        public nint Base;
        public nint SymbolName;
        public nint SymbolAddress;
    }

    // By its exact name: "libc" would make the loader search the bundle and the system for a dozen others first.
    [LibraryImport("libdl.so.2", EntryPoint = "dladdr")]
    private static partial int DladdrOnLinux(nint address, out DlInfo info);

    [LibraryImport("libSystem.dylib", EntryPoint = "dladdr")]
    private static partial int DladdrOnMac(nint address, out DlInfo info);

    [LibraryImport("kernel32", EntryPoint = "GetModuleHandleExW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetModuleHandleEx(uint flags, nint address, out nint module);

    [LibraryImport("kernel32", EntryPoint = "GetModuleFileNameW", SetLastError = true)]
    private static partial uint GetModuleFileName(nint module, char* path, uint length);
}
