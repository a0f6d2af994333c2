using System.Runtime.InteropServices;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>The module's entry points, under the names that VST3 gives them on each system.</summary>
internal static unsafe class Exports
{
    /// <summary>Stable for ever: sessions find the plug-in by it.</summary>
    public static readonly Guid ClassId = new("5e3a17c0-a5e9-4b5d-8e6a-1d0f51e0e501");

    private static readonly PluginDescription Description = new(
        ClassId, "Semantic EQ", "Semantic EQ", "", "", typeof(Exports).Assembly.GetName().Version!.ToString(3), "Fx|EQ", () => new SemanticEqEffect());

    [UnmanagedCallersOnly(EntryPoint = "ModuleEntry")]
    public static byte EnterOnLinux(void* library) => Enter();

    [UnmanagedCallersOnly(EntryPoint = "ModuleExit")]
    public static byte ExitOnLinux() => ModuleExports.Exit();

    [UnmanagedCallersOnly(EntryPoint = "InitDll")]
    public static byte EnterOnWindows() => Enter();

    [UnmanagedCallersOnly(EntryPoint = "ExitDll")]
    public static byte ExitOnWindows() => ModuleExports.Exit();

    [UnmanagedCallersOnly(EntryPoint = "bundleEntry")]
    public static byte EnterOnMac(void* bundle) => Enter();

    [UnmanagedCallersOnly(EntryPoint = "bundleExit")]
    public static byte ExitOnMac() => ModuleExports.Exit();

    [UnmanagedCallersOnly(EntryPoint = "GetPluginFactory")]
    public static void* GetPluginFactory()
    {
        PluginModule.Description ??= Description;
        return ModuleExports.GetPluginFactory();
    }

    private static byte Enter()
    {
        PluginModule.Description ??= Description;
        return ModuleExports.Enter();
    }
}
