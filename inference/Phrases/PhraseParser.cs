namespace SemanticEq.Inference;

/// <summary>
/// Reads terms from left to right. What is said before a target (<see cref="Mood"/>) holds for it, and is carried over "and" where that
/// is how people mean it; numbers gather in a draft until one of them would stand there twice.
/// </summary>
internal sealed partial class PhraseParser(Grammar grammar, CurveSpace space, NearWords near, IReadOnlyList<Term> terms, PhraseNotes notes)
{
    private Mood _mood = new();
    private Mood? _carried;
    private TermKind _carriedOver;
    private Term? _lastTarget;
    private BandDraft? _draft;
    private TermKind? _preposition;
    private Term? _label;
    private bool _isStatement;
    private bool _isWish;

    /// <summary>The words asked for.</summary>
    public List<WordWish> Words { get; } = [];

    /// <summary>The bands asked for.</summary>
    public List<BandRequest> Bands { get; } = [];

    /// <summary>The ranges to keep from rising or falling.</summary>
    public List<RangeLimit> Limits { get; } = [];

    /// <summary>The first words that are mixed by weights; null for none.</summary>
    public PhraseMix? Mix { get; private set; }

    /// <summary>Reads all terms.</summary>
    public void Read()
    {
        for (int i = 0; i < terms.Count; i++)
            Read(i);
        Release();
        Flush();
        ReportLabel();
    }

    private void Read(int i)
    {
        var term = terms[i];
        if (TakeLevel(i))
            return;
        switch (term.Kind)
        {
            case TermKind.Number:
                TakeNumber(term);
                break;
            case TermKind.Word:
                TakeWord(i);
                break;
            case TermKind.Mix:
                TakeMix(term);
                break;
            case TermKind.Region:
                TakeRegion(i);
                break;
            case TermKind.Unknown:
                notes.Add(term, PhrasePartKind.NotUnderstood, "not a word that is known here");
                break;
            case TermKind.Foreign:
                notes.Add(term, PhrasePartKind.NotUnderstood, "not what an equaliser does");
                break;
            case TermKind.Context:
                notes.Add(term, PhrasePartKind.Context, "what it is for; changes nothing");
                break;
            case TermKind.Shape:
                TakeShape(i);
                break;
            case TermKind.Raise or TermKind.Lower or TermKind.RollOff:
                TakeVerb(term);
                break;
            case TermKind.Particle:
                TakeParticle(term);
                break;
            case TermKind.Label:
                _label = term;
                break;
            case TermKind.Gain:
                TakeGain(term, new PhraseToken(TokenKind.Number, term.Folded, term.Start, term.Start, Value: term.Entry!.Value));
                break;
            case TermKind.Width:
                Open(term).Q = term.Entry!.Value;
                break;
            default:
                if (term.IsBoundary)
                    Part(i);
                else if (!term.IsPreposition)
                    TakeModifier(i);
                break;
        }
        // "Q de 2": the Q stays what the number is.
        if (term.IsPreposition)
            _preposition = _preposition is TermKind.Quality or TermKind.Slope ? _preposition : term.Kind;
        else if (term.Kind is not (TermKind.Filler or TermKind.Label))
            _preposition = null;
    }

    private void TakeModifier(int i)
    {
        var term = terms[i];
        double value = term.Entry?.Value ?? 0.0;
        switch (term.Kind)
        {
            case TermKind.Degree:
                notes.Add(term, PhrasePartKind.Degree, FormattableString.Invariant($"× {value:0.##}"));
                // "tame the harshness a bit": nothing is left that it could be about.
                if (_draft is { IsParted: false } draft && !IsTargetAhead(i))
                    draft.Mood = draft.Mood with { Degree = value };
                else
                    _mood.Degree = Math.Min(1.7, (_mood.Degree ?? 1.0) * value);
                break;
            case TermKind.More:
                _mood.More = true;
                notes.Add(term, PhrasePartKind.Degree, "more of it");
                break;
            case TermKind.Less:
                _mood.Less = true;
                notes.Add(term, PhrasePartKind.Degree, "less of it");
                break;
            case TermKind.Too:
                _mood.Too = true;
                notes.Add(term, PhrasePartKind.Complaint, _mood.Not ? "kept within bounds" : "what is wrong now: the mirrored curve is wanted");
                break;
            case TermKind.Lack:
                _mood.Lack = true;
                notes.Add(term, PhrasePartKind.Complaint, "what is missing now: more of it is wanted");
                break;
            case TermKind.Not:
                _mood.Not = true;
                notes.Add(term, PhrasePartKind.Negation, "kept out");
                break;
            case TermKind.Keep:
                _mood.Keep = true;
                notes.Add(term, PhrasePartKind.Negation, "not to be lost");
                break;
            case TermKind.Opposite:
                _mood.Opposite = true;
                notes.Add(term, PhrasePartKind.Opposite, "the mirrored curve");
                break;
            case TermKind.Than:
                _mood.Than = true;
                break;
            case TermKind.Wish:
                _isWish = true;
                break;
            case TermKind.Statement:
                _isStatement = !_isWish;
                break;
        }
    }

    private void ReportLabel()
    {
        if (_label is not null && (_mood.Verb != 0.0 || _mood.Less || _mood.Too))
            notes.Add(_label, PhrasePartKind.NotUnderstood, "at which frequency?");
        _label = null;
    }
}
