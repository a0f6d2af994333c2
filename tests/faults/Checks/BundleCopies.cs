using SemanticEq.Host.Hosting;

namespace SemanticEq.Faults.Checks;

/// <summary>
/// Copies of the built bundle, whole or damaged in one place. Files that stay as they are are links where anybody may make them: the runtime is
/// 24 MB.
/// </summary>
internal sealed class BundleCopies(string bundle, string work)
{
    /// <summary>The ONNX Runtime within a bundle.</summary>
    public string Runtime { get; } = Path.Combine(
        Path.GetRelativePath(bundle, Path.GetDirectoryName(new PluginBundle(bundle).Binary)!),
        OperatingSystem.IsWindows() ? "semanticeq_onnxruntime.dll" : "libsemanticeq_onnxruntime.so");

    /// <summary>The folder of the newest model within a bundle.</summary>
    public string NewestModel { get; } = Path.Combine("Contents", "Resources", "models",
        Directory.GetDirectories(Path.Combine(bundle, "Contents", "Resources", "models"), "v*").Select(path => Path.GetFileName(path)!).OrderDescending().First());

    /// <summary>A whole copy, with a library of its own.</summary>
    public string Whole(string name)
    {
        string copy = Path.Combine(work, name, "SemanticEq.vst3");
        foreach (string file in Directory.GetFiles(bundle, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(bundle, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // A link to a library is that library, which is loaded once.
            if (file == new PluginBundle(bundle).Binary || OperatingSystem.IsWindows())
                File.Copy(file, target);
            else
                _ = File.CreateSymbolicLink(target, Path.GetFullPath(file));
        }
        return copy;
    }

    /// <summary>One without a file.</summary>
    public string Without(string name, string file)
    {
        string copy = Whole(name);
        File.Delete(Path.Combine(copy, file));
        return copy;
    }

    /// <summary>One with another library for the ONNX Runtime, or with none.</summary>
    public string WithRuntime(string name, string? library)
    {
        string copy = Without(name, Runtime);
        if (library != null)
            File.Copy(library, Path.Combine(copy, Runtime));
        return copy;
    }

    /// <summary>One in which a file ends in its middle.</summary>
    public string Cut(string name, string file) => With(name, file, bytes => bytes[..(bytes.Length / 2)]);

    /// <summary>One in which a file has another byte.</summary>
    public string Changed(string name, string file) => With(name, file, bytes =>
    {
        bytes[^100] ^= 1;
        return bytes;
    });

    private string With(string name, string file, Func<byte[], byte[]> change)
    {
        string copy = Without(name, file);
        File.WriteAllBytes(Path.Combine(copy, file), change(File.ReadAllBytes(Path.Combine(bundle, file))));
        return copy;
    }
}
