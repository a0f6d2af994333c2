using SemanticEq.Ui.Platform;

namespace SemanticEq.Host.Audio;

/// <summary>Whether a file can be written at a path, found out before any work.</summary>
internal static class OutputPath
{
    /// <summary>Refuses a place that can't hold a file, and one that must not be replaced by one.</summary>
    /// <param name="path">As the user wrote it.</param>
    /// <param name="role">What it is called on the command line.</param>
    /// <exception cref="UserError">It can't be written.</exception>
    public static void Check(string path, string role)
    {
        if (path.Length == 0)
            throw new UserError($"{role} is empty: name the file to write");
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
            throw new UserError($"{role}: {path} is a folder; name a file in it");
        // A device or a pipe would be replaced by the file that is moved to its name.
        if (FileTarget.IsSpecial(path))
            throw new UserError($"{role}: {path} is a pipe or a device, which a file would replace; name a file");
        string? folder;
        try
        {
            folder = Path.GetDirectoryName(FileTarget.Resolve(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{role}: {path} can't be written: {e.Message}", e);
        }
        if (!Directory.Exists(folder))
            throw new UserError($"{role}: {path} can't be written: its folder does not exist");
    }
}
