namespace SemanticEq.Host.Platform;

/// <summary>The folders where a bundle may lie, by each system's convention (VST 3 documentation, "Plug-in Locations").</summary>
internal static class PluginFolders
{
    /// <summary>Best first: what was built or unpacked with the program, what was installed with it, the user's, the system's.</summary>
    /// <param name="program">The folder of the command line's own binary.</param>
    /// <param name="home">The user's home.</param>
    public static string[] All(string program, string home) => OperatingSystem.IsWindows()
        ?
        [
            program,
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Programs", "Common", "VST3"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonProgramFiles), "VST3"),
        ]
        : OperatingSystem.IsMacOS()
            ? [Path.Combine(program, ".."), Path.Combine(home, "Library/Audio/Plug-Ins/VST3"), "/Library/Audio/Plug-Ins/VST3"]
            : [Path.Combine(program, ".."), Path.Combine(program, "..", "lib", "vst3"), Path.Combine(home, ".vst3"), "/usr/local/lib/vst3", "/usr/lib/vst3"];
}
