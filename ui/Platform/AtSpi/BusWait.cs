using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>Waits for sockets, or until another thread wakes it (an eventfd). Any thread may wake it, even when it is gone.</summary>
internal sealed unsafe partial class BusWait : IDisposable
{
    private const short In = 1, Out = 4;
    private const int CloseOnExec = 0x80000, NonBlocking = 0x800;

    private readonly Lock _gate = new();
    private readonly int _wake = eventfd(0, CloseOnExec | NonBlocking);
    private bool _isClosed;

    /// <summary>Whether it can be used.</summary>
    public bool IsUsable => _wake >= 0;

    /// <summary>Ends the wait under way, or else the next one.</summary>
    public void Wake()
    {
        ulong one = 1;
        lock (_gate)
        {
            if (!_isClosed)
                write(_wake, &one, sizeof(ulong));
        }
    }

    /// <summary>Waits until woken, or until one of the connections has come to something.</summary>
    public void Wait(BusConnection first, BusConnection? second)
    {
        Entry* entries = stackalloc Entry[3];
        entries[0] = new Entry { FileDescriptor = _wake, Events = In };
        entries[1] = Of(first);
        entries[2] = second is null ? new Entry { FileDescriptor = -1 } : Of(second);
        poll(entries, 3, -1);
        ulong times;
        if (entries[0].Happened != 0)
            read(_wake, &times, sizeof(ulong));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isClosed)
                close(_wake);
            _isClosed = true;
        }
    }

    private static Entry Of(BusConnection connection) => new()
    {
        FileDescriptor = connection.FileDescriptor,
        Events = (short)(In | (connection.HasToSend ? Out : 0)),
    };

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public int FileDescriptor;
        public short Events;
        public short Happened;
    }

    [LibraryImport("libc.so.6")] private static partial int eventfd(uint start, int flags);
    [LibraryImport("libc.so.6")] private static partial int poll(Entry* entries, nuint count, int milliseconds);
    [LibraryImport("libc.so.6")] private static partial nint read(int descriptor, void* to, nuint bytes);
    [LibraryImport("libc.so.6")] private static partial nint write(int descriptor, void* from, nuint bytes);
    [LibraryImport("libc.so.6")] private static partial int close(int descriptor);
}
