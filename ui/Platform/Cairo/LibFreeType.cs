using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>The few functions of FreeType (2.8 or later) that are used here, under their own names. An FT_Long is a C long: 32 bits on Windows, 64 elsewhere.</summary>
internal static unsafe partial class LibFreeType
{
    public const string Name = "libfreetype.so.6";
    public const int LoadNoScale = 1;
    public const int LoadForceAutohint = 32;

    // FT_FaceRec.units_per_EM, after five longs, six pointers and padded ints, FT_Generic (two pointers) and FT_BBox (four longs).
    private static readonly int UnitsPerEmOffset = AlignedToPointer(5 * sizeof(CLong)) + (8 * sizeof(nint)) + (4 * sizeof(CLong));

    [LibraryImport(Name)] public static partial int FT_Init_FreeType(nint* library);
    [LibraryImport(Name)] public static partial int FT_New_Memory_Face(nint library, byte* file, CLong length, CLong index, nint* face);
    [LibraryImport(Name)] public static partial int FT_Done_Face(nint face);
    [LibraryImport(Name)] public static partial uint FT_Get_Char_Index(nint face, CULong codePoint);
    [LibraryImport(Name)] public static partial int FT_Get_Advance(nint face, uint glyph, int flags, CLong* advance);

    public static int UnitsPerEm(nint face) => *(ushort*)(face + UnitsPerEmOffset);

    private static int AlignedToPointer(int bytes) => (bytes + sizeof(nint) - 1) / sizeof(nint) * sizeof(nint);
}
