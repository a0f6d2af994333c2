namespace SemanticEq.Inference;

/// <summary>
/// Letters without case and accents, one for one: places in the folded text are places in the text. Not string.Normalize, which
/// does nothing where globalisation is invariant and throws at broken surrogates.
/// </summary>
internal static class Folding
{
    private const string Accented = "áàâäãåéèêëíìîïóòôöõúùûüñç’‘´`−–—";
    private const string Plain = "aaaaaaeeeeiiiiooooouuuunc''''---";

    public static string Fold(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            char c = char.ToLowerInvariant(text[i]);
            int at = c < 128 ? -1 : Accented.IndexOf(c);
            folded[i] = at < 0 ? c : Plain[at];
        }
        return new string(folded);
    }

    /// <summary>An accent typed as a character of its own after its letter (decomposed Unicode).</summary>
    public static bool IsCombiningMark(char c) => c is >= '\u0300' and <= '\u036f';
}
