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
    private const string LinuxFile = "libsndfile.so.1";
    private const string MacFile = "libsndfile.1.dylib";

    private static string _folder = AppContext.BaseDirectory;
    private static volatile bool _isLoaded;

    /// <summary>Has it looked for in a folder, where it is shipped; else in the program's own. To be said before anything is read.</summary>
    /// <param name="folder">Absolute.</param>
    public static void LookIn(string folder) => Volatile.Write(ref _folder, folder);

    /// <summary>Loads it, unless that was done; to be called before anything of it is.</summary>
    /// <exception cref="AudioFileException">It is not there; the message says where to get it.</exception>
    internal static void EnsureLoaded()
    {
        if (_isLoaded)
            return;
        // Not by whom the imports ask: what is thrown there goes through the runtime's own frames.
        if (!NativeLibrary.TryLoad(File, typeof(AudioLibrary).Assembly, null, out _))
            throw new AudioFileException(Missing);
        _isLoaded = true;
    }

    /// <summary>For imports: the file behind their name.</summary>
    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Name && NativeLibrary.TryLoad(File, assembly, path, out nint library) ? library : 0;

    private static string File => OperatingSystem.IsWindows() ? Path.Combine(Volatile.Read(ref _folder), WindowsFile)
        : OperatingSystem.IsMacOS() ? MacFile : LinuxFile;

    private static string Missing => OperatingSystem.IsWindows()
        ? $"{WindowsFile} is missing beside the program: install Semantic EQ again"
        : $"{File} is missing: install libsndfile (Debian, Ubuntu: apt install libsndfile1; macOS: brew install libsndfile)";
}
