using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Cairo;

/// <summary>A letter's shape in a font.</summary>
/// <param name="Index">Its number in the font; 0 where the font lacks it.</param>
/// <param name="Advance">How far the next letter stands from it, in em, unhinted: the same at every size.</param>
internal readonly record struct Glyph(ushort Index, float Advance);

/// <summary>
/// The shapes and advances of the letters of a font's Basic Multilingual Plane, looked up in the font by pages of 256 at their first use.
/// Any thread.
/// </summary>
internal sealed unsafe class GlyphTable(nint face)
{
    private const int PageSize = 256, Pages = 256;

    private readonly Glyph[]?[] _pages = new Glyph[Pages][];
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
            return page >= Pages ? default : (Volatile.Read(ref _pages[page]) ?? Fill(page))[codePoint % PageSize];
        }
    }

    private Glyph[] Fill(int page)
    {
        var glyphs = new Glyph[PageSize];
        lock (_faceLock)
        {
            double em = LibFreeType.UnitsPerEm(face);
            for (int i = 0; i < PageSize; i++)
            {
                uint index = LibFreeType.FT_Get_Char_Index(face, new CULong((uint)((page * PageSize) + i)));
                CLong advance;
                if (index is > 0 and <= ushort.MaxValue && LibFreeType.FT_Get_Advance(face, index, LibFreeType.LoadNoScale, &advance) == 0)
                    glyphs[i] = new Glyph((ushort)index, (float)(advance.Value / em));
            }
        }

        Volatile.Write(ref _pages[page], glyphs);
        return glyphs;
    }
}
