using SemanticEq.Dsp;

namespace SemanticEq.Bench.Peers;

/// <summary>LSP Parametric Equalizer x16, stereo, eight of its filters on, the analyser off, IIR mode.</summary>
/// <param name="matched">Whether its filters are of the kind made by the matched Z transform instead of the bilinear one.</param>
internal sealed class LspEqualiser(bool matched = false) : Peer
{
    private const int Bell = 1, HighShelf = 3, LowShelf = 5;

    public override string Key => matched ? "lsp_matched" : "lsp";

    public override string Name => matched ? "LSP, matched Z" : "LSP x16, 8 on";

    public override string Uri => "http://lsp-plug.in/plugins/lv2/para_equalizer_x16_stereo";

    public override string Package => "lsp-plugins-lv2";

    protected override IEnumerable<(string Symbol, double Value)> BandControls(int slot, Band band) =>
    [
        ($"ft_{slot}", band.Type switch
        {
            BandType.Bell => Bell,
            BandType.LowShelf => LowShelf,
            BandType.HighShelf => HighShelf,
            _ => throw NotAsked(band),
        }),
        ($"fm_{slot}", matched ? 1.0 : 0.0),
        ($"f_{slot}", band.FrequencyHz),
        ($"g_{slot}", Math.Pow(10.0, band.GainDb / 20.0)),
        ($"q_{slot}", Quality(band)),
    ];

    // Its quality counts from 0, and a bell's grows with the gain: fitted to impulse responses at 500 Hz, ±3 and ±12 dB.
    private static double Quality(Band band)
    {
        double gain = Math.Pow(10.0, band.GainDb / 20.0);
        return band.Type == BandType.Bell ? band.Q * Math.Sqrt(gain + 1.0 / gain) - 0.5 : 2.0 * band.Q - 1.0;
    }
}
