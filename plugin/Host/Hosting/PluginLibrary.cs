using System.Runtime.InteropServices;
using SemanticEq.Inference;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>A class that a module offers.</summary>
/// <param name="Id">The class's id.</param>
/// <param name="Name">As it names itself.</param>
/// <param name="Vendor">Who made it.</param>
/// <param name="Version">Its version.</param>
/// <param name="SdkVersion">The VST version it was made for.</param>
/// <param name="SubCategories">For example Fx|EQ.</param>
public sealed record PluginClass(Guid Id, string Name, string Vendor, string Version, string SdkVersion, string SubCategories);

/// <summary>
/// A module's binary, opened as a DAW opens it: the library, its module entry, its factory. Main thread.
/// </summary>
public sealed unsafe class PluginLibrary : IDisposable
{
    private const string AudioClass = "Audio Module Class";

    private readonly nint _library;
    private readonly string _path;

    private PluginLibrary(nint library, string path)
    {
        _library = library;
        _path = path;
    }

    /// <summary>The module's IPluginFactory.</summary>
    public void* Factory { get; private set; }

    /// <summary>The first audio class that the module offers.</summary>
    public PluginClass AudioEffect { get; private set; } = new(Guid.Empty, "", "", "", "", "");

    /// <summary>
    /// Frames that all editors of this library have drawn so far, as Semantic EQ tells it (not a part of VST3); null where it is another plug-in.
    /// </summary>
    public long? FramesDrawn => Diagnostic(5);

    /// <summary>Bytes that the plug-in's own runtime has allocated so far; null as with <see cref="FramesDrawn"/>.</summary>
    public long? AllocatedBytes => Diagnostic(0);

    /// <summary>Opens a bundle.</summary>
    /// <exception cref="UserError">The bundle has no binary for this system, or one that is no VST3 module.</exception>
    public static PluginLibrary Open(PluginBundle bundle)
    {
        if (!File.Exists(bundle.Binary))
            throw new UserError($"{bundle.Path} is damaged or not for this system: {bundle.Binary} is missing");
        if (!LibraryFile.IsWhole(bundle.Binary))
            throw new UserError($"{bundle.Binary} is damaged: its end is missing, or it is no library. Install the bundle again");
        nint handle;
        try
        {
            handle = NativeLibrary.Load(bundle.Binary);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new UserError($"{bundle.Binary} can't be loaded: {FirstLine(e.Message)}", e);
        }
        var library = new PluginLibrary(handle, bundle.Binary);
        try
        {
            library.Enter();
            library.Factory = ((delegate* unmanaged<void*>)library.Export("GetPluginFactory"))();
            if (library.Factory == null)
                throw new UserError($"{bundle.Binary} gives no plug-in factory");
            library.AudioEffect = FindAudioClass(library.Factory)
                ?? throw new UserError($"{bundle.Binary} holds no audio plug-in");
            return library;
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }

    /// <summary>The first audio class of a factory, or null.</summary>
    public static PluginClass? FindAudioClass(void* factory)
    {
        int count = (*(PluginFactory3Vtbl**)factory)->CountClasses(factory);
        void* newer = FUnknown.Query(factory, InterfaceIds.PluginFactory2);
        try
        {
            for (int i = 0; i < count && newer != null; i++)
            {
                PClassInfo2 info = default;
                if ((*(PluginFactory3Vtbl**)newer)->GetClassInfo2(newer, i, &info) == Result.Ok
                    && FixedText.ReadUtf8(info.Basic.Category, 32) == AudioClass)
                    return Describe(&info);
            }
            return null;
        }
        finally
        {
            FUnknown.Release(newer);
        }
    }

    /// <summary>Leaves the module and closes the library. Every instance must be gone by now.</summary>
    public void Dispose()
    {
        FUnknown.Release(Factory);
        Factory = null;
        if (NativeLibrary.TryGetExport(_library, ExitName, out nint exit))
            _ = ((delegate* unmanaged<byte>)exit)();
        NativeLibrary.Free(_library);
    }

    private static string ExitName => OperatingSystem.IsWindows() ? "ExitDll" : OperatingSystem.IsMacOS() ? "bundleExit" : "ModuleExit";

    private static PluginClass Describe(PClassInfo2* info) => new(
        Tuid.Read(info->Basic.Cid),
        FixedText.ReadUtf8(info->Basic.Name, 64),
        FixedText.ReadUtf8(info->Vendor, 64),
        FixedText.ReadUtf8(info->Version, 64),
        FixedText.ReadUtf8(info->SdkVersion, 64),
        FixedText.ReadUtf8(info->SubCategories, 128));

    private void Enter()
    {
        byte entered = OperatingSystem.IsWindows()
            ? NativeLibrary.TryGetExport(_library, "InitDll", out nint init) ? ((delegate* unmanaged<byte>)init)() : (byte)1
            : ((delegate* unmanaged<void*, byte>)Export(OperatingSystem.IsMacOS() ? "bundleEntry" : "ModuleEntry"))((void*)_library);
        if (entered == 0)
            throw new UserError($"{_path} refuses to start");
    }

    private long? Diagnostic(int what) =>
        NativeLibrary.TryGetExport(_library, "SemanticEqDiagnostics", out nint ask) ? ((delegate* unmanaged<int, long>)ask)(what) : null;

    private nint Export(string name) => NativeLibrary.TryGetExport(_library, name, out nint address)
        ? address
        : throw new UserError($"{_path} is no VST3 module: it has no {name}");

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
