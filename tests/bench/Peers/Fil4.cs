using SemanticEq.Dsp;

namespace SemanticEq.Bench.Peers;

/// <summary>x42's fil4, stereo: two shelves and four bells, so that our lowest and highest bell are left out.</summary>
internal sealed class Fil4 : Peer
{
    public override string Key => "fil4";

    public override string Name => "x42 fil4, 6 of the 8";

    public override string Uri => "http://gareus.org/oss/lv2/fil4#stereo";

    public override string Package => "x42-plugins";

    public override IReadOnlyList<int> Playable { get; } = [0, 2, 3, 4, 5, 7];

    protected override IEnumerable<(string Symbol, double Value)> BandControls(int slot, Band band) => band.Type switch
    {
        BandType.LowShelf => Shelf("LS", band),
        BandType.HighShelf => Shelf("HS", band),
        // Its sections, after Regalia and Mitra, have a bandwidth of 7 times the control, in radians.
        BandType.Bell =>
        [
            ($"freq{slot}", band.FrequencyHz),
            ($"gain{slot}", band.GainDb),
            ($"q{slot}", Math.PI / (7.0 * band.Q)),
        ],
        _ => throw NotAsked(band),
    };

    // The shelves' control is a line of their Q.
    private static IEnumerable<(string Symbol, double Value)> Shelf(string prefix, Band band) =>
    [
        ($"{prefix}freq", band.FrequencyHz),
        ($"{prefix}gain", band.GainDb),
        ($"{prefix}q", 2.25 * (band.Q - 0.2129)),
    ];
}
