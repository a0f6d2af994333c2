using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// One instance's typed phrases, of word A and of word B. A host asks what a text means before its user has decided anything, so
/// reading changes nothing: it makes a candidate, and the phrase becomes the word's only when the word is then set to slot 1. Any
/// thread but the audio thread: not all hosts load states on their main thread.
/// </summary>
internal sealed class TypedPhrases
{
    private const int Words = 2;

    // A host's string has room for so many units; a longer phrase comes back from it cut.
    private const int HostsLength = 127;
    private readonly Lock _gate = new();
    private readonly TypedPhrase?[] _phrases = new TypedPhrase?[Words];
    private readonly PhraseReading?[] _candidates = new PhraseReading?[Words];
    private int _serial;

    /// <summary>A word's phrase, or null.</summary>
    /// <param name="word">0 for word A, 1 for word B.</param>
    public TypedPhrase? this[int word] => _phrases[word];

    /// <summary>Both.</summary>
    public PhrasePair Both
    {
        get
        {
            lock (_gate)
                return new(_phrases[0], _phrases[1]);
        }
    }

    /// <summary>Whether a text is a phrase that is understood, if only in part. It becomes the word's candidate, unless it is its phrase already.</summary>
    /// <param name="word">0 for word A, 1 for word B.</param>
    /// <param name="text">As typed.</param>
    /// <param name="model">What reads it.</param>
    /// <param name="isAnew">Whether it becomes the candidate even so: typed once more, its bands are wanted once more.</param>
    public bool TryRead(int word, string text, BundledModel? model, bool isAnew = false)
    {
        DropCandidate(word);
        if (!isAnew && _phrases[word] is { } phrase && (text.Trim() == phrase.Text || (text.Length == HostsLength && phrase.Text.StartsWith(text, StringComparison.Ordinal))))
            return true;
        if (PhraseText.Clean(text) is not { } clean || model?.Read(clean) is not { } reading)
            return false;
        bool isUnderstood = reading.Parts.Any(part => part.Kind is PhrasePartKind.Word or PhrasePartKind.Guess or PhrasePartKind.Band);
        _candidates[word] = isUnderstood ? reading : null;
        return isUnderstood;
    }

    /// <summary>Makes what was read elsewhere a word's candidate; null for nothing.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Propose(int word, PhraseReading? reading) => (_candidates[word] = reading) is not null;

    /// <summary>Whether a text has been read that the word would become by slot 1.</summary>
    public bool HasCandidate(int word) => _candidates[word] is not null;

    /// <summary>The text that was read last for a word, once; null where there is none.</summary>
    public PhraseReading? TakeCandidate(int word) => Interlocked.Exchange(ref _candidates[word], null);

    /// <summary>Forgets what has been read for a word and was not wanted.</summary>
    public void DropCandidate(int word) => _candidates[word] = null;

    /// <summary>Makes a phrase a word's. The bands that it has set are no longer the other word's, even where that one set them the same.</summary>
    public void Set(int word, TypedPhrase phrase)
    {
        lock (_gate)
        {
            _phrases[word] = phrase;
            int other = Words - 1 - word;
            if (_phrases[other] is { } before)
                _phrases[other] = before with { Bands = [.. before.Bands.Where(band => !Array.Exists(phrase.Bands, taken => taken.Own == band.Own))] };
        }
    }

    /// <summary>Takes over a session's; what is damaged is left out.</summary>
    public void Load(SessionState session) =>
        Restore(new PhrasePair(session.PhraseA?.IsSound() == true ? session.PhraseA : null, session.PhraseB?.IsSound() == true ? session.PhraseB : null));

    /// <summary>Brings earlier ones back.</summary>
    public void Restore(PhrasePair phrases)
    {
        lock (_gate)
        {
            _phrases[0] = phrases.A;
            _phrases[1] = phrases.B;
            Array.Clear(_candidates);
        }
    }

    /// <summary>Where the phrases lie in a model's space. One that another model has read is read anew.</summary>
    public TypedPlaces Places(BundledModel? model) => Places(Both, model, Interlocked.Increment(ref _serial));

    /// <summary>Where any phrases would lie.</summary>
    public static TypedPlaces Places(PhrasePair phrases, BundledModel? model, int serial) =>
        new(PlaceOf(phrases.A, model), PlaceOf(phrases.B, model), serial);

    private static float[]? PlaceOf(TypedPhrase? phrase, BundledModel? model)
    {
        if (model is null || phrase is null)
            return null;
        if (phrase.ModelHash == model.Folder.Hash)
            return phrase.Z;
        return phrase.Sounds is { } sounds ? MatchPhrase.Read(model.Folder, sounds)?.Z : model.Read(phrase.Text)?.Z;
    }
}
