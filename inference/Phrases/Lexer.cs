namespace SemanticEq.Inference;

/// <summary>From tokens to terms: the longest phrase of the grammar, else a word of the model.</summary>
internal sealed class Lexer(Grammar grammar, WordFinder words, VocabularyWords vocabulary)
{
    public List<Term> Read(string text)
    {
        var tokens = Tokeniser.Cut(text);
        var terms = new List<Term>(tokens.Count);
        for (int at = 0; at < tokens.Count;)
        {
            int used = ReadPhrase(text, tokens, at, terms);
            if (used == 0)
            {
                terms.Add(ReadOne(text, tokens, at, out used));
            }
            at += used;
        }
        Measures(terms);
        new WeightedWordsFinder(vocabulary, text).Join(terms);
        NumberRanges.Join(terms, text);
        return terms;
    }

    private int ReadPhrase(string text, List<PhraseToken> tokens, int at, List<Term> terms)
    {
        int longest = 0;
        while (longest < Grammar.LongestPhrase && at + longest < tokens.Count && tokens[at + longest].Kind is TokenKind.Word or TokenKind.Number)
            longest++;
        for (int count = longest; count > 0; count--)
        {
            string phrase = string.Join(' ', tokens.GetRange(at, count).Select(token => token.Text));
            if (grammar.Find(phrase) is not { } entry)
                continue;
            var word = entry.Kind switch
            {
                TermKind.Word => words.Find(entry.Name),
                TermKind.Measure or TermKind.Tame => words.Find(tokens[at].Text),
                _ => null,
            };
            terms.Add(Make(text, tokens, at, count, entry.Kind == TermKind.Word && word is null ? TermKind.Unknown : entry.Kind, phrase, entry, word));
            return count;
        }
        return 0;
    }

    private Term ReadOne(string text, List<PhraseToken> tokens, int at, out int used)
    {
        used = 1;
        var token = tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Make(text, tokens, at, 1, TermKind.Number, token.Text) with { Number = token };
            case TokenKind.Comma:
                return Make(text, tokens, at, 1, TermKind.Comma, token.Text);
            case TokenKind.Stop:
                return Make(text, tokens, at, 1, TermKind.Stop, token.Text);
            case TokenKind.Dash:
                bool inRange = at > 0 && tokens[at - 1].Kind == TokenKind.Number && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number;
                return Make(text, tokens, at, 1, inRange ? TermKind.Dash : TermKind.Comma, token.Text);
            case TokenKind.Symbol:
                return Make(text, tokens, at, 1, TermKind.Unknown, token.Text);
        }
        if (token.IsHyphened && at + 1 < tokens.Count && words.Find($"{token.Text}-{tokens[at + 1].Text}") is { } hyphened)
        {
            used = 2;
            return Make(text, tokens, at, 2, TermKind.Word, token.Text, null, hyphened);
        }
        var word = words.Find(token.Text);
        return Make(text, tokens, at, 1, word is null ? TermKind.Unknown : TermKind.Word, token.Text, null, word);
    }

    // "a gentle cut" is a small one; "a gentle vocal" is the word. "so much bass" complains, "so much warmer" does not.
    private static void Measures(List<Term> terms)
    {
        for (int i = 0; i < terms.Count; i++)
        {
            if (terms[i].Kind == TermKind.Too && i + 1 < terms.Count && terms[i + 1].Word is { Use: WordUse.Fresh })
                terms[i] = terms[i] with { Kind = TermKind.Degree, Entry = new GrammarEntry(TermKind.Degree, 1.4, "", 0.0) };
            if (terms[i].Kind == TermKind.Measure)
            {
                bool measures = i + 1 < terms.Count && terms[i + 1].Kind is TermKind.Raise or TermKind.Lower or TermKind.RollOff or TermKind.Shape;
                terms[i] = measures ? terms[i] with { Kind = TermKind.Degree } : AsWord(terms[i]);
            }
            if (terms[i].Kind == TermKind.Tame)
                terms[i] = HasObject(terms, i) ? terms[i] with { Kind = TermKind.Lower, Entry = new GrammarEntry(TermKind.Lower, 0.7, "", 0.0) } : AsWord(terms[i]);
        }
    }

    private static Term AsWord(Term term) => term with { Kind = term.Word is null ? TermKind.Unknown : TermKind.Word };

    // "smooth out the highs" cuts there; "smooth highs" and "smooth the vocal" are the word.
    private static bool HasObject(List<Term> terms, int i)
    {
        int next = i + 1;
        while (next < terms.Count && terms[next].Kind == TermKind.Filler)
            next++;
        return next > i + 1 && next < terms.Count && (terms[next].Kind is TermKind.Region or TermKind.Number || terms[next].Word is { Use: WordUse.Noun });
    }

    private static Term Make(
        string text, List<PhraseToken> tokens, int at, int count, TermKind kind, string folded, GrammarEntry? entry = null, FoundWord? word = null)
    {
        int start = tokens[at].Start;
        string typed = text[start..tokens[at + count - 1].End].TrimEnd('-');
        return new Term(kind, typed, folded, start, entry, word);
    }
}
