using System.Runtime.InteropServices;
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

    /// <summary>The model that the command line reads: the newest one, which new sessions use.</summary>
    public string ModelFolder => ModelVersions.Newest(System.IO.Path.Combine(Path, "Contents", "Resources", "models"));

    /// <summary>The newest listener.</summary>
    public string ListenerFolder => ModelVersions.Newest(System.IO.Path.Combine(Path, "Contents", "Resources", "models", "listeners"));

    /// <summary>The presets that come with it.</summary>
    public string FactoryPresets => System.IO.Path.Combine(Path, "Contents", "Resources", "presets", "factory.json");

    /// <summary>The type that pictures are lettered in.</summary>
    public string FontFolder => System.IO.Path.Combine(Path, "Contents", "Resources", "fonts");

    private static string Architecture => RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64
        ? "aarch64"
        : "x86_64";

    /// <summary>
    /// Finds the bundle: the one named, else the environment's, else the one beside the command line's folder, else the user's.
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
        string beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "..", FileName));
        string ofUser = System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".vst3", FileName);
        foreach (string candidate in new[] { beside, ofUser })
        {
            if (Directory.Exists(candidate))
                return new PluginBundle(candidate);
        }
        throw new UserError($"{FileName} was found neither at {beside} nor at {ofUser}: build it with ./build.sh plugin, or name it with --plugin");
    }

    private static PluginBundle Open(string path, string source) => Directory.Exists(path)
        ? new PluginBundle(System.IO.Path.GetFullPath(path))
        : throw new UserError($"{path} (from {source}) is not a VST3 bundle: there is no such folder");
}
