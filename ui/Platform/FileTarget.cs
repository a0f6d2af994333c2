namespace SemanticEq.Ui.Platform;

/// <summary>What a path really names, asked before anything is written there: a rename replaces whatever has the name.</summary>
public static class FileTarget
{
    /// <summary>Where a path leads when every symbolic link at its end is followed; absolute, and it need not exist.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }

    /// <summary>
    /// Whether it is there, links followed, and neither a file nor a folder: a pipe, a socket, a device. Known on Linux and Windows; other
    /// systems answer false.
    /// </summary>
    public static bool IsSpecial(string path) => FileStatus.Of(path) is { IsSpecial: true };

    /// <summary>Whether two paths name one file, by links of either kind or by two ways of writing one name. Links in a circle name none.</summary>
    public static bool IsSame(string path, string other)
    {
        string first, second;
        try
        {
            (first, second) = (Resolve(path), Resolve(other));
        }
        catch (IOException)
        {
            return false;
        }
        if (first == second)
            return true;
        if (FileStatus.Of(first) is { } one && FileStatus.Of(second) is { } two)
            return one.IsSame(two);
        // What is not there yet is the same where its folder and its name are.
        var letters = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return string.Equals(Path.GetFileName(first), Path.GetFileName(second), letters)
            && FileStatus.Of(Path.GetDirectoryName(first)) is { } folder
            && FileStatus.Of(Path.GetDirectoryName(second)) is { } otherFolder && folder.IsSame(otherFolder);
    }
}
