using System.Reflection;
using System.Runtime.InteropServices;
using SemanticEq.Ui.Platform.Cairo;

namespace SemanticEq.Ui.Platform;

/// <summary>
/// Where Cairo and FreeType come from: the system's own where it has them, as on Linux; on Windows one file that comes with the product, so
/// that no other program's copy is taken for it.
/// </summary>
public static class ShippedLibraries
{
    /// <summary>Cairo and FreeType in one, under a name of its own.</summary>
    private const string WindowsFile = "semanticeq_cairo.dll";

    private static string _folder = AppContext.BaseDirectory;
    private static int _isChosen;

    /// <summary>Has them looked for in a folder, where they are shipped; else in the program's own. To be said before anything is drawn.</summary>
    /// <param name="folder">Absolute.</param>
    public static void LookIn(string folder) => Volatile.Write(ref _folder, folder);

    /// <summary>The file that is loaded for a library's usual name on this system.</summary>
    internal static string FileOf(string name, bool isWindows) =>
        isWindows && (name is LibCairo.Name or LibFreeType.Name) ? Path.Combine(Volatile.Read(ref _folder), WindowsFile) : name;

    /// <summary>Whether a library is there. Its imports then resolve to the same image, for the life of the process.</summary>
    /// <param name="name">Its usual name.</param>
    internal static bool TryLoad(string name)
    {
        // The system's loader knows the usual names without help.
        if (OperatingSystem.IsWindows() && Interlocked.Exchange(ref _isChosen, 1) == 0)
            NativeLibrary.SetDllImportResolver(typeof(ShippedLibraries).Assembly, Resolve);
        return NativeLibrary.TryLoad(FileOf(name, OperatingSystem.IsWindows()), typeof(ShippedLibraries).Assembly, null, out _);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string file = FileOf(name, isWindows: true);
        return file != name && NativeLibrary.TryLoad(file, assembly, path, out nint library) ? library : 0;
    }
}
