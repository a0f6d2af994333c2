namespace SemanticEq.Ui.Platform;

/// <summary>Writes a file whole or not at all: under a passing name in the same folder, then renamed over the final one.</summary>
public static class AtomicFile
{
    /// <summary>Writes the contents to a path, replacing a file that is there; a symbolic link stays, and its target is written.</summary>
    /// <exception cref="IOException">The folder is missing, the path names a folder, a pipe or a device, or the system refuses; the
    /// message says which.</exception>
    public static void Write(string path, ReadOnlySpan<byte> contents)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        // Renaming over a device or a pipe would replace it: the name is all that a rename looks at.
        if (FileTarget.IsSpecial(path))
            throw new IOException($"Cannot write \"{path}\": it is a pipe or a device, not a file.");
        string full = FileTarget.Resolve(path);
        string folder = Path.GetDirectoryName(full) ?? throw new IOException($"\"{path}\" names no file to write.");
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"Cannot write \"{path}\": there is no folder \"{folder}\". Make it first.");
        if (Directory.Exists(full))
            throw new IOException($"Cannot write \"{path}\": a folder has that name.");

        // Short, whatever the length of the final name, so that it cannot be refused for its own.
        string passing = Path.Combine(folder, $".semantic-eq-{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(passing, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(contents);
                stream.Flush(flushToDisk: true);
            }

            File.Move(passing, full, overwrite: true);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"Cannot write \"{path}\": the system refuses access to \"{folder}\".", e);
        }
        catch (IOException e)
        {
            throw new IOException($"Cannot write \"{path}\": {WriteFailure.Explain(e).Replace(passing, full, StringComparison.Ordinal)}.", e);
        }
        finally
        {
            File.Delete(passing);
        }
    }
}
