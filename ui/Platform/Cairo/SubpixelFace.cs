using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>
/// A face whose glyphs come in four variants, each a quarter of a pixel further to the right. Cairo (before 1.17.4) sets glyphs on whole
/// pixels, so that the gaps between small letters are uneven; with these they are even at every scale. Cairo keeps their images as it
/// keeps those of any face.
/// </summary>
internal static unsafe class SubpixelFace
{
    /// <summary>Variants of a glyph: number = glyph × <see cref="Phases"/> + phase.</summary>
    public const int Phases = 4;

    private const double WideningAtNothing = 0.29, NoWideningFrom = 32;

    // Only the address counts: it is the key under which a face keeps its outlines' face.
    private static readonly int* OutlinesKey = (int*)NativeMemory.AllocZeroed(sizeof(int));

    /// <summary>Wraps a face, which is then kept.</summary>
    /// <param name="outlines">A cairo_font_face_t.</param>
    public static nint Create(nint outlines)
    {
        nint face = LibCairo.cairo_user_font_face_create();
        LibCairo.cairo_font_face_set_user_data(face, OutlinesKey, outlines, 0);
        LibCairo.cairo_user_font_face_set_render_glyph_func(face, &Render);
        return face;
    }

    // The context's unit is an em, with the origin on the baseline; an exception can't arise here.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Render(nint scaledFont, nuint glyph, nint context, void* extents)
    {
        nint outlines = LibCairo.cairo_font_face_get_user_data(LibCairo.cairo_scaled_font_get_font_face(scaledFont), OutlinesKey);
        double pixel = 1, none = 0;
        LibCairo.cairo_device_to_user_distance(context, &pixel, &none);
        LibCairo.cairo_set_font_face(context, outlines);
        LibCairo.cairo_set_font_size(context, 1);
        nint options = LibCairo.cairo_font_options_create();
        LibCairo.cairo_font_options_set_hint_style(options, LibCairo.HintStyleSlight);
        LibCairo.cairo_font_options_set_hint_metrics(options, LibCairo.HintMetricsOff);
        LibCairo.cairo_set_font_options(context, options);
        LibCairo.cairo_font_options_destroy(options);

        // Twice, side by side: stems grow wider, and what is level stays sharp.
        double shift = glyph % Phases * pixel / Phases, half = Widening(1 / pixel) * pixel / 2;
        var outline = new LibCairo.PlacedGlyph { Index = glyph / Phases, X = shift - half };
        LibCairo.cairo_glyph_path(context, &outline, 1);
        outline.X = shift + half;
        LibCairo.cairo_glyph_path(context, &outline, 1);
        LibCairo.cairo_fill(context);
        return LibCairo.StatusSuccess;
    }

    // How much wider stems are drawn, in pixels: small grey letters look thinner than they are, the more so light on dark.
    private static double Widening(double pixelsPerEm) => WideningAtNothing * Math.Max(0, 1 - (pixelsPerEm / NoWideningFrom));
}
