using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>All words of model v2 where they lie (words.tsv, written from it), so that a full map is drawn and tested.</summary>
internal sealed class RealWords : ChosenWords
{
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

    public override IReadOnlyList<MapWord> All { get; set; }

    public override IControl Morph { get; } = new FakeControl(12, "Morph", "%", 0, 100, 28);

    public override IControl Variation { get; } = new FakeControl(13, "Variation", "", 0, 7, 0, steps: 7);

    public override MapWord? Find(int slot) => (uint)slot < (uint)_bySlot.Length ? _bySlot[slot] : null;

    public MapWord Find(string name) => All.First(word => word.Word == name);

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
