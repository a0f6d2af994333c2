using SemanticEq.Inference;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>The words of the session's model and which of them are chosen. Main thread.</summary>
internal sealed class Words(SemanticEqEffect effect, Gestures gestures) : IWords
{
    private static readonly int VariationIndex = ParameterTable.IndexOf(ParameterId.Variation);
    private readonly TypedPhrase?[] _placed = new TypedPhrase?[2];
    private readonly Point?[] _places = new Point?[2];
    private TypedPhrase? _mixed;
    private BundledModel? _mixedBy;
    private PhraseMix? _mix;
    private WordShare[] _shares = [];

    /// <inheritdoc/>
    public IReadOnlyList<MapWord> All => Map?.All ?? [];

    /// <inheritdoc/>
    public IControl Morph { get; } = new HostedControl(effect, gestures, ParameterId.Morph);

    /// <inheritdoc/>
    public IControl Variation { get; } = new HostedControl(effect, gestures, ParameterId.Variation);

    private ModelWords? Map => effect.SessionModel is { } model ? ModelWords.Of(model) : null;

    /// <inheritdoc/>
    public MapWord? Find(int slot) => Map?.Find(slot);

    /// <inheritdoc/>
    public int Slot(WordPlace place) => (int)ParameterTable.At(IndexOf(place)).ToPlain(gestures.Value(IndexOf(place)));

    /// <inheritdoc/>
    public string Name(WordPlace place) => Slot(place) is not Vocabulary.NoWord and var slot ? effect.WordName((int)place, slot) : "";

    /// <inheritdoc/>
    public Point? PhrasePlace(WordPlace place)
    {
        int word = (int)place;
        if (Slot(place) != Vocabulary.Phrase || effect.Phrases[word] is not { } phrase)
            return null;
        if (phrase == _placed[word])
            return _places[word];
        _placed[word] = phrase;
        var z = place == WordPlace.A ? effect.Places.A : effect.Places.B;
        return _places[word] = z.IsEmpty || z.IndexOfAnyExcept(0f) < 0 ? null : Map?.Place(z);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<WordShare> Mix
    {
        get
        {
            var phrase = Slot(WordPlace.A) == Vocabulary.Phrase ? effect.Phrases[0] : null;
            if (phrase != _mixed || effect.SessionModel != _mixedBy)
                ReadMix(phrase, effect.SessionModel);
            return _shares;
        }
    }

    /// <inheritdoc/>
    public void SetMix(ReadOnlySpan<WordShare> words)
    {
        if (effect.SessionModel is not { } model)
            return;
        var mixed = new List<MixedWord>(words.Length);
        foreach (var word in words)
        {
            if (model.Vocabulary.At(word.Slot) is { } known)
                mixed.Add(new MixedWord(known.Word, word.Share));
        }
        if (mixed.Count < 2)
            return;
        string list = PhraseMix.Write(mixed);
        bool isInPlace = !Mix.IsEmpty;
        string text = isInPlace ? string.Concat(_mixed!.Text.AsSpan(0, _mix!.Start), list, _mixed.Text.AsSpan(_mix.Start + _mix.Length)) : list;
        if (isInPlace && text == _mixed!.Text)
            return;
        gestures.BeginGroup("Mix");
        try
        {
            _ = effect.TypePhrase(0, text);
        }
        finally
        {
            gestures.EndGroup();
        }
    }

    /// <inheritdoc/>
    public void Choose(WordPlace place, int slot)
    {
        if (slot == Slot(place) || (slot > Vocabulary.Phrase && Find(slot) is null) || (uint)slot >= Vocabulary.Slots)
            return;
        string name = slot == Vocabulary.NoWord ? "no word" : effect.WordName((int)place, slot);
        gestures.BeginGroup($"{ParameterTable.At(IndexOf(place)).Title}: {name}");
        // Another word's readings are other ones.
        if (place == WordPlace.A && effect.Values[VariationIndex] != 0.0)
            gestures.SetOnce(VariationIndex, 0.0);
        gestures.SetOnce(IndexOf(place), slot / (Vocabulary.Slots - 1.0));
        gestures.EndGroup();
    }

    private void ReadMix(TypedPhrase? phrase, BundledModel? model)
    {
        (_mixed, _mixedBy) = (phrase, model);
        _mix = phrase is null ? null : model?.Read(phrase.Text)?.Mix;
        _shares = _mix is null ? [] : [.. _mix.Words.Select(word => new WordShare(model!.Vocabulary.SlotOf(word.Word) ?? Vocabulary.NoWord, word.Share))];
        // A word that only a guess stands behind, or that stands there twice, has no line of its own.
        if (Array.Exists(_shares, share => Find(share.Slot) is null) || _shares.DistinctBy(share => share.Slot).Count() < _shares.Length)
            _shares = [];
    }

    private static int IndexOf(WordPlace place) => ParameterTable.IndexOf(place == WordPlace.A ? ParameterId.WordA : ParameterId.WordB);
}
