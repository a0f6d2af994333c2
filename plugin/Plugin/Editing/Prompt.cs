using SemanticEq.Inference;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>The line that says what is wanted: word A, typed. Main thread; allocates where its text changes.</summary>
internal sealed class Prompt(SemanticEqEffect effect, Gestures gestures, Words words, ReferenceMatch reference) : IPrompt
{
    private static readonly int WordA = ParameterTable.IndexOf(ParameterId.WordA);
    private static readonly int Morph = ParameterTable.IndexOf(ParameterId.Morph);
    private int _slot;
    private TypedPhrase? _phrase;
    private BundledModel? _model;
    private IReadOnlyList<PromptPart>? _parts;
    private string? _notice;

    /// <inheritdoc/>
    public string Text => words.Name(WordPlace.A);

    /// <inheritdoc/>
    public IReadOnlyList<PromptPart> Parts => _parts ??= PartsNow();

    /// <inheritdoc/>
    public int Serial { get; private set; }

    /// <summary>Looks whether another word or phrase stands, and whether a file that was dropped has been read. Else allocates nothing.</summary>
    public void Follow()
    {
        if (reference.TryFinish(out string? problem))
            _notice = problem ?? Match();
        int slot = words.Slot(WordPlace.A);
        if (slot == _slot && effect.Phrases[0] == _phrase && effect.SessionModel == _model)
            return;
        (_slot, _phrase, _model) = (slot, effect.Phrases[0], effect.SessionModel);
        _parts = null;
        Serial++;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PromptPart> Read(string text) =>
        PhraseText.Clean(text) is { } clean && effect.SessionModel?.Read(clean) is { } reading ? [.. reading.Parts.Select(PromptParts.Of)] : [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Suggest(string text, int count)
    {
        string last = text[(text.LastIndexOfAny([' ', ',', '.', ';']) + 1)..];
        if (last.Length == 0 || count <= 0)
            return [];
        var begun = words.All.Where(word => word.Word.StartsWith(last, StringComparison.OrdinalIgnoreCase)).Select(word => word.Word);
        var meant = last.Length > 2 ? effect.SessionModel?.Vocabulary.Suggest(last, count) ?? [] : [];
        return [.. begun.Concat(meant).Distinct().Take(count)];
    }

    /// <inheritdoc/>
    public string? Submit(string text)
    {
        text = text.Trim();
        if (effect.SessionModel is not { } model)
            return "The words could not be loaded, so nothing typed can be understood. See the message above.";
        if (MatchPhrase.IsAsked(text))
            return MatchSideChain();
        if (text == reference.Text)
            return Match();
        // Made of sounds that are not here any more: it stands as it is.
        if (text == Text && effect.Phrases[0] is { Sounds: not null })
            return null;
        int? slot = text.Length == 0 ? Vocabulary.NoWord : model.Vocabulary.SlotOf(text);
        string name = text.Length == 0 ? "Clear words" : $"“{Shortened(text)}”";
        bool isDone = Change(name, isHeard: slot != Vocabulary.NoWord, () => slot is { } word ? Choose(word) : effect.TypePhrase(0, text));
        return isDone ? null : NotUnderstood(text);
    }

    /// <inheritdoc/>
    public string? MatchLabel => reference.Label ?? (effect.Match.IsOn ? "Match side-chain" : null);

    /// <inheritdoc/>
    public string? Match()
    {
        if (!reference.IsThere)
            return MatchSideChain();
        return WhyNot(reference.Problem) ?? Matched(Change(reference.Label!, isHeard: true, () => effect.TakePhrase(0, reference.Read(effect.SessionModel!.Folder))));
    }

    /// <inheritdoc/>
    public string? TakeNotice()
    {
        string? notice = _notice;
        _notice = null;
        return notice;
    }

    private string? MatchSideChain() =>
        WhyNot(effect.Match.Problem) ?? Matched(Change("Match side-chain", isHeard: true, () => effect.TypePhrase(0, MatchPhrase.Text)));

    private string? WhyNot(string? problem) =>
        effect.SessionModel is null ? "The words could not be loaded, so no match can be made. See the message above." : problem;

    private static string? Matched(bool isDone) => isDone ? null : "The two sounds have next to nothing in common, so there is nothing to match.";

    // One step of undo. At the morph's far end word A is not heard.
    private bool Change(string name, bool isHeard, Func<bool> change)
    {
        gestures.BeginGroup(name);
        bool isDone;
        try
        {
            isDone = change();
            if (isDone && isHeard && effect.Values[Morph] > 0.995)
                gestures.SetOnce(Morph, 0.0);
        }
        finally
        {
            gestures.EndGroup();
        }
        Follow();
        return isDone;
    }

    // What the phrase before has set and nobody has touched goes with it, as with the next phrase.
    private bool Choose(int slot)
    {
        effect.ReleasePhraseBands(0);
        words.Choose(WordPlace.A, slot);
        return true;
    }

    private string NotUnderstood(string text)
    {
        if (text.Length > PhraseText.MaxLength)
            return $"That is longer than {PhraseText.MaxLength} characters. Say it more shortly.";
        var near = Suggest(text, 3);
        string hint = near.Count > 0
            ? "Did you mean " + string.Join(", ", near.Select(word => $"“{word}”")) + "?"
            : "Try a word like “warm”, or “cut 3 dB at 300 Hz”.";
        return $"Nothing of this is understood. {hint}";
    }

    private static string Shortened(string text)
    {
        const int Longest = 40;
        return text.Length <= Longest ? text : text[..Longest].TrimEnd() + "…";
    }

    private IReadOnlyList<PromptPart> PartsNow() => words.Slot(WordPlace.A) switch
    {
        Vocabulary.NoWord => [],
        Vocabulary.Phrase => [.. (effect.Phrases[0]?.Parts ?? []).Select(PromptParts.Of)],
        var slot => effect.SessionModel?.Vocabulary.At(slot) is { } word
            ? [new PromptPart(word.Word, PromptPartKind.Word, $"100 % of {word.Word}", ModelWords.Agreement(word))]
            : [],
    };
}
