namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>The system's own type, where no library finds it by name.</summary>
internal static class SystemFonts
{
    // Windows' own, and what was its own before.
    private static readonly string[] WindowsFiles = ["segoeui.ttf", "tahoma.ttf", "arial.ttf"];

    /// <summary>The file of a sans-serif of many scripts; null where there is none, or where Fontconfig knows.</summary>
    public static string? SansSerif => OperatingSystem.IsWindows() ? FirstIn(Environment.GetFolderPath(Environment.SpecialFolder.Fonts)) : null;

    /// <summary>The first of Windows' files that a folder has; null where it has none.</summary>
    internal static string? FirstIn(string folder) => WindowsFiles.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
