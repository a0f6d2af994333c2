using System.Runtime.InteropServices;

namespace SemanticEq.Vst3;

/// <summary>Keeps this library mapped where no linker flag can (see <see cref="ModuleExports"/>).</summary>
internal static unsafe partial class ModulePin
{
    private const uint PinFromAddress = 0x1 | 0x4; // GET_MODULE_HANDLE_EX_FLAG_PIN | _FROM_ADDRESS
    private const int LazyNoDelete = 0x1 | 0x80; // macOS: RTLD_LAZY | RTLD_NODELETE

    /// <summary>Once is enough; more does no harm.</summary>
    public static void Pin()
    {
        try
        {
            delegate* unmanaged<void> here = &Here;
            if (OperatingSystem.IsWindows())
                _ = GetModuleHandleEx(PinFromAddress, here, out _);
            else if (OperatingSystem.IsMacOS() && DlAddr(here, out var info) != 0)
                _ = DlOpen(info.FileName, LazyNoDelete);
        }
        catch
        {
            // An unpinned module still works; only a host that unloads it is at risk.
        }
    }

    [UnmanagedCallersOnly]
    private static void Here()
    {
    }

    [LibraryImport("kernel32", EntryPoint = "GetModuleHandleExW")]
    private static partial int GetModuleHandleEx(uint flags, void* address, out nint module);

    [LibraryImport("libSystem", EntryPoint = "dladdr")]
    private static partial int DlAddr(void* address, out DlInfo info);

    [LibraryImport("libSystem", EntryPoint = "dlopen")]
    private static partial void* DlOpen(byte* path, int mode);

    // Dl_info of dlfcn.h.
    private struct DlInfo
    {
        public byte* FileName;
        public void* Base;
        public byte* SymbolName;
        public void* SymbolAddress;
    }
}
