using SemanticEq.Vst3.Objects;

namespace SemanticEq.Vst3;

/// <summary>
/// The bodies of a module's entry points. The published assembly wraps each in an <c>[UnmanagedCallersOnly(EntryPoint = "…")]</c> method
/// of its own (NativeAOT exports only that assembly's) after it has set <see cref="PluginModule.Description"/>. Main thread.
/// </summary>
/// <remarks>
/// A .NET library can't be unloaded: its threads and signal handlers stay. On Linux the linker's <c>-z nodelete</c> sees to it that
/// dlclose leaves it mapped; on Windows and macOS <see cref="Enter"/> does. So leaving and entering again finds everything in place.
/// </remarks>
public static unsafe class ModuleExports
{
    /// <summary>For ModuleEntry (Linux), InitDll (Windows), bundleEntry (macOS).</summary>
    /// <returns>1: entered.</returns>
    public static byte Enter()
    {
        ModulePin.Pin();
        return 1;
    }

    /// <summary>For ModuleExit (Linux), ExitDll (Windows), bundleExit (macOS).</summary>
    /// <returns>1: left.</returns>
    public static byte Exit() => 1;

    /// <summary>For GetPluginFactory: the factory with a reference for the caller, or null where it can't be made.</summary>
    public static void* GetPluginFactory()
    {
        try
        {
            _ = FactoryObject.AddReference();
            return FactoryObject.Self;
        }
        catch
        {
            return null;
        }
    }
}
