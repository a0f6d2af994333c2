using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>By shared memory (MIT-SHM): the server reads the pixels where they were drawn. Only on the same machine.</summary>
internal sealed unsafe class SharedTransport : ImageTransport
{
    // A little more than asked for, so that a window being pulled larger does not get new memory at each step.
    private const double Room = 1.25;
    private const long ProbeBytes = 4096;

    private readonly byte _majorOpcode;
    private readonly byte _completion;
    private SharedMemory? _memory;
    private long _capacity;
    private uint _segment;
    private uint _lastShown;
    private bool _isBusy;

    private SharedTransport(X11Connection connection, uint window, uint gc, byte depth, byte majorOpcode, byte firstEvent)
        : base(connection, window, gc, depth) => (_majorOpcode, _completion) = (majorOpcode, firstEvent);

    /// <inheritdoc/>
    public override bool IsBusy => _isBusy;

    /// <summary>Tries whether the server can read our memory; waits for its answer. Null where it can't.</summary>
    public static SharedTransport? TryCreate(X11Connection connection, uint window, uint gc, byte depth)
    {
        if (!NativeLibrary.TryLoad(LibXcbShm.Name, typeof(SharedTransport).Assembly, null, out _))
            return null;
        uint cookie;
        fixed (byte* name = "MIT-SHM"u8)
            cookie = LibXcb.xcb_query_extension(connection.Handle, 7, name);
        XReply* extension = LibXcb.xcb_query_extension_reply(connection.Handle, cookie, null);
        bool isPresent = extension != null && extension->IsPresent != 0;
        byte opcode = isPresent ? extension->MajorOpcode : (byte)0, firstEvent = isPresent ? extension->FirstEvent : (byte)0;
        NativeMemory.Free(extension);
        return isPresent && CanAttach(connection)
            ? new SharedTransport(connection, window, gc, depth, opcode, firstEvent) : null;
    }

    /// <inheritdoc/>
    public override byte* Reserve(long bytes)
    {
        if (_memory is not null && bytes <= _capacity)
            return _memory.Start;
        Free();
        long wanted = (long)(bytes * Room);
        _memory = SharedMemory.TryCreate(wanted);
        if (_memory is null)
            return null;
        _capacity = wanted;
        _segment = Connection.NewId();
        LibXcbShm.xcb_shm_attach(Connection.Handle, _segment, (uint)_memory.Id, 1);
        return _memory.Start;
    }

    /// <inheritdoc/>
    public override void Show(ReadOnlySpan<PixelArea> areas, int width, int height)
    {
        // Requests are done in turn: one answer to the last is enough.
        for (int i = 0; i < areas.Length; i++)
        {
            PixelArea area = areas[i];
            _lastShown = LibXcbShm.xcb_shm_put_image(
                Connection.Handle, Window, Gc, (ushort)width, (ushort)height, (ushort)area.Left, (ushort)area.Top, (ushort)area.Width,
                (ushort)area.Height, (short)area.Left, (short)area.Top, Depth, WholePixels, (byte)(i == areas.Length - 1 ? 1 : 0),
                _segment, 0);
        }

        _isBusy = !areas.IsEmpty;
    }

    /// <inheritdoc/>
    public override void Continue()
    {
    }

    /// <inheritdoc/>
    public override bool Handle(in XEvent e)
    {
        if (e.ResponseType == _completion && e.Sequence == _lastShown)
            _isBusy = false;
        return !(e.Kind == XEventKind.Error && e.ErrorMajorOpcode == _majorOpcode);
    }

    /// <inheritdoc/>
    public override void Dispose() => Free();

    private static bool CanAttach(X11Connection connection)
    {
        using SharedMemory? probe = SharedMemory.TryCreate(ProbeBytes);
        if (probe is null)
            return false;
        uint segment = connection.NewId();
        void* error = LibXcb.xcb_request_check(
            connection.Handle, LibXcbShm.xcb_shm_attach_checked(connection.Handle, segment, (uint)probe.Id, 1));
        if (error == null)
            LibXcbShm.xcb_shm_detach(connection.Handle, segment);
        NativeMemory.Free(error);
        return error == null;
    }

    // The server keeps a mapping of its own until it has done what it was asked before.
    private void Free()
    {
        if (_memory is null)
            return;
        if (!Connection.IsLost)
            LibXcbShm.xcb_shm_detach(Connection.Handle, _segment);
        _memory.Dispose();
        _memory = null;
    }
}
