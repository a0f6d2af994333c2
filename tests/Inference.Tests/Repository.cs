namespace SemanticEq.Inference.Tests;

/// <summary>Where the checkout's files are, and what was built from them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The newest model.</summary>
    public static string Model => Path.Combine(Root, "inference", "models", "v2");

    /// <summary>The newest listener.</summary>
    public static string Listener => Path.Combine(Root, "inference", "models", "listeners", "v1");

    /// <summary>The first model, of contract 1: sessions that it made still go on with it.</summary>
    public static string FirstModel => Path.Combine(Root, "inference", "models", "v1");

    /// <summary>The ONNX Runtime as the bundle carries it: `./build.sh plugin` puts it there.</summary>
    public static string OnnxRuntime => OperatingSystem.IsWindows()
        ? Path.Combine(Bundle, "Contents", "x86_64-win", "semanticeq_onnxruntime.dll")
        : Path.Combine(Root, "out", "SemanticEq.vst3", "Contents", "x86_64-linux", "libsemanticeq_onnxruntime.so");

    // On Linux a bundle for Windows lies elsewhere than on Windows.
    private static string Bundle => Environment.GetEnvironmentVariable("SEMANTIC_EQ_VST3") ?? Path.Combine(Root, "out", "SemanticEq.vst3");

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "SemanticEqPlugin.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("SemanticEqPlugin.sln was not found above the test program");
    }
}
