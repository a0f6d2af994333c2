using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>Fontconfig, which Cairo stands on: where a font's file is.</summary>
internal static unsafe partial class LibFontconfig
{
    public const string Name = "libfontconfig.so.1";

    private const int ByPattern = 0, Match = 0;

    /// <summary>The file of a font that has just these names; null where it is not installed.</summary>
    /// <param name="family">As "Inter".</param>
    /// <param name="style">As "Medium".</param>
    public static string? FileOf(string family, string style)
    {
        if (!NativeLibrary.TryLoad(Name, typeof(LibFontconfig).Assembly, null, out _))
            return null;
        nint wanted = FcNameParse($"{family}:style={style}");
        if (wanted == 0)
            return null;
        FcConfigSubstitute(0, wanted, ByPattern);
        FcDefaultSubstitute(wanted);
        int result;
        nint found = FcFontMatch(0, wanted, &result);
        FcPatternDestroy(wanted);
        if (found == 0)
            return null;
        // The nearest font is always found: only its names tell whether it is the one.
        string? file = Has(found, "family", family) && Has(found, "style", style) ? First(found, "file", 0) : null;
        FcPatternDestroy(found);
        return file;
    }

    private static bool Has(nint pattern, string field, string value)
    {
        for (int i = 0; First(pattern, field, i) is { } one; i++)
        {
            if (one == value)
                return true;
        }

        return false;
    }

    private static string? First(nint pattern, string field, int index)
    {
        byte* text;
        return FcPatternGetString(pattern, field, index, &text) == Match ? Marshal.PtrToStringUTF8((nint)text) : null;
    }

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)] private static partial nint FcNameParse(string name);
    [LibraryImport(Name)] private static partial int FcConfigSubstitute(nint config, nint pattern, int kind);
    [LibraryImport(Name)] private static partial void FcDefaultSubstitute(nint pattern);
    [LibraryImport(Name)] private static partial nint FcFontMatch(nint config, nint pattern, int* result);
    [LibraryImport(Name)] private static partial void FcPatternDestroy(nint pattern);
    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FcPatternGetString(nint pattern, string field, int index, byte** text);
}
