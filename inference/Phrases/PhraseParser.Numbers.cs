namespace SemanticEq.Inference;

/// <summary>Verbs, shapes and numbers.</summary>
internal sealed partial class PhraseParser
{
    private const double MaxUnitlessDb = 24.0;

    private void TakeVerb(Term term)
    {
        double strength = term.Kind == TermKind.Raise ? 1.0 : term.Kind == TermKind.Lower ? -term.Entry!.Value : -0.7;
        bool rolls = term.Kind == TermKind.RollOff;
        notes.Add(term, PhrasePartKind.Verb, strength > 0.0 ? "up" : rolls ? "rolled off" : "down");
        // "300 Hz cut", "bass boost": the verb comes last.
        if (_draft is { IsParted: false } draft && draft.Target is not { Kind: TermKind.Word } && !draft.Mood.IsTouched)
        {
            draft.Mood = draft.Mood with { Verb = strength, RollsOff = rolls, IsVerbBehind = true };
            Share(draft);
            return;
        }
        Flush();
        _mood.Verb = strength;
        _mood.RollsOff |= rolls;
    }

    private void TakeParticle(Term term)
    {
        if (_mood.Verb != 0.0 || _draft is { Target.Kind: TermKind.Word } || _draft is { Mood.Verb: not 0.0 })
            return;
        double strength = term.Entry!.Value > 0.0 ? 1.0 : -0.7;
        if (_draft is not { IsParted: false } draft)
        {
            _mood.Verb = strength;
            return;
        }
        draft.Mood = draft.Mood with { Verb = strength, IsVerbBehind = true };
        Share(draft);
    }

    private void TakeShape(int i)
    {
        var term = terms[i];
        if (_draft is { } draft)
        {
            bool conflicts = draft.Shape is not null || draft.Target is { Kind: TermKind.Word } && !draft.IsBand;
            // "boost 12k, with a shelf" is one band; "+2 at 10k and a low cut at 80" are two.
            bool isOwn = draft.IsParted && (!IsGeneral(term.Entry!.Name) || IsTargetAhead(i));
            if (conflicts || isOwn)
                Flush();
        }
        Open(term).Shape = term.Entry!.Name;
    }

    private static bool IsGeneral(string shape) => shape is "bell" or "shelf" or "low-shelf" or "high-shelf";

    private void TakeNumber(Term term)
    {
        var number = term.Number;
        switch (number.Unit)
        {
            case NumberUnit.Percent:
                notes.Add(term, PhrasePartKind.Degree, FormattableString.Invariant($"× {number.Value / 100.0:0.##}"));
                double share = Math.Clamp(number.Value / 100.0, -1.5, 1.5);
                if (_draft is { IsParted: false } pending)
                    pending.Mood = pending.Mood with { Degree = share };
                else
                    _mood.Degree = share;
                break;
            case NumberUnit.DbPerOctave:
                Open(term).Slope = (int)Math.Min(1000.0, Math.Abs(number.Value));
                break;
            case NumberUnit.Db:
                TakeGain(term, number);
                break;
            case NumberUnit.Hz:
                TakeFrequency(term, number.Value);
                break;
            case NumberUnit.Kilohertz:
                TakeFrequency(term, 1000.0 * number.Value);
                break;
            default:
                TakeUnitless(term, number);
                break;
        }
    }

    private void TakeUnitless(Term term, in PhraseToken number)
    {
        const double lowestHz = 20.0;
        if (_preposition == TermKind.Quality)
            Open(term).Q = Math.Abs(number.Value);
        else if (_preposition == TermKind.Slope)
            Open(term).Slope = (int)Math.Min(1000.0, Math.Abs(number.Value));
        else if (number.IsSigned || _preposition == TermKind.By || (number.Value < lowestHz && _preposition != TermKind.At))
            TakeGain(term, number);
        else
            TakeFrequency(term, number.Value);
    }

    private void TakeGain(Term term, in PhraseToken number)
    {
        if (Math.Abs(number.Value) > MaxUnitlessDb)
        {
            notes.Add(term, PhrasePartKind.NotUnderstood, "more than 24 dB is not possible");
            return;
        }
        if (_draft is { Db: not null } || (_draft is { IsParted: true, IsBand: false }))
            FlushToNext();
        var draft = Open(term);
        draft.Db = number.Value;
        draft.IsDbSigned = number.IsSigned;
        if (draft is { IsBand: false, Target: not null })
            Share(draft);
    }

    private void TakeFrequency(Term term, double hz)
    {
        if (_draft is { Hz: not null, HzTo: null } range && _preposition is TermKind.To or TermKind.Dash && _draft is { IsParted: false })
        {
            _draft.HzTo = hz;
            Open(term);
            return;
        }
        int side = _preposition == TermKind.Below ? -1 : _preposition == TermKind.Above ? 1 : 0;
        if (_draft is { Hz: not null } || (_draft is { IsParted: true, IsBand: false, Target: not null }))
            FlushToNext();
        var draft = Open(term);
        draft.Hz = hz;
        draft.Side = side;
    }

    // "cut 300 by 3 and 500 by 2", "+2 dB at 100 and 10k": the next band takes over what was said before the first.
    private void FlushToNext()
    {
        var last = _draft!;
        Flush();
        if (!_mood.IsTouched && last.Mood.Verb != 0.0)
            _mood = _mood with { Verb = last.Mood.Verb, RollsOff = last.Mood.RollsOff };
        _inheritedDb = last.Mood.Verb == 0.0 || last.Db is null ? last : null;
    }

    private BandDraft? _inheritedDb;

    private BandDraft Open(Term term)
    {
        if (_draft is null)
        {
            if (!_mood.IsTouched && _carried is { Verb: not 0.0 } && _carriedOver == TermKind.And)
                _mood = _mood with { Verb = _carried.Verb };
            _draft = new BandDraft(_mood, term.Start);
            _mood = new Mood();
        }
        _draft.End = Math.Max(_draft.End, term.Start + term.Text.Length);
        _draft.IsParted = false;
        return _draft;
    }
}
