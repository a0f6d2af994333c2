using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>A letter's shape in a font.</summary>
/// <param name="Index">Its number in the font; 0 where the font lacks it.</param>
/// <param name="Advance">How far the next letter stands from it, in em, unhinted: the same at every size.</param>
internal readonly record struct Glyph(ushort Index, float Advance);

/// <summary>
/// The shapes and advances of the letters of a font's Basic Multilingual Plane, looked up in the font by pages of 256 at their first use, which may
/// be in the midst of playing: pages are native memory, kept as long as the font, which is as long as the process. Any thread.
/// </summary>
internal sealed unsafe class GlyphTable(nint face)
{
    private const int PageSize = 256, Pages = 256;

    private readonly nint[] _pages = new nint[Pages];
    private readonly Lock _faceLock = new();
    private float _digitAdvance;

    /// <summary>The advance of the widest digit, in em.</summary>
    public float DigitAdvance
    {
        get
        {
            if (_digitAdvance == 0)
            {
                float widest = 0;
                for (int digit = '0'; digit <= '9'; digit++)
                    widest = Math.Max(widest, this[digit].Advance);
                _digitAdvance = widest;
            }

            return _digitAdvance;
        }
    }

    /// <summary>The shape of a code point.</summary>
    public Glyph this[int codePoint]
    {
        get
        {
            int page = codePoint / PageSize;
            if (page >= Pages)
                return default;
            nint filled = Volatile.Read(ref _pages[page]);
            return (filled != 0 ? (Glyph*)filled : Fill(page))[codePoint % PageSize];
        }
    }

    private Glyph* Fill(int page)
    {
        lock (_faceLock)
        {
            // Another thread may have been first.
            if (_pages[page] != 0)
                return (Glyph*)_pages[page];
            var glyphs = (Glyph*)NativeMemory.AllocZeroed(PageSize, (nuint)sizeof(Glyph));
            double em = LibFreeType.UnitsPerEm(face);
            for (int i = 0; i < PageSize; i++)
            {
                uint index = LibFreeType.FT_Get_Char_Index(face, new CULong((uint)((page * PageSize) + i)));
                CLong advance;
                if (index is > 0 and <= ushort.MaxValue && LibFreeType.FT_Get_Advance(face, index, LibFreeType.LoadNoScale, &advance) == 0)
                    glyphs[i] = new Glyph((ushort)index, (float)(advance.Value / em));
            }

            Volatile.Write(ref _pages[page], (nint)glyphs);
            return glyphs;
        }
    }
}
