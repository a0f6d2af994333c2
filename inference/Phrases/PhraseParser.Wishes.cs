using System.Globalization;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>From finished drafts to what is asked for.</summary>
internal sealed partial class PhraseParser
{
    private const int MaxBands = Equaliser.OwnBandCount;
    private const double PushAlone = 0.5;

    private void Part(int i)
    {
        var kind = terms[i].Kind;
        bool staysOpen = _draft is { IsBand: true } or { Target: null } && kind is TermKind.And or TermKind.Comma or TermKind.Or or TermKind.With;
        if (_draft is { } draft)
        {
            _carried = kind is TermKind.But or TermKind.Stop or TermKind.With ? null : draft.Mood;
            if (staysOpen)
                draft.IsParted = true;
            else if (Waits(draft, kind))
                _draft = null;
            else
                Flush();
        }
        else if (!_mood.IsTouched || kind is TermKind.Stop)
        {
            ReportLabel();
        }
        if (_draft is null && _mood.IsTouched && kind is not TermKind.Stop)
            _carried ??= _mood;
        _carriedOver = kind == TermKind.Comma && EndsInOr(i) ? TermKind.Or : kind;
        _mood = new Mood();
        if (kind is TermKind.But or TermKind.Stop or TermKind.With)
        {
            _carried = null;
            Release();
        }
        if (kind == TermKind.Stop)
            _isStatement = _isWish = false;
    }

    // "not bright, loud or big".
    private bool EndsInOr(int comma)
    {
        int i = comma + 1;
        while (i < terms.Count && terms[i].Kind is TermKind.Word or TermKind.Region or TermKind.Filler or TermKind.Comma)
            i++;
        return i < terms.Count && terms[i].Kind == TermKind.Or;
    }

    private void Flush()
    {
        if (_draft is not { } draft)
            return;
        _draft = null;
        _carried ??= draft.Mood;
        if (draft.IsBand)
            AddBand(draft);
        else if (draft.Target is { Kind: TermKind.Region } region)
            AddRegion(draft, region);
        else if (draft.Target is { Word: { } word } target)
            AddWord(draft, target, word);
        else
            notes.Add(draft.Start, draft.End, PhrasePartKind.NotUnderstood, draft.Db is null ? "of what?" : "a gain, but at which frequency?");
    }

    private void AddWord(BandDraft draft, Term term, FoundWord word)
    {
        var mood = draft.Mood;
        int constraint = mood.Constraint;
        double form = mood.More && word.Use == WordUse.Fresh ? 1.0 : word.Degree;
        double amount = constraint != 0 ? PushAlone * (mood.Degree ?? 1.0) : Math.Clamp(mood.Amount(form, draft.IsFault), -LatentSum.MaxAmount, LatentSum.MaxAmount);
        double? peak = draft.Db is { } db && constraint == 0 ? Math.CopySign(db, draft.IsDbSigned ? db : amount) : null;
        Words.Add(new WordWish(word.Z, amount, peak, constraint));
        string says = constraint switch
        {
            < 0 => $"{word.Word.Name}: kept out",
            > 0 => $"{word.Word.Name}: not to be lost",
            _ when peak is { } wanted => string.Create(CultureInfo.InvariantCulture, $"{word.Word.Name}, {wanted:+0.#;-0.#} dB at most"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{100.0 * amount:0} % of {word.Word.Name}"),
        };
        if (word.IsCorrected)
            says += $" (read as {word.Word.Name})";
        if (word.Word.IsGuess)
            says += near.Says(word.Z, word.Word.Language);
        bool isLess = constraint < 0 || (constraint == 0 && (peak ?? amount) < 0.0);
        notes.Add(term, word.Word.IsGuess ? PhrasePartKind.Guess : PhrasePartKind.Word, says, word.Word.Certainty, isLess);
    }

    private void AddRegion(BandDraft draft, Term region)
    {
        var mood = draft.Mood;
        bool isLeftAlone = mood.Constraint != 0 && (mood.Verb != 0.0 || mood.Too || mood.Keep || mood.Than || mood.More || mood.Less);
        if (isLeftAlone)
        {
            int side = mood.Constraint > 0 || mood.Less ? 1 : -1;
            Limits.Add(new RangeLimit(region.Entry!, side));
            notes.Add(region, PhrasePartKind.Band, side < 0 ? "must not rise" : "must not fall", isLess: side < 0);
            return;
        }
        // "no bass": as good as gone.
        if (mood.Not && !mood.Lack)
            draft.Mood = mood with { Verb = -1.4 };
        AddBand(draft);
    }

    private void AddBand(BandDraft draft)
    {
        if (draft.Db is null && _inheritedDb is { Db: { } db } last && draft.Mood.Verb == 0.0 && draft.Shape is null)
        {
            draft.Db = db;
            draft.IsDbSigned = last.IsDbSigned;
        }
        _inheritedDb = null;
        if (draft.Target is { Word: { } word })
            draft.IsFault |= grammar.IsFault(word.Word.Name) && draft.Mood is { More: false, Lack: false, Verb: 0.0 };
        // "there's a resonance at 2.3k".
        draft.IsFault |= _label is { Entry.Value: > 0.0 };
        _label = null;
        var band = draft.Build(out string why);
        if (band is null || Bands.Count == MaxBands || (draft.Mood.Not && draft.Target is null))
        {
            why = band is null ? why : Bands.Count == MaxBands ? "there are eight bands at most" : "nothing is done there";
            notes.Add(draft.Start, draft.End, band is null || Bands.Count == MaxBands ? PhrasePartKind.NotUnderstood : PhrasePartKind.Negation, why);
            return;
        }
        string says = "";
        if (draft is { Shape: "band-pass", HzTo: { } top } && Bands.Count < MaxBands - 1)
        {
            Bands.Add(band with { Hz = draft.Hz!.Value });
            says = $"{Describe(Bands[^1])}; ";
            band = new BandRequest(BandType.HighCut, Math.Min(top, 20_000.0), 0.0, band.Q, band.SlopeDbPerOctave);
        }
        Bands.Add(band);
        notes.Add(draft.Start, draft.End, PhrasePartKind.Band, says + Describe(band));
    }

    private static string Describe(BandRequest band)
    {
        string shape = BandTypes.Name(band.Type);
        string hz = string.Create(CultureInfo.InvariantCulture, $"{shape} at {band.Hz:0.#} Hz");
        return band.Type switch
        {
            BandType.LowCut or BandType.HighCut => $"{hz}, {band.SlopeDbPerOctave} dB/oct",
            BandType.Notch => hz,
            _ => string.Create(CultureInfo.InvariantCulture, $"{hz}, {band.Db:+0.##;-0.##;0} dB, Q {band.Q:0.##}"),
        };
    }
}
