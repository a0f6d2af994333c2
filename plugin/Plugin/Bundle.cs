using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>Where the bundle's files are, seen from the library that the host has loaded.</summary>
internal static class Bundle
{
    private static readonly Lazy<string> Contents = new(FindContents);

    /// <summary>The folder that holds a folder for each model version.</summary>
    public static string Models => Path.Combine(Contents.Value, "Resources", "models");

    /// <summary>The presets that come with the plug-in.</summary>
    public static string FactoryPresets => Path.Combine(Contents.Value, "Resources", "presets", "factory.json");

    /// <summary>The folder that holds the product's type.</summary>
    public static string Fonts => Path.Combine(Contents.Value, "Resources", "fonts");

    /// <summary>Absolute path of our copy of the ONNX Runtime, which has a name of its own.</summary>
    public static string OnnxRuntime => Path.Combine(LibraryFolder, OnnxRuntimeLibrary.FileName);

    /// <summary>The folder of the binaries: the plug-in's own, and the libraries that come with it.</summary>
    public static string LibraryFolder => Path.GetDirectoryName(LibraryPath.Value)!;

    private static readonly Lazy<string> LibraryPath = new(Platform.OwnLibrary.FindPath);

    private static string FindContents() => Path.GetDirectoryName(LibraryFolder) ?? LibraryFolder;
}
