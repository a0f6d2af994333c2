using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>The few functions of Cairo's C API (1.16) that are used here, under their own names.</summary>
internal static unsafe partial class LibCairo
{
    public const string Name = "libcairo.so.2";

    public const int StatusSuccess = 0;
    public const int FormatRgb24 = 1;
    public const int LineCapButt = 0;
    public const int LineCapRound = 1;
    public const int LineJoinRound = 1;
    public const int AntialiasGray = 2;
    public const int AntialiasFast = 4;
    public const int HintStyleNone = 1;
    public const int HintStyleSlight = 2;
    public const int HintMetricsOff = 1;
    public const int FontSlantNormal = 0;
    public const int FontWeightNormal = 0;
    public const int FontWeightBold = 1;

    /// <summary>cairo_text_extents_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TextExtents
    {
        public double XBearing, YBearing, Width, Height, XAdvance, YAdvance;
    }

    /// <summary>cairo_glyph_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PlacedGlyph
    {
        public nuint Index;
        public double X, Y;
    }

    [LibraryImport(Name)] public static partial nint cairo_image_surface_create(int format, int width, int height);
    [LibraryImport(Name)]
    public static partial nint cairo_image_surface_create_for_data(byte* data, int format, int width, int height, int stride);
    [LibraryImport(Name)] public static partial byte* cairo_image_surface_get_data(nint surface);
    [LibraryImport(Name)] public static partial int cairo_image_surface_get_stride(nint surface);
    [LibraryImport(Name)] public static partial int cairo_surface_status(nint surface);
    [LibraryImport(Name)] public static partial void cairo_surface_flush(nint surface);
    [LibraryImport(Name)] public static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(Name)] public static partial nint cairo_create(nint surface);
    [LibraryImport(Name)] public static partial void cairo_destroy(nint context);
    [LibraryImport(Name)] public static partial int cairo_status(nint context);
    [LibraryImport(Name)] public static partial byte* cairo_status_to_string(int status);

    [LibraryImport(Name)] public static partial void cairo_save(nint context);
    [LibraryImport(Name)] public static partial void cairo_restore(nint context);
    [LibraryImport(Name)] public static partial void cairo_scale(nint context, double x, double y);
    [LibraryImport(Name)] public static partial void cairo_translate(nint context, double x, double y);
    [LibraryImport(Name)] public static partial void cairo_clip_preserve(nint context);

    [LibraryImport(Name)] public static partial void cairo_identity_matrix(nint context);
    [LibraryImport(Name)] public static partial void cairo_user_to_device(nint context, double* x, double* y);
    [LibraryImport(Name)] public static partial void cairo_device_to_user_distance(nint context, double* x, double* y);


    [LibraryImport(Name)] public static partial void cairo_new_path(nint context);
    [LibraryImport(Name)] public static partial void cairo_move_to(nint context, double x, double y);
    [LibraryImport(Name)] public static partial void cairo_line_to(nint context, double x, double y);
    [LibraryImport(Name)]
    public static partial void cairo_curve_to(nint context, double x1, double y1, double x2, double y2, double x3, double y3);
    [LibraryImport(Name)]
    public static partial void cairo_arc(nint context, double x, double y, double radius, double from, double to);
    [LibraryImport(Name)] public static partial void cairo_close_path(nint context);

    [LibraryImport(Name)]
    public static partial void cairo_set_source_rgba(nint context, double red, double green, double blue, double alpha);
    [LibraryImport(Name)] public static partial void cairo_set_source(nint context, nint pattern);
    [LibraryImport(Name)] public static partial nint cairo_pattern_create_linear(double x0, double y0, double x1, double y1);
    [LibraryImport(Name)]
    public static partial void cairo_pattern_add_color_stop_rgba(
        nint pattern, double offset, double red, double green, double blue, double alpha);
    [LibraryImport(Name)] public static partial void cairo_pattern_destroy(nint pattern);

    [LibraryImport(Name)] public static partial void cairo_fill(nint context);
    [LibraryImport(Name)] public static partial void cairo_fill_preserve(nint context);
    [LibraryImport(Name)] public static partial void cairo_stroke_preserve(nint context);
    [LibraryImport(Name)] public static partial void cairo_set_line_width(nint context, double width);
    [LibraryImport(Name)] public static partial void cairo_set_line_cap(nint context, int cap);
    [LibraryImport(Name)] public static partial void cairo_set_antialias(nint context, int antialias);
    [LibraryImport(Name)] public static partial void cairo_set_line_join(nint context, int join);
    [LibraryImport(Name)] public static partial void cairo_set_dash(nint context, double* dashes, int count, double offset);

    [LibraryImport(Name)] public static partial nint cairo_toy_font_face_create(byte* family, int slant, int weight);
    [LibraryImport(Name)] public static partial nint cairo_ft_font_face_create_for_ft_face(nint face, int loadFlags);
    [LibraryImport(Name)] public static partial nint cairo_user_font_face_create();
    [LibraryImport(Name)]
    public static partial void cairo_user_font_face_set_render_glyph_func(
        nint face, delegate* unmanaged[Cdecl]<nint, nuint, nint, void*, int> render);
    [LibraryImport(Name)] public static partial int cairo_font_face_set_user_data(nint face, void* key, nint data, nint destroy);
    [LibraryImport(Name)] public static partial nint cairo_font_face_get_user_data(nint face, void* key);
    [LibraryImport(Name)] public static partial nint cairo_scaled_font_get_font_face(nint scaledFont);
    [LibraryImport(Name)] public static partial void cairo_set_font_face(nint context, nint face);
    [LibraryImport(Name)] public static partial void cairo_set_font_size(nint context, double size);
    [LibraryImport(Name)] public static partial nint cairo_font_options_create();
    [LibraryImport(Name)] public static partial void cairo_font_options_destroy(nint options);
    [LibraryImport(Name)] public static partial void cairo_font_options_set_antialias(nint options, int antialias);
    [LibraryImport(Name)] public static partial void cairo_font_options_set_hint_style(nint options, int style);
    [LibraryImport(Name)] public static partial void cairo_font_options_set_hint_metrics(nint options, int metrics);
    [LibraryImport(Name)] public static partial void cairo_set_font_options(nint context, nint options);
    [LibraryImport(Name)] public static partial void cairo_text_extents(nint context, byte* utf8, TextExtents* extents);
    [LibraryImport(Name)] public static partial void cairo_show_text(nint context, byte* utf8);
    [LibraryImport(Name)] public static partial void cairo_show_glyphs(nint context, PlacedGlyph* glyphs, int count);
    [LibraryImport(Name)] public static partial void cairo_glyph_path(nint context, PlacedGlyph* glyphs, int count);
}
