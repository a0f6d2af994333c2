using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>The few functions of FreeType (2.8 or later) that are used here, under their own names. An FT_Long is a C long: 64 bits here.</summary>
internal static unsafe partial class LibFreeType
{
    public const string Name = "libfreetype.so.6";
    public const int LoadNoScale = 1;
    public const int LoadForceAutohint = 32;

    // FT_FaceRec.units_per_EM, after eleven longs, pointers and padded ints, FT_Generic and FT_BBox.
    private const int UnitsPerEmOffset = 136;

    [LibraryImport(Name)] public static partial int FT_Init_FreeType(nint* library);
    [LibraryImport(Name)] public static partial int FT_New_Memory_Face(nint library, byte* file, nint length, nint index, nint* face);
    [LibraryImport(Name)] public static partial int FT_Done_Face(nint face);
    [LibraryImport(Name)] public static partial uint FT_Get_Char_Index(nint face, nuint codePoint);
    [LibraryImport(Name)] public static partial int FT_Get_Advance(nint face, uint glyph, int flags, nint* advance);

    public static int UnitsPerEm(nint face) => *(ushort*)(face + UnitsPerEmOffset);
}
