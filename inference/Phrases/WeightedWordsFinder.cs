namespace SemanticEq.Inference;

/// <summary>
/// Finds words with weights among the terms of a phrase. Numbers mean other things too, so it is strict: two words or more, each with a
/// weight, all in per cent or all bare, none above 100; bare ones add up to 20 or more ("warm 3, bright 2" is in dB), or to 1.
/// </summary>
internal sealed class WeightedWordsFinder(VocabularyWords vocabulary, string text)
{
    private const double LargestWeight = 100.0;
    private const double LeastSum = 20.0;
    private const double Whole = 100.0;

    /// <summary>Puts one term for each list in place of its terms.</summary>
    public void Join(List<Term> terms)
    {
        for (int i = 0; i < terms.Count; i++)
        {
            if (!MayBegin(terms, i))
                continue;
            // "low", "boost", "even" are words to people too, where nothing else is said.
            var found = Read(terms, i, isWhole: true, out int end);
            if (found is null || !terms.TrueForAll(term => IsSilent(term) || IsWithin(terms, term, i, end)))
                found = Read(terms, i, isWhole: false, out end);
            if (found is null)
                continue;
            int start = terms[i].Start;
            string typed = text[start..(terms[end - 1].Start + terms[end - 1].Text.Length)];
            terms[i] = new Term(TermKind.Mix, typed, typed, start) { Mix = found };
            terms.RemoveRange(i + 1, end - i - 1);
        }
    }

    private static bool IsSilent(Term term) => term.Kind is TermKind.Filler or TermKind.Wish or TermKind.Comma or TermKind.Stop;

    private static bool IsWithin(List<Term> terms, Term term, int start, int end)
    {
        int at = terms.IndexOf(term);
        return at >= start && at < end;
    }

    // "cut mud 60 and boom 80": what is done there says what the numbers are.
    private static bool MayBegin(List<Term> terms, int i)
    {
        for (int before = i - 1; before >= 0 && !terms[before].IsBoundary; before--)
        {
            if (terms[before].Kind is not (TermKind.Filler or TermKind.Wish or TermKind.Statement or TermKind.Degree))
                return false;
        }
        return true;
    }

    private WeightedWords? Read(List<Term> terms, int start, bool isWhole, out int end)
    {
        var items = new List<WeightedWords.Item>();
        var forms = new List<WordUse>();
        end = start;
        bool isNumberFirst = terms[start].Kind == TermKind.Number;
        NumberUnit? unit = null;
        for (int at = start; at < terms.Count; at = SkipSeparator(terms, end))
        {
            int used = isNumberFirst ? NumberThenWord(terms, at, isWhole, out var word, out var number) : WordThenNumber(terms, at, isWhole, out word, out number);
            if (used == 0 || word is null || (unit ??= number.Unit) != number.Unit)
                break;
            int from = terms[at].Start;
            end = at + used;
            items.Add(new WeightedWords.Item(text[from..(terms[end - 1].Start + terms[end - 1].Text.Length)], from, word, number.Value));
            forms.Add(word.Use);
        }
        return items.Count >= 2 && IsMeant(items, forms, unit) ? new WeightedWords(items) : null;
    }

    // "20 % warmer, 30 % brighter" asks for more of each, unless it makes a whole.
    private static bool IsMeant(List<WeightedWords.Item> items, List<WordUse> forms, NumberUnit? unit)
    {
        double sum = items.Sum(item => item.Weight);
        if (unit == NumberUnit.Percent)
            return sum > 0.0 && (Math.Abs(sum - Whole) < 1.0 || !forms.Contains(WordUse.Fresh));
        return sum >= LeastSum || Math.Abs(sum - 1.0) < 0.015;
    }

    private int WordThenNumber(List<Term> terms, int at, bool isWhole, out FoundWord? word, out PhraseToken number)
    {
        number = default;
        word = WordOf(terms[at], isWhole);
        int next = at + 1;
        // "warm at 60 %"; "warm at 60" is where.
        bool hasAt = next < terms.Count && terms[next].Kind == TermKind.At;
        next += hasAt ? 1 : 0;
        if (word is null || next >= terms.Count || !IsWeight(terms[next], out number) || (hasAt && number.Unit != NumberUnit.Percent))
            return 0;
        return next + 1 - at;
    }

    private int NumberThenWord(List<Term> terms, int at, bool isWhole, out FoundWord? word, out PhraseToken number)
    {
        word = null;
        if (!IsWeight(terms[at], out number))
            return 0;
        int next = at + 1;
        if (next < terms.Count && terms[next].Folded is "of" or "de" or "parts" or "partes")
            next++;
        word = next < terms.Count ? WordOf(terms[next], isWhole) : null;
        return word is null ? 0 : next + 1 - at;
    }

    private FoundWord? WordOf(Term term, bool isWhole)
    {
        if (term.Kind == TermKind.Word)
            return term.Word;
        float[] z = new float[DecoderShape.Latent];
        return isWhole && term.Kind is not (TermKind.Number or TermKind.Unknown) && vocabulary.TryFind(term.Folded, z, out var found)
            ? new FoundWord(found, z, 1.0, WordUse.Plain, false)
            : null;
    }

    private static bool IsWeight(Term term, out PhraseToken number)
    {
        number = term.Number;
        return term.Kind == TermKind.Number
            && number is { IsSigned: false, Unit: NumberUnit.Percent or NumberUnit.None, Value: >= 0.0 and <= LargestWeight };
    }

    private static int SkipSeparator(List<Term> terms, int at)
    {
        if (at < terms.Count && terms[at].Kind == TermKind.Comma)
            at++;
        if (at < terms.Count && terms[at].Kind == TermKind.And)
            at++;
        return at;
    }
}
