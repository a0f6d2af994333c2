using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>What a window shows, kept in memory as Windows keeps images (a DIB section): drawn where it is dirty, shown where it was drawn or uncovered.</summary>
internal sealed unsafe class Win32Image(nint window) : IDisposable
{
    private readonly DirtyAreas _toDraw = new();
    private CairoImage? _image;
    private byte* _pixels;
    private nint _dc;
    private nint _bitmap;
    private nint _bitmapBefore;
    private bool _isDrawn;

    /// <summary>Makes it another size; all of it is then dirty, and shows what it showed until it is drawn.</summary>
    /// <exception cref="CanvasException">Memory is short.</exception>
    public void Resize(int width, int height, double scale)
    {
        var header = new BitmapHeader { Size = (uint)sizeof(BitmapHeader), Width = width, Height = -height, Planes = 1, BitsPerPixel = 32 };
        byte* pixels = null;
        nint dc = Gdi32.CreateCompatibleDC(0), bitmap = dc == 0 ? 0 : Gdi32.CreateDIBSection(dc, &header, 0, &pixels, 0, 0);
        if (bitmap == 0)
        {
            _ = Gdi32.DeleteDC(dc);
            throw new CanvasException($"Windows gives no memory for a window of {width} × {height} pixels.");
        }

        nint before = Gdi32.SelectObject(dc, bitmap);
        if (_image is { } old)
            _ = Gdi32.BitBlt(dc, 0, 0, old.WidthPixels, old.HeightPixels, _dc, 0, 0, Gdi32.CopySource);
        _ = Gdi32.GdiFlush();
        bool isDrawn = _isDrawn;
        Dispose();
        (_dc, _bitmap, _bitmapBefore, _isDrawn) = (dc, bitmap, before, isDrawn);
        Renew(pixels, width, height, scale);
    }

    /// <summary>An area is to be drawn and shown.</summary>
    public void Invalidate(PixelArea area)
    {
        if (_image is { } image)
            _toDraw.Add(area.Within(image.WidthPixels, image.HeightPixels));
    }

    /// <summary>Has the client draw what is dirty and shows it.</summary>
    /// <returns>Whether something was drawn.</returns>
    public bool Paint(IWindowClient client)
    {
        if (_image is null || _toDraw.IsEmpty)
            return false;
        // What the client invalidates while it draws is for the next frame.
        Span<PixelArea> areas = stackalloc PixelArea[DirtyAreas.Capacity];
        areas = areas[.._toDraw.CopyTo(areas)];
        _toDraw.Clear();
        foreach (PixelArea area in areas)
            Draw(client, area);
        _isDrawn = true;
        nint dc = User32.GetDC(window);
        foreach (PixelArea area in areas)
            Show(dc, area);
        _ = User32.ReleaseDC(window, dc);
        return true;
    }

    /// <summary>Shows an area as it was drawn last.</summary>
    /// <param name="dc">Where.</param>
    /// <param name="area">What.</param>
    public void Show(nint dc, PixelArea area)
    {
        if (!_isDrawn)
            return;
        _ = Gdi32.BitBlt(dc, area.Left, area.Top, area.Width, area.Height, _dc, area.Left, area.Top, Gdi32.CopySource);
        // What Windows has yet to copy must not be drawn over.
        _ = Gdi32.GdiFlush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _image?.Dispose();
        _image = null;
        if (_dc == 0)
            return;
        _ = Gdi32.SelectObject(_dc, _bitmapBefore);
        _ = Gdi32.DeleteObject(_bitmap);
        _ = Gdi32.DeleteDC(_dc);
        (_dc, _bitmap, _isDrawn) = (0, 0, false);
    }

    private void Renew(byte* pixels, int width, int height, double scale)
    {
        _pixels = pixels;
        _image = new CairoImage(pixels, width, height, scale);
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
            image.Dispose();
            Renew(_pixels, image.WidthPixels, image.HeightPixels, image.Canvas.PixelScale);
            throw;
        }
    }
}
