namespace SemanticEq.Ui.Platform;

/// <summary>Reads a user's file that may be anything by accident or malice, without waiting for it and without filling the memory.</summary>
public static class SmallFile
{
    /// <summary>The whole contents. Links are followed: what counts is what is read, not what the folder says of its length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">More is not read.</param>
    /// <returns>Null where it is larger.</returns>
    /// <exception cref="IOException">It is a pipe or a device, or the system refuses.</exception>
    public static byte[]? Read(string path, int mostBytes)
    {
        // To open a pipe waits until somebody writes to it.
        if (FileTarget.IsSpecial(path))
            throw new IOException("it is a pipe or a device, not a file");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] contents = new byte[(int)Math.Min(mostBytes, stream.Length) + 1];
        int length = 0;
        for (int read; (read = stream.Read(contents, length, contents.Length - length)) > 0;)
        {
            length += read;
            if (length > mostBytes)
                return null;
            if (length == contents.Length)
                Array.Resize(ref contents, (int)Math.Min(2L * length, mostBytes + 1L));
        }
        return contents[..length];
    }
}
