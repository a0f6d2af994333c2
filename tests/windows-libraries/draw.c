// Draws what an editor is made of, and prints a hash of the pixels. usage: draw CAIRO FREETYPE FONT.otf
#include "library.h"
#include <stdint.h>

enum { Rgb24 = 1, Width = 600, Height = 200, ForceAutohint = 32 };

int main(int count, char **arguments) {
    if (count != 4)
        return 2;
    Library cairo = need(arguments[1]), freetype = need(arguments[2]);
    FUNCTION(cairo, void *, cairo_image_surface_create, int, int, int);
    FUNCTION(cairo, uint8_t *, cairo_image_surface_get_data, void *);
    FUNCTION(cairo, int, cairo_image_surface_get_stride, void *);
    FUNCTION(cairo, void, cairo_surface_flush, void *);
    FUNCTION(cairo, void *, cairo_create, void *);
    FUNCTION(cairo, int, cairo_status, void *);
    FUNCTION(cairo, void, cairo_move_to, void *, double, double);
    FUNCTION(cairo, void, cairo_curve_to, void *, double, double, double, double, double, double);
    FUNCTION(cairo, void, cairo_arc, void *, double, double, double, double, double);
    FUNCTION(cairo, void, cairo_new_path, void *);
    FUNCTION(cairo, void, cairo_fill, void *);
    FUNCTION(cairo, void, cairo_stroke_preserve, void *);
    FUNCTION(cairo, void, cairo_set_source, void *, void *);
    FUNCTION(cairo, void, cairo_set_source_rgba, void *, double, double, double, double);
    FUNCTION(cairo, void, cairo_set_line_width, void *, double);
    FUNCTION(cairo, void, cairo_set_dash, void *, const double *, int, double);
    FUNCTION(cairo, void *, cairo_pattern_create_linear, double, double, double, double);
    FUNCTION(cairo, void, cairo_pattern_add_color_stop_rgba, void *, double, double, double, double, double);
    FUNCTION(cairo, void *, cairo_ft_font_face_create_for_ft_face, void *, int);
    FUNCTION(cairo, void, cairo_set_font_face, void *, void *);
    FUNCTION(cairo, void, cairo_set_font_size, void *, double);
    FUNCTION(cairo, void, cairo_show_text, void *, const char *);
    FUNCTION(freetype, int, FT_Init_FreeType, void **);
    FUNCTION(freetype, int, FT_New_Memory_Face, void *, const void *, long, long, void **);

    static uint8_t font[4 << 20];
    FILE *file = fopen(arguments[3], "rb");
    long length = file ? (long)fread(font, 1, sizeof font, file) : 0;
    void *fonts = NULL, *face = NULL;
    int problem = FT_Init_FreeType(&fonts);
    problem |= FT_New_Memory_Face(fonts, font, length, 0, &face);

    void *surface = cairo_image_surface_create(Rgb24, Width, Height), *context = cairo_create(surface);
    void *shade = cairo_pattern_create_linear(0, 0, Width, Height);
    cairo_pattern_add_color_stop_rgba(shade, 0, .2, .3, .4, 1);
    cairo_pattern_add_color_stop_rgba(shade, 1, .9, .1, .4, .7);
    cairo_set_source(context, shade);
    cairo_arc(context, 200, 100, 90, 0, 5);
    cairo_fill(context);
    const double dashes[] = {7, 3};
    cairo_set_source_rgba(context, 1, 1, .5, .8);
    cairo_set_line_width(context, 2.3);
    cairo_set_dash(context, dashes, 2, 1);
    cairo_move_to(context, 10, 20);
    cairo_curve_to(context, 300, -50, 200, 300, 590, 170);
    cairo_stroke_preserve(context);
    cairo_new_path(context);
    for (int hinting = 0; hinting <= ForceAutohint; hinting += ForceAutohint) {
        cairo_set_font_face(context, cairo_ft_font_face_create_for_ft_face(face, hinting));
        cairo_set_font_size(context, 17.3);
        cairo_move_to(context, 30.3, 100 + hinting);
        cairo_show_text(context, "Semantic EQ: warm, bright, \xc3\xa4\xc3\xb6\xc3\xbc 12 kHz");
    }
    problem |= cairo_status(context);
    cairo_surface_flush(surface);

    // FNV-1a over the colours.
    uint64_t hash = 14695981039346656037u;
    long drawn = 0;
    for (int y = 0; y < Height; y++)
        for (int x = 0; x < Width; x++) {
            uint32_t colour = ((uint32_t *)(cairo_image_surface_get_data(surface) + (long)y * cairo_image_surface_get_stride(surface)))[x] & 0xFFFFFF;
            drawn += colour != 0;
            hash = (hash ^ colour) * 1099511628211u;
        }
    printf("problem %d, %ld pixels drawn, %08x%08x\n", problem, drawn, (unsigned)(hash >> 32), (unsigned)hash);
    return problem || drawn < 10000;
}
