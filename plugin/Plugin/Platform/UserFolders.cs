namespace SemanticEq.Plugin.Platform;

/// <summary>
/// Where a user's own files lie, by each system's convention: XDG Base Directory on Linux, %LOCALAPPDATA% on Windows, Application Support on
/// macOS. Nothing is made here.
/// </summary>
internal static class UserFolders
{
    private const string Name = "semantic-eq";

    /// <summary>For presets; null where the system names no home.</summary>
    public static string? Data => OperatingSystem.IsLinux() ? Xdg("XDG_DATA_HOME", ".local/share") : System();

    /// <summary>For settings; null where the system names no home.</summary>
    public static string? Config => OperatingSystem.IsLinux() ? Xdg("XDG_CONFIG_HOME", ".config") : System();

    // A relative path is to be passed over, says the specification.
    private static string? Xdg(string variable, string fallback)
    {
        string? folder = Environment.GetEnvironmentVariable(variable);
        if (Path.IsPathRooted(folder))
            return Path.Combine(folder, Name);
        string? home = Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } told ? told : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.IsPathRooted(home) ? Path.Combine(home, fallback, Name) : null;
    }

    private static string? System() =>
        Environment.GetFolderPath(OperatingSystem.IsWindows() ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.ApplicationData) is { Length: > 0 } path ? Path.Combine(path, "Semantic EQ") : null;
}
