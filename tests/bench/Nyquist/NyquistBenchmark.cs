using SemanticEq.Bench.Peers;
using SemanticEq.Bench.Running;
using SemanticEq.Dsp;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Bench.Nyquist;

/// <summary>Worst errors against the analogue prototype, 20 Hz to 20 kHz.</summary>
internal sealed class NyquistBenchmark(PluginLibrary library, PeerSet peers) : IBenchmark
{
    private const string Section = "nyquist";
    private const double SampleRate = 44100.0;

    public IReadOnlyList<Subject> Subjects => [];

    public IEnumerable<Measurement> Measure(Timings timings) =>
    [
        Figure("bell_to_8k_db", "bells to 8 kHz, 44.1 kHz", Ours(RandomBands.Bells(8000.0))),
        Figure("bell_to_16k_db", "bells to 16 kHz", Ours(RandomBands.Bells(16000.0))),
        Figure("shelf_db", "shelves to 16 kHz, Q to 1", Ours(RandomBands.Shelves(16000.0))),
        Figure("bell_12k_db", "bell 12 kHz, +-12 dB, Q 1", Ours(Bells12k())),
        Figure("rbj_bell_to_8k_db", "RBJ: bells to 8 kHz", Textbook(RandomBands.Bells(8000.0))),
        Figure("rbj_bell_to_16k_db", "RBJ: bells to 16 kHz", Textbook(RandomBands.Bells(16000.0))),
        Figure("rbj_shelf_db", "RBJ: shelves to 16 kHz, Q to 1", Textbook(RandomBands.Shelves(16000.0))),
        Figure("rbj_bell_12k_db", "RBJ: bell 12 kHz, +-12 dB, Q 1", Textbook(Bells12k())),
        Figure("ours_bell_db", "plug-in: bell 2-12 kHz, 48 kHz", SingleBell.WorstDb(library)),
        .. Beside().Select(peer => Figure($"{peer.Peer.Key}_bell_db", $"{peer.Peer.Name}: the same", SingleBell.WorstDb(peer))),
    ];

    // LSP's own answer to the bilinear transform is a mode of its filters; it is fair to show it.
    private IEnumerable<InstalledPeer> Beside() =>
        peers.Find(new LspEqualiser(matched: true)) is { } lsp ? [.. peers.Installed, lsp] : peers.Installed;

    private static IEnumerable<Band> Bells12k() => [new(BandType.Bell, 12000.0, 12.0, 1.0), new(BandType.Bell, 12000.0, -12.0, 1.0)];

    private static double Ours(IEnumerable<Band> bands) => bands.Max(band => MatchError.Ours(band, SampleRate));

    private static double Textbook(IEnumerable<Band> bands) => bands.Max(band => MatchError.Textbook(band, SampleRate));

    private static Measurement Figure(string key, string name, double db) => new(Section, key, name, "dB", Spread.Exactly(db));
}
