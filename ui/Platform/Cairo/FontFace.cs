using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>One weight of a family. Lives as long as the process, as Cairo's caches of its glyphs do.</summary>
internal sealed unsafe class FontFace
{
    private static readonly Lock LibraryLock = new();
    private static nint _library;

    private FontFace(nint cairo, GlyphTable? glyphs) => (Cairo, Glyphs) = (cairo, glyphs);

    /// <summary>The cairo_font_face_t.</summary>
    public nint Cairo { get; }

    /// <summary>Its letters, where we read the file ourselves; null where Cairo has to look them up.</summary>
    public GlyphTable? Glyphs { get; }

    /// <summary>A face by name, whatever font the system finds for it.</summary>
    /// <param name="family">As "Inter" or "sans-serif".</param>
    /// <param name="weight">Cairo's: normal or bold.</param>
    public static FontFace ByName(string family, int weight)
    {
        fixed (byte* name = System.Text.Encoding.UTF8.GetBytes(family + '\0'))
            return new FontFace(LibCairo.cairo_toy_font_face_create(name, LibCairo.FontSlantNormal, weight), null);
    }

    /// <summary>A face from a file; null where there is none, or no FreeType. The file is read whole and may then change or go.</summary>
    public static FontFace? FromFile(string? path)
    {
        if (path is null || !ShippedLibraries.TryLoad(LibFreeType.Name))
            return null;
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        byte* bytes = (byte*)NativeMemory.Alloc((nuint)file.Length);
        file.CopyTo(new Span<byte>(bytes, file.Length));
        // Cairo locks the face that it draws with; what looks letters up has one of its own.
        nint drawn = Open(bytes, file.Length), read = drawn == 0 ? 0 : Open(bytes, file.Length);
        if (read != 0)
            return new FontFace(SubpixelFace.Create(LibCairo.cairo_ft_font_face_create_for_ft_face(drawn, LibFreeType.LoadForceAutohint)), new GlyphTable(read));
        NativeMemory.Free(bytes);
        return null;
    }

    private static nint Open(byte* file, int length)
    {
        lock (LibraryLock)
        {
            nint library = _library, face;
            if (library == 0 && LibFreeType.FT_Init_FreeType(&library) != 0)
                return 0;
            _library = library;
            return LibFreeType.FT_New_Memory_Face(library, file, new CLong(length), new CLong(0), &face) == 0 ? face : 0;
        }
    }
}
