using System.Buffers.Binary;

namespace SemanticEq.Inference;

/// <summary>Looks at a shared library's file before the system maps it.</summary>
public static class LibraryFile
{
    private const int HeaderLength = 64;

    /// <summary>
    /// Whether nothing is missing at the file's end. A library that was cut short loads, and then ends the whole process with
    /// SIGBUS. On Linux the section table stands last (ELF-64, System V ABI); elsewhere there is nothing to check.
    /// </summary>
    public static bool IsWhole(string path)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> header = stackalloc byte[HeaderLength];
            if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header[..4].SequenceEqual("\u007fELF"u8))
                return false;
            ulong table = BinaryPrimitives.ReadUInt64LittleEndian(header[40..]);
            uint entries = BinaryPrimitives.ReadUInt16LittleEndian(header[60..]);
            uint entryLength = BinaryPrimitives.ReadUInt16LittleEndian(header[58..]);
            return table <= (ulong)file.Length && table + (entries * entryLength) <= (ulong)file.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
