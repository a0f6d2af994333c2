using System.Text;
using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>
/// Sets and measures lines of text. Advances are the font's own, unhinted, so that a layout is the same at every scale; letters stand on
/// quarters of a pixel. No kerning or ligatures; letters that the family lacks come from a font of the system's.
/// </summary>
internal sealed unsafe class CairoText(CairoFonts fonts)
{
    // Longer lines are no labels; this much fits the stack and shows as more than any screen holds.
    private const int MaxGlyphs = 1024, MaxRunBytes = 256;

    // In em: of the box that stands for what no font has.
    private const float MissingAdvance = 0.6f;

    /// <summary>Width of a line in canvas units.</summary>
    public double Measure(nint context, ReadOnlySpan<byte> utf8, in TextStyle style, double scale) =>
        Walk(context, utf8, style, scale, null, 0, 0) / scale;

    /// <summary>Draws a line with the context's source, from a point in device pixels. The context's matrix is the identity.</summary>
    public void Draw(nint context, ReadOnlySpan<byte> utf8, in TextStyle style, double scale, double left, double baseline)
    {
        LibCairo.PlacedGlyph* glyphs = stackalloc LibCairo.PlacedGlyph[MaxGlyphs];
        Walk(context, utf8, style, scale, glyphs, left, Math.Round(baseline));
    }

    // From letter to letter; draws where there is room to collect glyphs in. Gives the advance in pixels.
    private double Walk(
        nint context, ReadOnlySpan<byte> utf8, in TextStyle style, double scale, LibCairo.PlacedGlyph* glyphs, double left, double baseline)
    {
        FontFace face = fonts[style.Weight];
        double size = style.Size * scale, x = left;
        int letters = 0, count = 0;
        while (!utf8.IsEmpty && letters++ < MaxGlyphs)
        {
            Rune.DecodeFromUtf8(utf8, out Rune rune, out int consumed);
            if (rune.Value == 0)
                break;
            if (face.Glyphs is null || face.Glyphs[rune.Value] is not { Index: > 0 } glyph)
            {
                x += face.Glyphs is not null && fonts.Fallback.Glyphs is { } others
                    ? ForeignLetter(context, fonts.Fallback, others, size, ref utf8, glyphs != null, x, baseline)
                    : Foreign(context, face.Glyphs is null ? face : fonts.Fallback, face.Glyphs, size, ref utf8, glyphs != null, x, baseline);
                continue;
            }

            utf8 = utf8[consumed..];
            double advance = glyph.Advance;
            double indent = 0;
            if (style.Tabular && rune.Value is >= '0' and <= '9')
            {
                advance = face.Glyphs.DigitAdvance;
                indent = (advance - glyph.Advance) / 2;
            }

            if (glyphs != null)
                glyphs[count++] = Place(glyph, x + (indent * size), baseline);
            x += advance * size;
        }

        if (count > 0)
        {
            SetFont(context, face, size);
            LibCairo.cairo_show_glyphs(context, glyphs, count);
        }

        return x - left;
    }

    // On the quarter of a pixel that is nearest.
    private static LibCairo.PlacedGlyph Place(Glyph glyph, double x, double baseline)
    {
        double quarters = Math.Round(x * SubpixelFace.Phases), pixel = Math.Floor(quarters / SubpixelFace.Phases);
        return new LibCairo.PlacedGlyph
        {
            Index = (nuint)((glyph.Index * SubpixelFace.Phases) + (int)(quarters - (pixel * SubpixelFace.Phases))),
            X = pixel,
            Y = baseline,
        };
    }

    // One letter that the family lacks, from a file of the system's; an empty box where that lacks it too.
    private static double ForeignLetter(
        nint context, FontFace face, GlyphTable letters, double size, ref ReadOnlySpan<byte> utf8, bool draws, double x, double baseline)
    {
        Rune.DecodeFromUtf8(utf8, out Rune rune, out int consumed);
        utf8 = utf8[consumed..];
        Glyph glyph = letters[rune.Value] is { Index: > 0 } found ? found : new Glyph(0, MissingAdvance);
        if (draws)
        {
            LibCairo.PlacedGlyph placed = Place(glyph, x, baseline);
            SetFont(context, face, size);
            LibCairo.cairo_show_glyphs(context, &placed, 1);
        }

        return glyph.Advance * size;
    }

    // As many letters as the family lacks, by Cairo's own text calls.
    private static double Foreign(
        nint context, FontFace face, GlyphTable? known, double size, ref ReadOnlySpan<byte> utf8, bool draws, double x, double baseline)
    {
        byte* run = stackalloc byte[MaxRunBytes];
        int length = 0;
        // One malformed byte would put the context in error for ever: the decoder makes a replacement character of it.
        while (!utf8.IsEmpty && length + 4 < MaxRunBytes)
        {
            Rune.DecodeFromUtf8(utf8, out Rune rune, out int consumed);
            if (rune.Value == 0 || (known is not null && known[rune.Value].Index > 0))
                break;
            length += rune.EncodeToUtf8(new Span<byte>(run + length, MaxRunBytes - length));
            utf8 = utf8[consumed..];
        }

        run[length] = 0;
        SetFont(context, face, size);
        LibCairo.TextExtents extents;
        LibCairo.cairo_text_extents(context, run, &extents);
        if (draws)
        {
            LibCairo.cairo_move_to(context, x, baseline);
            LibCairo.cairo_show_text(context, run);
        }

        return extents.XAdvance;
    }

    private static void SetFont(nint context, FontFace face, double size)
    {
        LibCairo.cairo_set_font_face(context, face.Cairo);
        LibCairo.cairo_set_font_size(context, size);
    }
}
