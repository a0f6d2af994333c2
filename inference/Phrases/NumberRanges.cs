namespace SemanticEq.Inference;

/// <summary>
/// "between 200 and 400 Hz", "2-4 kHz", "200 to 400": the word in the middle joins, and a unit counts for both ends. Of "2-3 dB" the
/// middle is taken.
/// </summary>
internal static class NumberRanges
{
    /// <summary>Changes the terms in place.</summary>
    public static void Join(List<Term> terms, string text)
    {
        bool isBetween = false;
        for (int i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            isBetween = term.Kind == TermKind.Between || (isBetween && term.Kind is TermKind.Filler or TermKind.Number);
            if (term.Kind != TermKind.Number || !IsFrequency(term.Number))
                continue;
            int middle = Next(terms, i);
            int last = Next(terms, middle);
            if (IsGainRange(terms, i, middle, last))
            {
                double mean = 0.5 * (term.Number.Value + terms[last].Number.Value);
                string typed = text[term.Start..(terms[last].Start + terms[last].Text.Length)];
                terms[i] = terms[last] with { Text = typed, Start = term.Start, Number = terms[last].Number with { Value = mean } };
                terms.RemoveRange(i + 1, last - i);
                continue;
            }
            if (last >= terms.Count || terms[last].Kind != TermKind.Number || !IsFrequency(terms[last].Number))
                continue;
            if (terms[middle].Kind is not (TermKind.Dash or TermKind.To) && !(isBetween && terms[middle].Kind == TermKind.And))
                continue;
            terms[middle] = terms[middle] with { Kind = TermKind.Dash };
            bool isOfSameUnit = term.Number.Unit == NumberUnit.None && term.Number.Value < terms[last].Number.Value;
            if (isOfSameUnit && terms[last].Number.Unit != NumberUnit.None)
                terms[i] = term with { Number = term.Number with { Unit = terms[last].Number.Unit } };
        }
    }

    private static bool IsGainRange(List<Term> terms, int first, int middle, int last) =>
        last < terms.Count
        && terms[first].Number is { Unit: NumberUnit.None, Value: <= 24.0 }
        && terms[middle].Kind is TermKind.Dash or TermKind.To or TermKind.Or
        && terms[last] is { Kind: TermKind.Number, Number: { Unit: NumberUnit.Db, IsSigned: false } };

    private static bool IsFrequency(in PhraseToken number) => number is { IsSigned: false, Unit: NumberUnit.None or NumberUnit.Hz or NumberUnit.Kilohertz };

    private static int Next(List<Term> terms, int i)
    {
        do
        {
            i++;
        }
        while (i < terms.Count && terms[i].Kind == TermKind.Filler);
        return i;
    }
}
