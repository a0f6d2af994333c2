namespace SemanticEq.Inference;

/// <summary>Frequency ranges by name.</summary>
internal sealed partial class PhraseParser
{
    // "bass and treble down": ranges that wait for what is said of the last one.
    private readonly List<BandDraft> _waiting = [];

    private void TakeRegion(int i)
    {
        var term = terms[i];
        if (_draft is { IsParted: false } draft)
        {
            if (draft.Target is { Kind: TermKind.Word } && !draft.IsBand)
            {
                NoteWhere(term);
                return;
            }
            if (draft.Target is null && (draft.Db is not null || draft.IsBand))
            {
                if (draft.Shape == "tilt")
                    draft.TiltSign = term.Entry!.Value < 1000.0 ? -1.0 : 1.0;
                SetTarget(draft, term);
                return;
            }
        }
        if (!_mood.IsTouched && _mood.Degree is null && (_carried is not { IsTouched: true } || _carriedOver == TermKind.Comma) && (IsSubject(i) || IsDescribed(i)))
        {
            foreach (var also in _waiting)
                NoteWhere(also.Target!);
            _waiting.Clear();
            NoteWhere(term);
            return;
        }
        if (IsEnoughAhead(i))
            _mood = _mood with { Lack = true, Not = false };
        Begin(term);
    }

    // "the bass is too loud": a range, and how loud it is.
    private bool TakeLevel(int i)
    {
        var term = terms[i];
        if (_draft is not { IsParted: false, IsBand: false, Target.Kind: TermKind.Region } draft || draft.Mood.IsTouched
            || !grammar.TryFindLevel(term.Folded, out double sign))
        {
            return false;
        }
        bool isStated = _isStatement || _mood.Too || _mood.Lack;
        if (!isStated && terms[i - 1] != draft.Target)
            return false;
        bool isMissed = _mood.Not || IsEnoughAhead(i);
        double wanted = isStated && !isMissed ? -sign : sign;
        draft.Mood = draft.Mood with { Verb = wanted > 0.0 ? 1.0 : -0.7, IsVerbBehind = true, Degree = _mood.Degree };
        Share(draft);
        draft.End = term.Start + term.Text.Length;
        _mood = new Mood();
        return true;
    }

    // Whether a finished range waits for the next one's verb.
    private bool Waits(BandDraft draft, TermKind kind)
    {
        bool waits = kind is TermKind.And or TermKind.Comma or TermKind.Or
            && draft is { IsBand: false, Db: null, Target.Kind: TermKind.Region, Mood: { IsTouched: false, Degree: null } };
        if (waits)
            _waiting.Add(draft);
        return waits;
    }

    // What came behind the last range holds for those before it.
    private void Share(BandDraft last)
    {
        foreach (var draft in _waiting)
            (draft.Mood, draft.Db, draft.IsDbSigned) = (last.Mood, last.Db, last.IsDbSigned);
        Release();
    }

    private void Release()
    {
        BandDraft[] waiting = [.. _waiting];
        _waiting.Clear();
        foreach (var draft in waiting)
            AddRegion(draft, draft.Target!);
    }

    private void NoteWhere(Term region) => notes.Add(region, PhrasePartKind.Context, "where it is heard; the word says what to do");

    // "tighter lows", where nobody knows "tighter".
    private bool IsDescribed(int i)
    {
        int before = i - 1;
        while (before >= 0 && terms[before].Kind == TermKind.Filler)
            before--;
        return before >= 0 && terms[before].Kind == TermKind.Unknown;
    }

    // "the highs are too harsh": the range only says where.
    private bool IsSubject(int i)
    {
        bool isStated = _isStatement;
        for (int next = i + 1; next < terms.Count && !terms[next].IsBoundary; next++)
        {
            var term = terms[next];
            isStated |= term.Kind is TermKind.Statement or TermKind.Too;
            if (grammar.TryFindLevel(term.Folded, out _) && (isStated || next == i + 1))
                return false;
            if (term.Kind is TermKind.Number or TermKind.Raise or TermKind.Lower or TermKind.Particle)
                return false;
            if (term.Kind is TermKind.Word or TermKind.Unknown)
                return true;
        }
        return false;
    }
}
