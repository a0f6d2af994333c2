using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform;

/// <summary>What a path really names, asked before anything is written there: a rename replaces whatever has the name.</summary>
public static unsafe partial class FileTarget
{
    // statx(2): the same structure on every architecture of Linux.
    private const int CurrentFolder = -100, StatxLength = 256, ModeOffset = 28, InodeOffset = 32, DeviceOffset = 136;
    private const uint TypeAndInode = 0x101;
    private const int TypeMask = 0xF000, RegularType = 0x8000, FolderType = 0x4000;

    /// <summary>Where a path leads when every symbolic link at its end is followed; absolute, and it need not exist.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }

    /// <summary>
    /// Whether it is there, links followed, and neither a file nor a folder: a pipe, a socket, a device. Known on Linux only; other
    /// systems answer false.
    /// </summary>
    public static bool IsSpecial(string path) => Ask(path) is { } status && (status.Mode & TypeMask) is not (RegularType or FolderType);

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
        if (Ask(first) is { } one && Ask(second) is { } two)
            return one.Identity == two.Identity;
        // What is not there yet is the same where its folder and its name are.
        return Path.GetFileName(first) == Path.GetFileName(second)
            && Ask(Path.GetDirectoryName(first)) is { } folder && folder.Identity == Ask(Path.GetDirectoryName(second))?.Identity;
    }

    private static (int Mode, (ulong Device, ulong Inode) Identity)? Ask(string? path)
    {
        if (path is null || !OperatingSystem.IsLinux())
            return null;
        Span<byte> status = stackalloc byte[StatxLength];
        fixed (byte* buffer = status)
        {
            if (Statx(CurrentFolder, path, 0, TypeAndInode, buffer) != 0)
                return null;
        }
        return (
            BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]),
            (BinaryPrimitives.ReadUInt64LittleEndian(status[DeviceOffset..]), BinaryPrimitives.ReadUInt64LittleEndian(status[InodeOffset..])));
    }

    [LibraryImport("libc.so.6", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, byte* status);
}
