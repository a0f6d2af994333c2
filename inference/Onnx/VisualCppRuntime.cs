using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SemanticEq.Inference.Onnx;

/// <summary>
/// Microsoft's C++ runtime, which the ONNX Runtime takes from the system on Windows. Looked at before that is loaded: on a runtime from before
/// Visual Studio 2022 17.10 its mutexes, which are made at compile time (microsoft/STL#3824, onnxruntime#22485), end the process; and a DAW
/// may have such a runtime of its own in the process already.
/// </summary>
internal static unsafe partial class VisualCppRuntime
{
    /// <summary>What brings it back, for people.</summary>
    public const string Remedy = "Microsoft's Visual C++ 2015-2022 Redistributable (x64), from https://aka.ms/vs/17/release/vc_redist.x64.exe, "
        + "brings it back once the DAW is started again";

    private const string Mutexes = "MSVCP140.dll";

    // What onnxruntime.dll 1.27.0 imports; tests/windows-libraries holds the list against it.
    private static readonly string[] Libraries = [Mutexes, "MSVCP140_1.dll", "MSVCP140_ATOMIC_WAIT.dll", "VCRUNTIME140.dll", "VCRUNTIME140_1.dll"];

    private static readonly Version Oldest = new(14, 40);

    /// <summary>Whether a library is there, and its file's version where it has one.</summary>
    internal readonly record struct Found(bool IsThere, Version? Version);

    /// <exception cref="OnnxException">It is missing or too old; on Windows only.</exception>
    public static void Require()
    {
        if (OperatingSystem.IsWindows() && Problem(Look) is { } problem)
            throw new OnnxException(problem, Remedy);
    }

    /// <summary>Why the ONNX Runtime must not be loaded, or null.</summary>
    internal static string? Problem(Func<string, Found> look)
    {
        // One without a version is not Microsoft's, and nothing is known against it.
        if (look(Mutexes).Version is { } version && version < Oldest)
            return $"It needs Microsoft's Visual C++ runtime {Oldest} or later; this process has {version}";
        var missing = Libraries.Where(name => !look(name).IsThere).ToList();
        return missing.Count == 0 ? null : $"It needs Microsoft's Visual C++ runtime, of which this system has no {string.Join(", ", missing)}";
    }

    private static Found Look(string name)
    {
        if (!NativeLibrary.TryLoad(name, typeof(VisualCppRuntime).Assembly, DllImportSearchPath.SafeDirectories, out nint library))
            return new(false, null);
        try
        {
            return new(true, VersionOf(library));
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }

    private static Version? VersionOf(nint library)
    {
        const int LongestPath = 32768;
        char[] path = new char[LongestPath];
        fixed (char* start = path)
        {
            int length = GetModuleFileName(library, start, LongestPath);
            if (length is 0 or LongestPath)
                return null;
            var file = FileVersionInfo.GetVersionInfo(new string(start, 0, length));
            return file is { FileMajorPart: 0, FileMinorPart: 0 } ? null : new Version(file.FileMajorPart, file.FileMinorPart, file.FileBuildPart);
        }
    }

    [LibraryImport("kernel32", EntryPoint = "GetModuleFileNameW")]
    private static partial int GetModuleFileName(nint module, char* path, int length);
}
