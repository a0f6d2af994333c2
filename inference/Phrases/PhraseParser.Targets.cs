namespace SemanticEq.Inference;

/// <summary>Words, and what of the mood before holds for the next target.</summary>
internal sealed partial class PhraseParser
{
    private void TakeWord(int i)
    {
        var term = terms[i];
        var word = term.Word!;
        if (_draft is { IsParted: false } draft && draft.Target is null)
        {
            if (draft.Shape == "tilt")
            {
                draft.TiltSign = space.TiltSign(word.Z);
                SetTarget(draft, term);
                return;
            }
            // "3 dB brighter", or the name of what is cut: "remove 300 Hz mud".
            bool isNamed = draft.Hz is not null && draft.Mood.IsTouched;
            if (isNamed || (draft.Db is not null && !draft.IsBand))
            {
                SetTarget(draft, term);
                return;
            }
        }
        if (IsEnoughAhead(i))
            _mood = _mood with { Lack = true, Not = false };
        Begin(term);
        bool isStated = _isStatement || (!_isWish && IsRemedyAhead(i));
        _draft!.IsFault = isStated && grammar.IsFault(word.Word.Name) && !_draft.Mood.Not;
        // "it isn't warm": stated, and no fault, so it is missed.
        if (_isStatement && _draft.Mood is { Not: true, Too: false, Less: false } && !grammar.IsFault(word.Word.Name))
            _draft.Mood = _draft.Mood with { Lack = true };
    }

    // One place, as a word's: what was said of how much holds for all of it.
    private void TakeMix(Term term)
    {
        var words = term.Mix!;
        Flush();
        double amount = Math.Clamp(_mood.Amount(1.0, isFault: false), -LatentSum.MaxAmount, LatentSum.MaxAmount);
        Words.Add(new WordWish(words.Place(), amount, null, _mood.Constraint));
        words.Note(notes, near);
        Mix ??= words.ToMix(term.Start, term.Start + term.Text.Length);
        _mood = new Mood();
        _carried = null;
    }

    private void Begin(Term target)
    {
        Flush();
        if (!_mood.IsTouched && _carried is not null && Carries(_carried, target))
            _mood = _carried with { Degree = _mood.Degree ?? (_carriedOver == TermKind.Comma ? null : _carried.Degree) };
        _draft = new BandDraft(_mood, target.Start);
        SetTarget(_draft, target);
        _carried = null;
        _carriedOver = TermKind.And;
    }

    private void SetTarget(BandDraft draft, Term target)
    {
        draft.Target = target;
        // "2 dB less bass": the numbers came first.
        if (!ReferenceEquals(draft.Mood, _mood) && !draft.Mood.IsTouched)
            draft.Mood = _mood with { Degree = _mood.Degree ?? draft.Mood.Degree };
        _mood = new Mood();
        draft.End = Math.Max(draft.End, target.Start + target.Text.Length);
        _lastTarget = target;
    }

    private bool Carries(Mood mood, Term target)
    {
        var use = target.Word?.Use ?? WordUse.Noun;
        if (_carriedOver == TermKind.Or)
            return true;
        if (use == WordUse.Fresh)
            return false;
        if (mood.Verb != 0.0 && mood.IsVerbBehind)
            return false;
        if (mood.Verb != 0.0)
            return _carriedOver != TermKind.Comma || use == WordUse.Noun;
        if (mood.Too || mood.Lack)
            return true;
        if (_lastTarget?.Word is { } last && target.Word is { } word && (mood.Less || mood.Not || mood.Keep || mood.Opposite))
            return IsCarriedBetween(last, word);
        return _carriedOver == TermKind.And && (mood.IsTouched || mood.Degree is not null);
    }

    // "less dark and muddy" wants less of both, "not harsh, airy" and "not harsh and airy" want it airy: nobody asks for a fault, and
    // of two other words the likeness of people's curves decides.
    private bool IsCarriedBetween(FoundWord last, FoundWord word) =>
        grammar.IsFault(word.Word.Name)
        || (_carriedOver != TermKind.Comma && !grammar.IsFault(last.Word.Name) && space.AreAlike(last.Z, word.Z));

    // "muddy, needs more clarity": what stands before a remedy is what is wrong.
    private bool IsRemedyAhead(int i)
    {
        int next = i + 1;
        while (next < terms.Count && terms[next].Kind is not (TermKind.Comma or TermKind.Stop))
            next++;
        return terms.Skip(next).Any(term =>
            term.Kind is TermKind.More or TermKind.Less or TermKind.Raise or TermKind.Lower or TermKind.RollOff or TermKind.Lack or TermKind.Wish);
    }

    private bool IsTargetAhead(int i)
    {
        for (int next = i + 1; next < terms.Count && !terms[next].IsBoundary; next++)
        {
            if (terms[next].IsTarget || terms[next].Kind is TermKind.Number or TermKind.Shape or TermKind.Too or TermKind.Lack or TermKind.Raise or TermKind.Lower
                || (grammar.TryFindLevel(terms[next].Folded, out _) && terms[next].Kind != TermKind.Degree))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsEnoughAhead(int i)
    {
        int next = i + 1;
        while (next < terms.Count && terms[next].Kind == TermKind.Filler)
            next++;
        return next < terms.Count && terms[next].Kind == TermKind.Enough;
    }
}
