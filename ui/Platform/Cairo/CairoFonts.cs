using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>
/// The faces of one family, a face a weight. Cairo's own text calls know only "normal" and "bold", so the weights between are
/// asked for by the family names that their files carry ("Inter Medium"), and where those are not installed the nearest face
/// stands in: the family's normal or bold, and without the family the system's sans-serif.
/// </summary>
internal sealed unsafe class CairoFonts
{
    // Any text whose width tells two fonts apart.
    private static ReadOnlySpan<byte> ProbeText => "Semantic EQ −12.5 dB 330 Hz mWil\0"u8;

    private static readonly Lazy<CairoFonts> SharedInter = new(() => new CairoFonts("Inter"));

    private readonly nint _regular;
    private readonly nint _medium;
    private readonly nint _semiBold;

    /// <summary>Finds the faces of a family. They live as long as the process.</summary>
    public CairoFonts(string family)
    {
        CairoLibrary.EnsureLoaded();
        _regular = Face(family, LibCairo.FontWeightNormal);
        _medium = IsInstalled($"{family} Medium")
            ? Face($"{family} Medium", LibCairo.FontWeightNormal)
            : _regular;
        _semiBold = IsInstalled($"{family} SemiBold")
            ? Face($"{family} SemiBold", LibCairo.FontWeightNormal)
            : Face(family, LibCairo.FontWeightBold);
    }

    /// <summary>The product's type.</summary>
    public static CairoFonts Inter => SharedInter.Value;

    /// <summary>The cairo_font_face_t of a weight.</summary>
    public nint this[FontWeight weight] => weight switch
    {
        FontWeight.Medium => _medium,
        FontWeight.SemiBold => _semiBold,
        _ => _regular,
    };

    // Fontconfig answers with its default font for a family that it lacks, and does not say so; the widths do.
    private static bool IsInstalled(string family) =>
        ProbeWidth(Face(family, LibCairo.FontWeightNormal))
        != ProbeWidth(Face("no font has this name", LibCairo.FontWeightNormal));

    private static double ProbeWidth(nint face)
    {
        nint surface = LibCairo.cairo_image_surface_create(LibCairo.FormatRgb24, 1, 1);
        nint context = LibCairo.cairo_create(surface);
        LibCairo.TextExtents extents;
        LibCairo.cairo_set_font_face(context, face);
        LibCairo.cairo_set_font_size(context, 100);
        fixed (byte* text = ProbeText)
            LibCairo.cairo_text_extents(context, text, &extents);
        LibCairo.cairo_destroy(context);
        LibCairo.cairo_surface_destroy(surface);
        return extents.XAdvance;
    }

    private static nint Face(string family, int weight)
    {
        fixed (byte* name = System.Text.Encoding.UTF8.GetBytes(family + '\0'))
            return LibCairo.cairo_toy_font_face_create(name, LibCairo.FontSlantNormal, weight);
    }
}
