using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>Through the connection, in pieces that fit its buffer; what does not fit goes later. For servers on other machines.</summary>
internal sealed unsafe class SocketTransport(X11Connection connection, uint window, uint gc, byte depth)
    : ImageTransport(connection, window, gc, depth)
{
    // One row of the widest window fits; see Poll.CanWrite.
    private const int PieceBytes = 64 * 1024, BytesPerPixel = 4;

    private readonly DirtyAreas _toSend = new();
    private byte* _pixels;
    private byte* _piece;
    private long _capacity;
    private int _width;
    private uint _question;

    ~SocketTransport() => Free();

    /// <inheritdoc/>
    public override bool IsBusy => _question != 0 || !_toSend.IsEmpty;

    /// <inheritdoc/>
    public override byte* Reserve(long bytes)
    {
        _toSend.Clear();
        if (_piece == null)
            _piece = (byte*)NativeMemory.Alloc(PieceBytes);
        if (bytes > _capacity)
        {
            NativeMemory.Free(_pixels);
            _pixels = (byte*)NativeMemory.AllocZeroed((nuint)bytes);
            _capacity = bytes;
        }

        return _pixels;
    }

    /// <inheritdoc/>
    public override void Show(ReadOnlySpan<PixelArea> areas, int width, int height)
    {
        _width = width;
        foreach (PixelArea area in areas)
            _toSend.Add(area.Within(width, height));
        Continue();
    }

    /// <inheritdoc/>
    public override void Continue()
    {
        NativeMemory.Free(Connection.TryReply(ref _question));
        if (_toSend.IsEmpty || Connection.IsLost)
            return;
        while (!_toSend.IsEmpty && Poll.CanWrite(Connection.FileDescriptor))
        {
            PixelArea area = _toSend.Areas[0];
            int rows = Math.Min(area.Height, PieceBytes / (BytesPerPixel * area.Width));
            Send(area with { Bottom = area.Top + rows });
            _toSend.ReplaceFirst(area with { Top = area.Top + rows });
        }

        // Any question will do: its answer comes when the server has read all that went before.
        if (_toSend.IsEmpty)
            _question = LibXcb.xcb_get_input_focus(Connection.Handle);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Send(PixelArea area)
    {
        int rowBytes = BytesPerPixel * area.Width;
        for (int row = 0; row < area.Height; row++)
        {
            byte* from = _pixels + (BytesPerPixel * (((long)(area.Top + row) * _width) + area.Left));
            Buffer.MemoryCopy(from, _piece + (row * rowBytes), rowBytes, rowBytes);
        }

        LibXcb.xcb_put_image(
            Connection.Handle, WholePixels, Window, Gc, (ushort)area.Width, (ushort)area.Height, (short)area.Left, (short)area.Top, 0,
            Depth, (uint)(rowBytes * area.Height), _piece);
        LibXcb.xcb_flush(Connection.Handle);
    }

    private void Free()
    {
        NativeMemory.Free(_pixels);
        NativeMemory.Free(_piece);
        _pixels = null;
        _piece = null;
        _capacity = 0;
    }
}
