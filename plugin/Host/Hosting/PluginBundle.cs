using System.Runtime.InteropServices;
using SemanticEq.Host.Platform;
using SemanticEq.Inference;

namespace SemanticEq.Host.Hosting;

/// <summary>A VST3 bundle on disk: a folder with the binary of each system and the resources.</summary>
/// <param name="Path">The folder, absolute.</param>
public sealed record PluginBundle(string Path)
{
    /// <summary>The environment variable that names the bundle to use.</summary>
    public const string Variable = "SEMANTIC_EQ_VST3";

    private const string FileName = "SemanticEq.vst3";

    /// <summary>The bundle's name without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path.TrimEnd('/', '\\'));

    /// <summary>The binary for this system.</summary>
    public string Binary => OperatingSystem.IsWindows()
        ? System.IO.Path.Combine(Path, "Contents", $"{Architecture}-win", Name + ".vst3")
        : OperatingSystem.IsMacOS()
            ? System.IO.Path.Combine(Path, "Contents", "MacOS", Name)
            : System.IO.Path.Combine(Path, "Contents", $"{Architecture}-linux", Name + ".so");

    /// <summary>The ONNX Runtime that lies beside the binary.</summary>
    public string OnnxRuntime => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Binary)!, OnnxRuntimeLibrary.FileName);

    /// <summary>The model that the command line reads: the newest one, which new sessions use.</summary>
    public string ModelFolder => ModelVersions.Newest(System.IO.Path.Combine(Path, "Contents", "Resources", "models"));

    /// <summary>The newest listener.</summary>
    public string ListenerFolder => ModelVersions.Newest(System.IO.Path.Combine(Path, "Contents", "Resources", "models", "listeners"));

    /// <summary>The presets that come with it.</summary>
    public string FactoryPresets => System.IO.Path.Combine(Path, "Contents", "Resources", "presets", "factory.json");

    /// <summary>The hashes of the preset files that packages bring; not in a bundle that was never packed.</summary>
    public string ShippedPresets => System.IO.Path.Combine(Path, "Contents", "Resources", "presets", "vstpresets.sha256");

    /// <summary>The type that pictures are lettered in.</summary>
    public string FontFolder => System.IO.Path.Combine(Path, "Contents", "Resources", "fonts");

    private static string Architecture => RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64
        ? "aarch64"
        : "x86_64";

    /// <summary>
    /// Finds the bundle: the one named, else the environment's, else the first of <see cref="Places"/>.
    /// </summary>
    /// <param name="named">From <c>--plugin</c>, or null.</param>
    /// <exception cref="UserError">There is none.</exception>
    public static PluginBundle Find(string? named)
    {
        string? fromEnvironment = Environment.GetEnvironmentVariable(Variable);
        if (named is not null)
            return Open(named, "--plugin");
        if (!string.IsNullOrEmpty(fromEnvironment))
            return Open(fromEnvironment, Variable);
        return Installed.FirstOrDefault(Directory.Exists) is { } found
            ? new PluginBundle(found)
            : throw new UserError($"{FileName} was found in none of {string.Join(", ", Installed)}: install it, or name it with --plugin");
    }

    /// <summary>The bundles' paths on this machine, best first, whether or not there is one.</summary>
    public static string[] Installed => [.. Places(AppContext.BaseDirectory, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))];

    /// <summary>
    /// Where a bundle may lie, best first: what was built or unpacked with this program, what was installed with it, the user's, the system's.
    /// </summary>
    /// <param name="program">The folder of the command line's own binary.</param>
    /// <param name="home">The user's home.</param>
    internal static IEnumerable<string> Places(string program, string home) =>
        PluginFolders.All(program, home).Select(folder => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, FileName))).Distinct();

    private static PluginBundle Open(string path, string source) => Directory.Exists(path)
        ? new PluginBundle(System.IO.Path.GetFullPath(path))
        : throw new UserError($"{path} (from {source}) is not a VST3 bundle: there is no such folder");
}
