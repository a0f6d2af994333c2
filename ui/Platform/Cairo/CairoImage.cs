using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>
/// An opaque image in memory and the canvas that draws on it; for pictures, and for an editor's frame before it goes to the
/// window. One thread at a time.
/// </summary>
public sealed unsafe class CairoImage : IDisposable
{
    /// <summary>The greatest width and height, in pixels: Cairo's own limit.</summary>
    public const int MaxSidePixels = 32767;

    private readonly CairoCanvas _canvas;
    private nint _surface;
    private nint _context;

    /// <summary>A black image.</summary>
    /// <param name="widthPixels">1 to <see cref="MaxSidePixels"/>.</param>
    /// <param name="heightPixels">1 to <see cref="MaxSidePixels"/>.</param>
    /// <param name="scale">Pixels per canvas unit, above 0.</param>
    /// <param name="fontFamily">The type family; sans-serif stands in where it is not installed.</param>
    /// <exception cref="CanvasException">Cairo is not installed, or memory is short.</exception>
    public CairoImage(int widthPixels, int heightPixels, double scale = 1.0, string fontFamily = "Inter")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPixels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(widthPixels, MaxSidePixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPixels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(heightPixels, MaxSidePixels);
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be above 0 and finite.");
        CairoLibrary.EnsureLoaded();
        WidthPixels = widthPixels;
        HeightPixels = heightPixels;
        _surface = LibCairo.cairo_image_surface_create(LibCairo.FormatRgb24, widthPixels, heightPixels);
        CairoLibrary.Check(LibCairo.cairo_surface_status(_surface), $"make an image of {widthPixels} × {heightPixels} pixels");
        _context = LibCairo.cairo_create(_surface);
        _canvas = new CairoCanvas(_context, scale, fontFamily == "Inter" ? CairoFonts.Inter : new CairoFonts(fontFamily));
    }

    /// <summary>An image in memory of someone else's, 32 bits a pixel without gaps, that outlives it.</summary>
    internal CairoImage(byte* pixels, int widthPixels, int heightPixels, double scale)
    {
        WidthPixels = widthPixels;
        HeightPixels = heightPixels;
        _surface = LibCairo.cairo_image_surface_create_for_data(pixels, LibCairo.FormatRgb24, widthPixels, heightPixels, 4 * widthPixels);
        CairoLibrary.Check(LibCairo.cairo_surface_status(_surface), $"make a window of {widthPixels} × {heightPixels} pixels");
        _context = LibCairo.cairo_create(_surface);
        _canvas = new CairoCanvas(_context, scale, CairoFonts.Inter);
    }

    /// <summary>Frees native memory that was not disposed of.</summary>
    ~CairoImage() => Free();

    /// <summary>Width in pixels.</summary>
    public int WidthPixels { get; }

    /// <summary>Height in pixels.</summary>
    public int HeightPixels { get; }

    /// <summary>Where to draw. Its size in canvas units is the pixel size over the scale.</summary>
    public ICanvas Canvas => _canvas;

    /// <summary>The colour of one pixel as drawn so far.</summary>
    public Colour PixelAt(int x, int y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, WidthPixels);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, HeightPixels);
        ObjectDisposedException.ThrowIf(_surface == 0, this);
        LibCairo.cairo_surface_flush(_surface);
        byte* row = LibCairo.cairo_image_surface_get_data(_surface) + ((long)y * LibCairo.cairo_image_surface_get_stride(_surface));
        return Colour.FromRgb(((uint*)row)[x] & 0xFFFFFF);
    }

    /// <summary>The image as a PNG file's bytes (24 bits a pixel, no alpha).</summary>
    /// <exception cref="CanvasException">Drawing went wrong.</exception>
    public byte[] ToPng()
    {
        ObjectDisposedException.ThrowIf(_surface == 0, this);
        CairoLibrary.Check(LibCairo.cairo_status(_context), "draw the picture");
        LibCairo.cairo_surface_flush(_surface);
        return PngFile.Encode(LibCairo.cairo_image_surface_get_data(_surface), WidthPixels, HeightPixels, LibCairo.cairo_image_surface_get_stride(_surface));
    }

    /// <summary>
    /// Saves the image as a PNG file. The file appears whole or not at all: an earlier file of that name stays as it was until
    /// the new one is complete.
    /// </summary>
    /// <exception cref="CanvasException">Drawing went wrong.</exception>
    /// <exception cref="IOException">The file cannot be written; the message says why.</exception>
    public void SavePng(string path) => AtomicFile.Write(path, ToPng());

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>Has all that was drawn be in the pixels.</summary>
    /// <exception cref="CanvasException">Drawing went wrong: the canvas takes nothing any more.</exception>
    internal void Flush()
    {
        LibCairo.cairo_surface_flush(_surface);
        int status = LibCairo.cairo_status(_context);
        // Words only where there is something to say: this runs in every frame.
        if (status != LibCairo.StatusSuccess)
            CairoLibrary.Check(status, "draw the window");
    }

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
