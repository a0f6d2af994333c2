using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>A canvas on a Cairo context. The owner of the context keeps it alive; see <see cref="CairoImage"/>.</summary>
internal sealed unsafe class CairoCanvas : ICanvas
{
    private readonly CairoText _text;
    private nint _context;

    public CairoCanvas(nint context, double pixelScale, CairoFonts fonts)
    {
        _context = context;
        _text = new CairoText(fonts);
        PixelScale = pixelScale;
        LibCairo.cairo_scale(context, pixelScale, pixelScale);
        LibCairo.cairo_set_line_join(context, LibCairo.LineJoinRound);
        UseUnhintedText(context);
    }

    /// <inheritdoc/>
    public double PixelScale { get; }

    private nint Context => _context != 0 ? _context : throw new ObjectDisposedException(nameof(CairoImage));

    /// <summary>After this every call throws <see cref="ObjectDisposedException"/> instead of touching freed memory.</summary>
    public void Detach() => _context = 0;

    /// <inheritdoc/>
    public void Save() => LibCairo.cairo_save(Context);

    /// <inheritdoc/>
    public void Restore() => LibCairo.cairo_restore(Context);

    /// <inheritdoc/>
    public void Translate(double x, double y) => LibCairo.cairo_translate(Context, x, y);

    /// <inheritdoc/>
    public void Clip() => LibCairo.cairo_clip_preserve(Context);

    /// <inheritdoc/>
    public void Coarsen() => LibCairo.cairo_set_antialias(Context, LibCairo.AntialiasFast);

    /// <inheritdoc/>
    public void BeginPath() => LibCairo.cairo_new_path(Context);

    /// <inheritdoc/>
    public void MoveTo(double x, double y) => LibCairo.cairo_move_to(Context, x, y);

    /// <inheritdoc/>
    public void LineTo(double x, double y) => LibCairo.cairo_line_to(Context, x, y);

    /// <inheritdoc/>
    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) =>
        LibCairo.cairo_curve_to(Context, x1, y1, x2, y2, x, y);

    /// <inheritdoc/>
    public void Arc(double centreX, double centreY, double radius, double fromRadians, double toRadians) =>
        LibCairo.cairo_arc(Context, centreX, centreY, radius, fromRadians, toRadians);

    /// <inheritdoc/>
    public void ClosePath() => LibCairo.cairo_close_path(Context);

    /// <inheritdoc/>
    public void Fill(Colour colour)
    {
        SetSource(colour);
        LibCairo.cairo_fill_preserve(Context);
    }

    /// <inheritdoc/>
    public void FillGradient(Colour top, double topY, Colour bottom, double bottomY)
    {
        nint pattern = LibCairo.cairo_pattern_create_linear(0, topY, 0, bottomY);
        AddStop(pattern, 0, top);
        AddStop(pattern, 1, bottom);
        LibCairo.cairo_set_source(Context, pattern);
        LibCairo.cairo_pattern_destroy(pattern);
        LibCairo.cairo_fill_preserve(Context);
    }

    /// <inheritdoc/>
    public void Stroke(Colour colour, in Pen pen)
    {
        SetSource(colour);
        LibCairo.cairo_set_line_width(Context, pen.Width);
        LibCairo.cairo_set_line_cap(Context, pen.Cap == LineCap.Round ? LibCairo.LineCapRound : LibCairo.LineCapButt);
        double* dashes = stackalloc double[] { pen.DashOn, pen.DashOff };
        LibCairo.cairo_set_dash(Context, dashes, pen.DashOn > 0 ? 2 : 0, 0);
        LibCairo.cairo_stroke_preserve(Context);
    }

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> utf8, double x, double baselineY, in TextStyle style)
    {
        double left = x, top = baselineY;
        if (style.Align != TextAlign.Left)
        {
            double width = MeasureWidth(utf8, style);
            left -= style.Align == TextAlign.Centre ? width / 2 : width;
        }

        SetSource(style.Colour);
        LibCairo.cairo_save(Context);
        LibCairo.cairo_user_to_device(Context, &left, &top);
        LibCairo.cairo_identity_matrix(Context);
        _text.Draw(Context, utf8, style, PixelScale, left, top);
        LibCairo.cairo_restore(Context);
        LibCairo.cairo_new_path(Context);
    }

    /// <inheritdoc/>
    public double MeasureWidth(ReadOnlySpan<byte> utf8, in TextStyle style) => _text.Measure(Context, utf8, style, PixelScale);

    // Unhinted text has the same widths at every scale, so that a layout never jumps between screens.
    private static void UseUnhintedText(nint context)
    {
        nint options = LibCairo.cairo_font_options_create();
        LibCairo.cairo_font_options_set_antialias(options, LibCairo.AntialiasGray);
        LibCairo.cairo_font_options_set_hint_style(options, LibCairo.HintStyleNone);
        LibCairo.cairo_font_options_set_hint_metrics(options, LibCairo.HintMetricsOff);
        LibCairo.cairo_set_font_options(context, options);
        LibCairo.cairo_font_options_destroy(options);
    }

    private static void AddStop(nint pattern, double offset, Colour colour) =>
        LibCairo.cairo_pattern_add_color_stop_rgba(
            pattern, offset, colour.Red / 255.0, colour.Green / 255.0, colour.Blue / 255.0, colour.Opacity);

    private void SetSource(Colour colour) =>
        LibCairo.cairo_set_source_rgba(
            Context, colour.Red / 255.0, colour.Green / 255.0, colour.Blue / 255.0, colour.Opacity);
}
