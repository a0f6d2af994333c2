using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>
/// The faces of one family, a face a weight: from files that are shipped, else from those that are installed, else what the system has for
/// the family's name, and for letters that the family lacks the system's sans-serif.
/// </summary>
internal sealed class CairoFonts
{
    private const string Product = "Inter";

    private static CairoFonts? _inter;
    private static string? _loadedFrom;

    private readonly FontFace _regular;
    private readonly FontFace _medium;
    private readonly FontFace _semiBold;
    private FontFace? _fallback;

    /// <summary>Finds the faces of a family among the installed ones.</summary>
    public CairoFonts(string family)
        : this(family, style => FontFace.FromFile(LibFontconfig.FileOf(family, style)))
    {
    }

    private CairoFonts(string family, Func<string, FontFace?> find)
    {
        CairoLibrary.EnsureLoaded();
        _regular = find("Regular") ?? FontFace.ByName(family, LibCairo.FontWeightNormal);
        _medium = find("Medium") ?? _regular;
        _semiBold = find("SemiBold") ?? find("Semi Bold") ?? FontFace.ByName(family, LibCairo.FontWeightBold);
    }

    /// <summary>The product's type.</summary>
    public static CairoFonts Inter => Volatile.Read(ref _inter) ?? Keep(new CairoFonts(Product));

    /// <summary>For letters that the family lacks; looked for when the first one comes.</summary>
    public FontFace Fallback => _fallback ??= FontFace.FromFile(SystemFonts.SansSerif) ?? FontFace.ByName("sans-serif", LibCairo.FontWeightNormal);

    /// <summary>The face of a weight.</summary>
    public FontFace this[FontWeight weight] => weight switch
    {
        FontWeight.Medium => _medium,
        FontWeight.SemiBold => _semiBold,
        _ => _regular,
    };

    /// <summary>
    /// Has the product's type come from files Inter-Regular.otf, Inter-Medium.otf, Inter-SemiBold.otf of a folder. Once is enough: the same
    /// folder is not read again.
    /// </summary>
    /// <returns>Whether all three were there; where not, the installed family serves.</returns>
    public static bool Load(string folder)
    {
        if (Volatile.Read(ref _loadedFrom) == folder)
            return true;
        if (new[] { "Regular", "Medium", "SemiBold" }.Any(style => !File.Exists(FileIn(folder, style))))
            return false;
        var fonts = new CairoFonts(Product, style => FontFace.FromFile(FileIn(folder, style)));
        if (fonts._regular.Glyphs is null || fonts._medium == fonts._regular || fonts._semiBold.Glyphs is null)
            return false;
        Volatile.Write(ref _inter, fonts);
        Volatile.Write(ref _loadedFrom, folder);
        return true;
    }

    private static string FileIn(string folder, string style) => Path.Combine(folder, $"{Product}-{style}.otf");

    private static CairoFonts Keep(CairoFonts fonts) => Interlocked.CompareExchange(ref _inter, fonts, null) ?? fonts;
}
