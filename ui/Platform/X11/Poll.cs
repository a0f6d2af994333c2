using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>poll(2), without waiting.</summary>
internal static unsafe partial class Poll
{
    private const short Out = 4;

    /// <summary>
    /// Whether a socket takes more. Linux says so of a local socket while less than a quarter of its buffer is full, so that 64 KiB more
    /// never wait.
    /// </summary>
    public static bool CanWrite(int fileDescriptor)
    {
        var entry = new Entry { FileDescriptor = fileDescriptor, Events = Out };
        return poll(&entry, 1, 0) == 1 && entry.Happened == Out;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public int FileDescriptor;
        public short Events;
        public short Happened;
    }

    [LibraryImport("libc.so.6")] private static partial int poll(Entry* entries, nuint count, int milliseconds);
}
