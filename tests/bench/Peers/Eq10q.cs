using SemanticEq.Dsp;

namespace SemanticEq.Bench.Peers;

/// <summary>EQ10Q stereo, eight of its ten bands on, for both channels.</summary>
internal sealed class Eq10q : Peer
{
    private const int LowShelf = 9, HighShelf = 10, Bell = 11;

    public override string Key => "eq10q";

    public override string Name => "eq10q, 8 on";

    public override string Uri => "http://eq10q.sourceforge.net/eq/eq10qs";

    public override string Package => "eq10q";

    protected override IEnumerable<(string Symbol, double Value)> BandControls(int slot, Band band) =>
    [
        ($"filter{slot + 1}_type", band.Type switch
        {
            BandType.Bell => Bell,
            BandType.LowShelf => LowShelf,
            BandType.HighShelf => HighShelf,
            _ => throw NotAsked(band),
        }),
        ($"filter{slot + 1}_freq", band.FrequencyHz),
        ($"filter{slot + 1}_gain", band.GainDb),
        ($"filter{slot + 1}_q", band.Q),
        ($"filter{slot + 1}_enable", 1.0),
    ];
}
