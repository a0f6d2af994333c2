using System.Runtime.CompilerServices;
using SemanticEq.Inference;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>A model's words for the window: ranked, in their places. Made once a model, on first need. Main thread.</summary>
internal sealed class ModelWords
{
    // As the model's report has it: of fewer settings two alike would agree by 100 %.
    private const int FewestToCompare = 5;

    private static readonly ConditionalWeakTable<BundledModel, ModelWords> Made = [];
    private readonly WordLayout _layout;
    private readonly MapWord?[] _bySlot = new MapWord?[Vocabulary.Slots];

    private ModelWords(BundledModel model)
    {
        _layout = new WordLayout(model.Folder);
        int[] slots = WordRanking.Slots(model.Vocabulary);
        All = [.. slots.Select((slot, rank) => Word(model.Vocabulary, model.Vocabulary.At(slot)!, rank))];
        foreach (var word in All)
            _bySlot[word.Slot] = word;
    }

    /// <summary>All words, by rank.</summary>
    public IReadOnlyList<MapWord> All { get; }

    /// <summary>A model's.</summary>
    public static ModelWords Of(BundledModel model) => Made.GetValue(model, model => new ModelWords(model));

    /// <summary>A word by its slot, or null.</summary>
    public MapWord? Find(int slot) => (uint)slot < Vocabulary.Slots ? _bySlot[slot] : null;

    /// <summary>Where a place of latent space lies among the words.</summary>
    public Point Place(ReadOnlySpan<float> z) => _layout.Place(z) is var (x, y) ? new Point(x, y) : default;

    /// <summary>How far people agree on a word, −1 to 1; null where too few have set it to say so.</summary>
    public static double? Agreement(VocabularyWord word) => word.Settings < FewestToCompare ? null : word.Agreement;

    private MapWord Word(Vocabulary vocabulary, VocabularyWord word, int rank) => new(
        word.Slot, word.Word, word.Language, new Point(_layout.Places[word.Slot].X, _layout.Places[word.Slot].Y), word.Settings, Agreement(word), rank,
        [.. word.Near.Select(vocabulary.SlotOf).OfType<int>()], word.Opposite is { } opposite ? vocabulary.SlotOf(opposite) : null,
        Readings(vocabulary, word));

    private static string[] Readings(Vocabulary vocabulary, VocabularyWord word)
    {
        if (word.Camps.Count > 0)
            return [.. word.Camps.Select(camp => $"{camp.Says} · {People(camp.Settings)}, {Where(camp.Where)}")];
        return [$"the likeliest · {People(word.Settings)}", .. Enumerable.Repeat("another reading", Others(vocabulary, word.Slot))];
    }

    // The two collections of people's settings that words come from.
    private static string Where(string where) => where == "both" ? "SAFE and SocialFX" : where;

    private static string People(int settings) => settings == 1 ? "1 setting" : $"{settings} settings";

    // A reading that a word has not is its last one.
    private static int Others(Vocabulary vocabulary, int slot)
    {
        int count = 0;
        while (count < Vocabulary.MaxVariations && vocabulary.Latents(slot, count + 1) != vocabulary.Latents(slot, count))
            count++;
        return count;
    }
}
