using System.Reflection;
using System.Runtime.InteropServices;

namespace SemanticEq.Audio;

/// <summary>
/// Where libsndfile comes from: the system's own where it has one, as on Linux; on Windows a file that comes with the product, so that no other
/// program's copy is taken for it.
/// </summary>
public static class AudioLibrary
{
    /// <summary>What imports call it.</summary>
    internal const string Name = "sndfile";

    private const string WindowsFile = "semanticeq_sndfile.dll";

    private static string _folder = AppContext.BaseDirectory;

    /// <summary>Has it looked for in a folder, where it is shipped; else in the program's own. To be said before anything is read.</summary>
    /// <param name="folder">Absolute.</param>
    public static void LookIn(string folder) => Volatile.Write(ref _folder, folder);

    /// <summary>Loads it.</summary>
    /// <exception cref="AudioFileException">It is not there; the message says where to get it.</exception>
    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
            return 0;
        if (OperatingSystem.IsWindows())
        {
            return NativeLibrary.TryLoad(Path.Combine(Volatile.Read(ref _folder), WindowsFile), out nint own)
                ? own
                : throw new AudioFileException($"{WindowsFile} is missing beside the program: install Semantic EQ again");
        }
        string file = OperatingSystem.IsMacOS() ? "libsndfile.1.dylib" : "libsndfile.so.1";
        return NativeLibrary.TryLoad(file, assembly, path, out nint library)
            ? library
            : throw new AudioFileException($"{file} is missing: install libsndfile (Debian, Ubuntu: apt install libsndfile1; macOS: brew install libsndfile)");
    }
}
