using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform;

/// <summary>What the system says of a name, links followed.</summary>
/// <param name="IsSpecial">Neither a file nor a folder: a pipe, a socket, a device.</param>
/// <param name="Volume">Where it lies.</param>
/// <param name="Number">Which one it is there.</param>
internal readonly partial record struct FileStatus(bool IsSpecial, ulong Volume, ulong Number)
{
    /// <summary>Asks the system.</summary>
    /// <returns>Null where nothing has that name, or where this system is not known here.</returns>
    public static FileStatus? Of(string? path) => path is null ? null
        : OperatingSystem.IsLinux() ? OfStatx(path)
        : OperatingSystem.IsWindows() ? OfHandle(path)
        : null;

    /// <summary>Whether it is the same thing under two names.</summary>
    public bool IsSame(FileStatus other) => (Volume, Number) == (other.Volume, other.Number);

    private static unsafe FileStatus? OfStatx(string path)
    {
        // statx(2): the same structure on every architecture.
        const int CurrentFolder = -100, StatxLength = 256, ModeOffset = 28, InodeOffset = 32, DeviceOffset = 136;
        const uint TypeAndInode = 0x101;
        const int TypeMask = 0xF000, RegularType = 0x8000, FolderType = 0x4000;
        Span<byte> status = stackalloc byte[StatxLength];
        fixed (byte* buffer = status)
        {
            if (Statx(CurrentFolder, path, 0, TypeAndInode, buffer) != 0)
                return null;
        }
        int type = BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & TypeMask;
        return new FileStatus(
            type is not (RegularType or FolderType),
            BinaryPrimitives.ReadUInt64LittleEndian(status[DeviceOffset..]),
            BinaryPrimitives.ReadUInt64LittleEndian(status[InodeOffset..]));
    }

    private static unsafe FileStatus? OfHandle(string path)
    {
        const uint ShareAll = 0x7, OpenExisting = 3, WithFolders = 0x0200_0000; // FILE_FLAG_BACKUP_SEMANTICS
        const uint DiskFile = 1; // FILE_TYPE_DISK
        // Of BY_HANDLE_FILE_INFORMATION's thirteen words.
        const int Words = 13, VolumeWord = 7, NumberHighWord = 11, NumberLowWord = 12;
        const nint Invalid = -1;
        nint handle = CreateFile(Path.GetFullPath(path), 0, ShareAll, 0, OpenExisting, WithFolders, 0);
        if (handle == Invalid)
            return null;
        try
        {
            if (GetFileType(handle) != DiskFile)
                return new FileStatus(true, 0, 0);
            uint* words = stackalloc uint[Words];
            return GetFileInformationByHandle(handle, words) == 0
                ? null
                : new FileStatus(false, words[VolumeWord], ((ulong)words[NumberHighWord] << 32) | words[NumberLowWord]);
        }
        finally
        {
            _ = CloseHandle(handle);
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Statx(int folder, string path, int flags, uint mask, byte* status);

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint CreateFile(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetFileType(nint handle);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int GetFileInformationByHandle(nint handle, uint* information);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CloseHandle(nint handle);
}
