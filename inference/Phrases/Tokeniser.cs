using System.Text;

namespace SemanticEq.Inference;

/// <summary>Cuts a phrase into words, numbers with their units, and marks.</summary>
internal static class Tokeniser
{
    /// <summary>What is read of a phrase; the rest is named as not understood.</summary>
    public const int MaxTokens = 256;

    public static List<PhraseToken> Cut(string text)
    {
        string folded = Folding.Fold(text);
        var tokens = new List<PhraseToken>();
        int at = 0;
        while (at < folded.Length && tokens.Count < MaxTokens)
        {
            char c = folded[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '\'' or '*' or '=' or '~')
                at += c == '\n' ? Add(tokens, TokenKind.Stop, folded, at, 1) : 1;
            else if (NumberScanner.TryScan(folded, at, tokens, out var number))
                at = Add(tokens, number);
            else if (char.IsLetterOrDigit(c))
                at = Add(tokens, Word(folded, at));
            else
                at += Mark(tokens, folded, at);
        }
        if (at < folded.Length && !string.IsNullOrWhiteSpace(folded[at..]))
            tokens.Add(new PhraseToken(TokenKind.Symbol, "…", at, text.Length));
        return tokens;
    }

    private static PhraseToken Word(string text, int start)
    {
        int at = start;
        var word = new StringBuilder();
        while (at < text.Length)
        {
            char c = text[at];
            // "q2" is a Q and its value, "don't" one word; an accent of its own character folds away.
            bool isQ = at == start + 1 && text[start] == 'q' && char.IsDigit(c);
            bool inWord = char.IsLetterOrDigit(c) || Folding.IsCombiningMark(c)
                || (c == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]));
            if (isQ || !inWord)
                break;
            if (!Folding.IsCombiningMark(c))
                word.Append(c);
            at++;
        }
        bool hyphened = at + 1 < text.Length && text[at] == '-' && char.IsLetter(text[at + 1]);
        // "de-mud", "de-ess": the prefix is a verb here, not the Spanish preposition.
        if (hyphened && word.Length == 2 && word[0] == 'd' && word[1] == 'e')
            word.Append('-');
        return new PhraseToken(TokenKind.Word, word.ToString(), start, hyphened ? at + 1 : at, hyphened);
    }

    private static int Mark(List<PhraseToken> tokens, string text, int at)
    {
        switch (text[at])
        {
            case ':' when IsBeforeNumber(text, at):
                return 1;
            case ',' or ':' or '(' or ')' or '[' or ']':
                return Add(tokens, TokenKind.Comma, text, at, 1);
            case '.' or ';' or '!' or '?' or '¿' or '¡' or '|':
                return Add(tokens, TokenKind.Stop, text, at, 1);
            case '-':
                return Add(tokens, TokenKind.Dash, text, at, 1);
            case '@' or '&' or '/' or '+':
                return Add(tokens, TokenKind.Word, text, at, 1);
            case var c when Folding.IsCombiningMark(c):
                return 1;
        }
        int end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !char.IsLetterOrDigit(text[end]) && text[end] > 127)
            end++;
        return Add(tokens, TokenKind.Symbol, text, at, Math.Max(1, end - at));
    }

    // "bass: +3 dB".
    private static bool IsBeforeNumber(string text, int at)
    {
        do
        {
            at++;
        }
        while (at < text.Length && text[at] == ' ');
        return at < text.Length && (text[at] is '+' or '-' || char.IsAsciiDigit(text[at]));
    }

    private static int Add(List<PhraseToken> tokens, PhraseToken token)
    {
        tokens.Add(token);
        return token.End;
    }

    private static int Add(List<PhraseToken> tokens, TokenKind kind, string text, int at, int length)
    {
        tokens.Add(new PhraseToken(kind, text.Substring(at, length), at, at + length));
        return length;
    }
}
