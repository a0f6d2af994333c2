using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>A word on the map. Immutable.</summary>
/// <param name="Slot">Its place in the word list, for ever.</param>
/// <param name="Word">As people type it.</param>
/// <param name="Language">en or es.</param>
/// <param name="Place">Where it lies among the others: words of alike curves lie close. x and y from 0 to 1.</param>
/// <param name="Settings">How many people's settings stand behind it.</param>
/// <param name="Agreement">How far single people agree, −1 to 1; null where too few have set it.</param>
/// <param name="Rank">0 for the word that shows first on the map, and so on: best agreed and most used first.</param>
/// <param name="Near">Slots of the words most alike, nearest first.</param>
/// <param name="Opposite">Slot of the word most opposed, or null.</param>
/// <param name="Readings">What each of its variations stands for, the main one first ("low boost · 7 settings, SAFE"); at least one.</param>
public sealed record MapWord(
    int Slot, string Word, string Language, Point Place, int Settings, double? Agreement, int Rank, IReadOnlyList<int> Near, int? Opposite,
    IReadOnlyList<string> Readings);

/// <summary>Word A, where a morph starts, or word B, where it ends.</summary>
public enum WordPlace
{
    /// <summary>Amber.</summary>
    A,

    /// <summary>Teal.</summary>
    B,
}

/// <summary>A word of a mix.</summary>
/// <param name="Slot">Its place in the word list.</param>
/// <param name="Share">Its weight over the sum of all, 0 to 1.</param>
public readonly record struct WordShare(int Slot, double Share);

/// <summary>The words and which of them are chosen. Main thread.</summary>
public interface IWords
{
    /// <summary>All words, by rank. Made once, on first need.</summary>
    IReadOnlyList<MapWord> All { get; }

    /// <summary>A word by its slot, or null.</summary>
    MapWord? Find(int slot);

    /// <summary>The slot in force: 0 none, 1 the typed phrase, else a word's.</summary>
    int Slot(WordPlace place);

    /// <summary>What stands at a place, for people: a word, the typed phrase, or empty.</summary>
    string Name(WordPlace place);

    /// <summary>Where the typed phrase of a place would lie on the map; null where none is.</summary>
    Point? PhrasePlace(WordPlace place);

    /// <summary>Chooses a word; slot 0 for none. One undo step.</summary>
    void Choose(WordPlace place, int slot);

    /// <summary>
    /// The words that word A's phrase mixes by weights ("warm 60, airy 40"), in its order; empty where it mixes none, or any that is not in
    /// the word list. Valid until the phrase is another. No allocation while it is the same.
    /// </summary>
    ReadOnlySpan<WordShare> Mix { get; }

    /// <summary>
    /// Mixes words, two or more, by weights of any sum: they are typed as word A's phrase, in whole per cent. Where the phrase in force
    /// holds a mix the new one takes its place, and the rest of it stays. Nothing where it would be the same. One undo step.
    /// </summary>
    void SetMix(ReadOnlySpan<WordShare> words);

    /// <summary>From word A (0) to word B (1).</summary>
    IControl Morph { get; }

    /// <summary>Which reading of the words plays.</summary>
    IControl Variation { get; }
}
