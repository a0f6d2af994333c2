using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>What is chosen among some words, as a plug-in would keep it.</summary>
internal abstract class ChosenWords : IWords
{
    private readonly int[] _slots = [2, 3];

    public abstract IReadOnlyList<MapWord> All { get; set; }

    public abstract IControl Morph { get; }

    public abstract IControl Variation { get; }

    /// <summary>What word A's slot 1 stands for.</summary>
    public string Phrase { get; set; } = "a bit warmer, not muddy";

    public WordShare[] Mixed { get; set; } = [];

    /// <summary>How often a word was chosen.</summary>
    public int Choices { get; private set; }

    /// <summary>How often a mix was set.</summary>
    public int Mixes { get; private set; }

    public ReadOnlySpan<WordShare> Mix => Slot(WordPlace.A) == 1 ? Mixed : [];

    public abstract MapWord? Find(int slot);

    public int Slot(WordPlace place) => _slots[(int)place];

    public string Name(WordPlace place) => Slot(place) == 1 ? Phrase : Find(Slot(place))?.Word ?? "";

    public Point? PhrasePlace(WordPlace place) => Slot(place) == 1 ? new Point(.4, .5) : null;

    public void Choose(WordPlace place, int slot)
    {
        _slots[(int)place] = slot;
        Choices++;
    }

    public void SetMix(ReadOnlySpan<WordShare> words)
    {
        double sum = 0;
        foreach (WordShare word in words)
            sum += word.Share;
        Mixed = new WordShare[words.Length];
        for (int i = 0; i < words.Length; i++)
            Mixed[i] = words[i] with { Share = Math.Round(100 * words[i].Share / sum) / 100 };
        Phrase = string.Join(", ", Mixed.Select(word => string.Create(CultureInfo.InvariantCulture, $"{Find(word.Slot)!.Word} {100 * word.Share:0}")));
        Choose(WordPlace.A, 1);
        Mixes++;
    }
}
