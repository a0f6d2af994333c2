using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>All words of model v2 where they lie (words.tsv, written from it), so that a full map is drawn and tested.</summary>
internal sealed class RealWords : IWords
{
    private readonly int[] _slots = [2, 3];
    private readonly MapWord?[] _bySlot = new MapWord?[512];

    public RealWords()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SemanticEqPlugin.sln")))
            folder = Path.GetDirectoryName(folder)!;
        All = [.. File.ReadLines(Path.Combine(folder, "tests", "Ui.Tests", "Editor", "Words", "words.tsv")).Select(Parse)];
        foreach (MapWord word in All)
            _bySlot[word.Slot] = word;
    }

    public IReadOnlyList<MapWord> All { get; set; }

    public IControl Morph { get; } = new FakeControl(12, "Morph", "%", 0, 100, 28);

    public IControl Variation { get; } = new FakeControl(13, "Variation", "", 0, 7, 0, steps: 7);

    public string Phrase { get; set; } = "a bit warmer, not muddy";

    /// <summary>Choices so far.</summary>
    public int Choices { get; private set; }

    public MapWord? Find(int slot) => (uint)slot < (uint)_bySlot.Length ? _bySlot[slot] : null;

    public MapWord Find(string name) => All.First(word => word.Word == name);

    public int Slot(WordPlace place) => _slots[(int)place];

    public string Name(WordPlace place) => Slot(place) == 1 ? Phrase : Find(Slot(place))?.Word ?? "";

    public Point? PhrasePlace(WordPlace place) => Slot(place) == 1 ? new Point(.4, .5) : null;

    public void Choose(WordPlace place, int slot)
    {
        _slots[(int)place] = slot;
        Choices++;
    }

    public WordShare[] Mixed { get; set; } = [];

    /// <summary>How often a mix was set.</summary>
    public int Mixes { get; private set; }

    public ReadOnlySpan<WordShare> Mix => Slot(WordPlace.A) == 1 ? Mixed : [];

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

    private static MapWord Parse(string line, int rank)
    {
        string[] cells = line.Split('\t');
        return new MapWord(
            int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2], new Point(Number(cells[3])!.Value, Number(cells[4])!.Value),
            int.Parse(cells[5], CultureInfo.InvariantCulture), Number(cells[6]), rank,
            [.. cells[7].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slot => int.Parse(slot, CultureInfo.InvariantCulture))],
            cells[8].Length > 0 ? int.Parse(cells[8], CultureInfo.InvariantCulture) : null, cells[9].Length > 0 ? cells[9].Split('|') : [$"{cells[5]} people"]);
    }

    private static double? Number(string cell) => cell.Length > 0 ? double.Parse(cell, CultureInfo.InvariantCulture) : null;
}
