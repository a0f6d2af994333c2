using SemanticEq.Bench.Peers;
using SemanticEq.Bench.Running;
using SemanticEq.Clicks;
using SemanticEq.Dsp;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Bench.Click;

/// <summary>What a switch from one setting of all eight bands to another adds to a 1 kHz sine, the worst of several moments.</summary>
internal sealed class ClickBenchmark(PluginLibrary library, PeerSet peers) : IBenchmark
{
    private const string Section = "click";

    // Whole periods of the sine.
    private const int SteadySamples = 2400;
    private const double ToleranceDb = 1.0;

    // Bands that all move may leave the gain at one frequency nearly what it was.
    private const double SeenDb = 0.1;

    public IReadOnlyList<Subject> Subjects => [];

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        var own = Worst("own bands", ClickMeasure.PresetA, ClickMeasure.PresetB,
            at => PluginSwitch.Render(library, Presets.Own(ClickMeasure.PresetA), Presets.Own(ClickMeasure.PresetB), at));
        var word = Worst(at => Changed(PluginSwitch.Render(library, Presets.DullWord, Presets.BrightWord, at)));
        return
        [
            .. Figures("", "plug-in, worst of both", own.Or(word)),
            .. Figures("own_", "plug-in, 8 own bands", own),
            .. Figures("word_", "plug-in, word and all trims", word),
            .. peers.Installed.SelectMany(peer => Figures($"{peer.Peer.Key}_", peer.Peer.Name, Worst(peer))),
        ];
    }

    private static ClickMeasure Worst(InstalledPeer peer) => Worst(
        peer.Peer.Name, peer.Peer.Played(ClickMeasure.PresetA), peer.Peer.Played(ClickMeasure.PresetB), at => PeerSwitch.Render(peer, at));

    // Nothing is measured of an equaliser that does not play the one preset and then the other.
    private static ClickMeasure Worst(string name, IEnumerable<Band> before, IEnumerable<Band> after, Func<int, double[]> render) => Worst(at =>
    {
        double[] output = render(at);
        RequireGain(name, before, Before(output));
        RequireGain(name, after, After(output));
        return output;
    });

    private static void RequireGain(string name, IEnumerable<Band> bands, ReadOnlySpan<double> output)
    {
        double playedDb = TestSine.GainDb(output);
        double wantedDb = bands.Sum(band => AnalogPrototype.MagnitudeDb(band, ClickMeasure.SineHz));
        if (!(Math.Abs(playedDb - wantedDb) < ToleranceDb))
            throw new InvalidOperationException($"{name}: {playedDb:0.00} dB at 1 kHz, not {wantedDb:0.00}");
    }

    // What a word does to 1 kHz is the model's affair; that it did something must be seen.
    private static double[] Changed(double[] output) =>
        Math.Abs(TestSine.GainDb(After(output)) - TestSine.GainDb(Before(output))) > SeenDb
            ? output
            : throw new InvalidOperationException("switching words and trims changed nothing at 1 kHz");

    private static ReadOnlySpan<double> Before(double[] output) => output.AsSpan(ClickMeasure.Begin, SteadySamples);

    private static ReadOnlySpan<double> After(double[] output) => output.AsSpan(ClickMeasure.Length - SteadySamples);

    private static ClickMeasure Worst(Func<int, double[]> render) => ClickMeasure.SwitchPlaces
        .Select(at => ClickMeasure.Of(render(at), TestSine.Peak)).Aggregate((a, b) => a.Or(b));

    private static IEnumerable<Measurement> Figures(string prefix, string name, ClickMeasure click) =>
    [
        new(Section, $"{prefix}hp4k_db", $"{name}: above 4 kHz", "dB", Spread.Exactly(click.HighPeakDb)),
        new(Section, $"{prefix}out_db", $"{name}: outside 0.5-2 kHz", "dB", Spread.Exactly(click.OutsideDb)),
    ];
}
