using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>What a window shows, kept in memory: drawn where it is dirty, shown where it was drawn or uncovered.</summary>
internal sealed unsafe class WindowImage(X11Connection connection, uint window, uint gc, byte depth) : IDisposable
{
    private const int BytesPerPixel = 4;

    private readonly DirtyAreas _toDraw = new();
    private readonly DirtyAreas _toShow = new();
    private ImageTransport? _transport;
    private CairoImage? _image;

    /// <summary>By which way pixels go to the server; for tests.</summary>
    public bool IsShared => _transport is SharedTransport;

    /// <summary>Makes it another size; all of it is then dirty.</summary>
    /// <exception cref="CanvasException">Memory is short.</exception>
    public void Resize(int width, int height, double scale, bool mayShare = true)
    {
        _transport ??= mayShare ? SharedTransport.TryCreate(connection, window, gc, depth) : null;
        _transport ??= new SocketTransport(connection, window, gc, depth);
        Renew(width, height, scale);
    }

    /// <summary>An area is to be drawn and shown.</summary>
    public void Invalidate(PixelArea area) => _toDraw.Add(Within(area));

    /// <summary>An area was uncovered: what is there is to be shown once more.</summary>
    public void Expose(PixelArea area) => _toShow.Add(Within(area));

    /// <summary>Has the client draw what is dirty and shows it; later, where the server is still busy with what was shown before.</summary>
    /// <returns>Whether something was drawn.</returns>
    public bool Paint(IWindowClient client)
    {
        if (_transport is null || _image is null)
            return false;
        _transport.Continue();
        if (_transport.IsBusy)
            return false;
        // What the client invalidates while it draws is for the next frame.
        Span<PixelArea> areas = stackalloc PixelArea[DirtyAreas.Capacity];
        areas = areas[.._toDraw.CopyTo(areas)];
        _toDraw.Clear();
        foreach (PixelArea area in areas)
            Draw(client, area);
        if (!_toShow.IsEmpty)
            _transport.Show(_toShow.Areas, _image.WidthPixels, _image.HeightPixels);
        _toShow.Clear();
        return !areas.IsEmpty;
    }

    /// <summary>Takes note of an event of the connection.</summary>
    public void Handle(in XEvent e)
    {
        if (_transport is not null && _image is not null && !_transport.Handle(e))
        {
            _transport.Dispose();
            _transport = new SocketTransport(connection, window, gc, depth);
            Renew(_image.WidthPixels, _image.HeightPixels, _image.Canvas.PixelScale);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _image?.Dispose();
        _image = null;
        _transport?.Dispose();
        _transport = null;
    }

    private void Renew(int width, int height, double scale)
    {
        _image?.Dispose();
        _image = null;
        byte* pixels = _transport!.Reserve((long)BytesPerPixel * width * height);
        if (pixels == null)
        {
            _transport.Dispose();
            _transport = new SocketTransport(connection, window, gc, depth);
            pixels = _transport.Reserve((long)BytesPerPixel * width * height);
        }

        _image = new CairoImage(pixels, width, height, scale);
        _toShow.Clear();
        _toDraw.Clear();
        _toDraw.Add(new PixelArea(0, 0, width, height));
    }

    private void Draw(IWindowClient client, PixelArea area)
    {
        CairoImage image = _image!;
        try
        {
            AreaDrawing.Draw(image, client, area);
        }
        catch
        {
            Renew(image.WidthPixels, image.HeightPixels, image.Canvas.PixelScale);
            throw;
        }

        _toShow.Add(area);
    }

    private PixelArea Within(PixelArea area) => _image is null ? default : area.Within(_image.WidthPixels, _image.HeightPixels);
}
