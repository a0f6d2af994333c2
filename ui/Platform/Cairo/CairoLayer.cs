using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>A layer in memory.</summary>
internal sealed class CairoLayer : ILayer
{
    private readonly CairoCanvas _canvas;
    private nint _surface;
    private nint _context;

    public CairoLayer(Size size, double pixelScale, bool opaque, CairoFonts fonts)
    {
        int width = Pixels(size.Width, pixelScale), height = Pixels(size.Height, pixelScale);
        Size = new Size(width / pixelScale, height / pixelScale);
        _surface = LibCairo.cairo_image_surface_create(opaque ? LibCairo.FormatRgb24 : LibCairo.FormatArgb32, width, height);
        CairoLibrary.Check(LibCairo.cairo_surface_status(_surface), $"make a layer of {width} × {height} pixels");
        _context = LibCairo.cairo_create(_surface);
        _canvas = new CairoCanvas(_context, pixelScale, fonts);
    }

    ~CairoLayer() => Free();

    /// <inheritdoc/>
    public Size Size { get; }

    /// <inheritdoc/>
    public ICanvas Canvas => _canvas;

    /// <summary>The cairo_surface_t.</summary>
    public nint Surface => _surface != 0 ? _surface : throw new ObjectDisposedException(nameof(ILayer));

    /// <inheritdoc/>
    public void Clear()
    {
        ObjectDisposedException.ThrowIf(_surface == 0, this);
        LibCairo.cairo_save(_context);
        LibCairo.cairo_reset_clip(_context);
        LibCairo.cairo_set_operator(_context, LibCairo.OperatorClear);
        LibCairo.cairo_paint(_context);
        LibCairo.cairo_restore(_context);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private static int Pixels(double units, double scale) =>
        Math.Clamp((int)Math.Ceiling((units * scale) - 1e-6), 1, CairoImage.MaxSidePixels);

    private void Free()
    {
        _canvas?.Detach();
        nint context = Interlocked.Exchange(ref _context, 0), surface = Interlocked.Exchange(ref _surface, 0);
        if (context != 0)
            LibCairo.cairo_destroy(context);
        if (surface != 0)
            LibCairo.cairo_surface_destroy(surface);
    }
}
