using System.Text;

namespace SemanticEq.Inference;

/// <summary>The table's words that carry accents, found by their spelling without: frio finds frío. Flat arrays.</summary>
internal sealed class FoldedNames
{
    // Latin letters with accents, from U+00E0 on: a mark of its own stands where a letter has no plain form.
    private const int First = 0xE0;
    private const string Plain = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";

    private readonly byte[] _names;
    private readonly int[] _ends;
    private readonly int[] _rows;

    public FoldedNames(ReadOnlySpan<byte> file, WordTableLayout layout)
    {
        var names = new List<(byte[] Name, int Row)>();
        Span<char> letters = stackalloc char[WordTableLayout.LongestName];
        Span<byte> plain = stackalloc byte[WordTableLayout.LongestName * 3];
        for (int row = 0; row < layout.Count; row++)
        {
            var name = layout.Name(file, row);
            if (Ascii.IsValid(name) || name.Length > WordTableLayout.LongestName)
                continue;
            int length = Encoding.UTF8.GetChars(name, letters);
            names.Add((plain[..Fold(letters[..length], plain)].ToArray(), row));
        }
        names.Sort((a, b) => a.Name.AsSpan().SequenceCompareTo(b.Name) is var order and not 0 ? order : a.Row - b.Row);
        _rows = [.. names.Select(n => n.Row)];
        _ends = new int[names.Count];
        _names = new byte[names.Sum(n => n.Name.Length)];
        int end = 0;
        for (int i = 0; i < _ends.Length; i++)
        {
            names[i].Name.CopyTo(_names, end);
            _ends[i] = end += names[i].Name.Length;
        }
    }

    /// <summary>Row of the first word that is spelt so without its accents; −1 for none.</summary>
    public int Search(ReadOnlySpan<byte> plain)
    {
        int low = 0, high = _rows.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Name(middle).SequenceCompareTo(plain) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _rows.Length && Name(low).SequenceEqual(plain) ? _rows[low] : -1;
    }

    /// <summary>UTF-8 of lower-case letters without their accents, composed or combining; returns its length.</summary>
    public static int Fold(ReadOnlySpan<char> lower, Span<byte> plain)
    {
        Span<char> letters = stackalloc char[lower.Length];
        int length = 0;
        foreach (char c in lower)
        {
            if (c is >= '\u0300' and <= '\u036F')
                continue;
            letters[length++] = c - First is var i and >= 0 && i < Plain.Length && Plain[i] != '/' ? Plain[i] : c;
        }
        return Encoding.UTF8.GetBytes(letters[..length], plain);
    }

    private ReadOnlySpan<byte> Name(int i) => _names.AsSpan()[(i == 0 ? 0 : _ends[i - 1]).._ends[i]];
}
