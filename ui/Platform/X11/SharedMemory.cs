using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// A System V shared memory segment. It is marked for removal as soon as it is there, which on Linux leaves it open to whoever knows its
/// number and frees it with its last user, however that one ends.
/// </summary>
internal sealed unsafe partial class SharedMemory : IDisposable
{
    private const int Remove = 0, Create = 0x200, OwnerOnly = 0x180;

    private SharedMemory(int id, byte* start)
    {
        Id = id;
        Start = start;
    }

    ~SharedMemory() => Free();

    /// <summary>The segment's number.</summary>
    public int Id { get; }

    /// <summary>Where it lies in this process.</summary>
    public byte* Start { get; private set; }

    /// <summary>A new segment; null where the system gives none.</summary>
    public static SharedMemory? TryCreate(long bytes)
    {
        int id = shmget(0, (nuint)bytes, Create | OwnerOnly);
        if (id < 0)
            return null;
        byte* start = shmat(id, null, 0);
        _ = shmctl(id, Remove, null);
        return start == (byte*)-1 ? null : new SharedMemory(id, start);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (Start != null)
            _ = shmdt(Start);
        Start = null;
    }

    [LibraryImport("libc.so.6")] private static partial int shmget(int key, nuint size, int flags);
    [LibraryImport("libc.so.6")] private static partial byte* shmat(int id, void* address, int flags);
    [LibraryImport("libc.so.6")] private static partial int shmdt(void* address);
    [LibraryImport("libc.so.6")] private static partial int shmctl(int id, int command, void* buffer);
}
