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

    private static int IndexOf(WordPlace place) => ParameterTable.IndexOf(place == WordPlace.A ? ParameterId.WordA : ParameterId.WordB);
}
