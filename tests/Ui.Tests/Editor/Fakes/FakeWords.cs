using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>Some thirty words where target.png has them.</summary>
internal sealed class FakeWords : ChosenWords
{
    private static readonly (string Word, double X, double Y, int Settings)[] Places =
    [
        ("warm", .30, .58, 582), ("bright", .83, .20, 544), ("dark", .13, .41, 104), ("clear", .66, .36, 160), ("smooth", .45, .65, 96),
        ("muddy", .33, .90, 120), ("airy", .88, .10, 95), ("thin", .85, .69, 88), ("full", .20, .70, 74), ("deep", .17, .79, 70),
        ("boomy", .13, .93, 98), ("soft", .55, .53, 66), ("heavy", .42, .76, 60), ("harsh", .79, .51, 110), ("tinny", .87, .57, 112),
        ("cold", .74, .83, 58), ("hollow", .51, .92, 31), ("nasal", .70, .71, 62), ("boxy", .56, .84, 48), ("punchy", .38, .31, 52),
        ("gentle", .48, .26, 27), ("vintage", .53, .40, 29), ("mellow", .36, .44, 50), ("round", .22, .52, 41), ("calm", .31, .20, 38),
        ("open", .63, .20, 44), ("sparkly", .77, .27, 30), ("brilliant", .61, .09, 33), ("telephone", .75, .93, 22), ("crisp", .72, .15, 64),
    ];

    public FakeWords(Action changed)
    {
        All = [.. Places.Select((place, i) => new MapWord(
            i + 2, place.Word, "en", new Point(place.X, place.Y), place.Settings, i % 5 == 4 ? null : 0.9 - (0.02 * i), i, Near(i), 2 + ((i + 15) % 30),
            i % 3 == 0 ? ["41 people", "7 people, SAFE: low boost"] : ["12 people"]))];
        Morph = new FakeControl(12, "Morph", "%", 0, 100, 28, changed);
        Variation = new FakeControl(13, "Variation", "", 0, 7, 0, changed, steps: 7);
    }

    public override IReadOnlyList<MapWord> All { get; set; }

    public override IControl Morph { get; }

    public override IControl Variation { get; }

    public override MapWord? Find(int slot) => slot >= 2 && slot - 2 < All.Count ? All[slot - 2] : null;

    private static int[] Near(int of) =>
    [
        .. Enumerable.Range(0, Places.Length).Where(i => i != of)
            .OrderBy(i => Math.Pow(Places[i].X - Places[of].X, 2) + Math.Pow(Places[i].Y - Places[of].Y, 2)).Take(5).Select(i => i + 2),
    ];
}
