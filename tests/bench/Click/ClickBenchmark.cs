using SemanticEq.Bench.Peers;
using SemanticEq.Bench.Running;
using SemanticEq.Clicks;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Bench.Click;

/// <summary>What a switch from one setting of all eight bands to another adds to a 1 kHz sine, the worst of several moments.</summary>
internal sealed class ClickBenchmark(PluginLibrary library, PeerSet peers) : IBenchmark
{
    private const string Section = "click";

    public IReadOnlyList<Subject> Subjects => [];

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        var own = Worst(at => PluginSwitch.Render(library, Presets.Own(ClickMeasure.PresetA), Presets.Own(ClickMeasure.PresetB), at));
        var word = Worst(at => PluginSwitch.Render(library, Presets.DullWord, Presets.BrightWord, at));
        return
        [
            .. Figures("", "plug-in, worst of both", own.Or(word)),
            .. Figures("own_", "plug-in, 8 own bands", own),
            .. Figures("word_", "plug-in, word and all trims", word),
            .. peers.Installed.SelectMany(peer => Figures($"{peer.Peer.Key}_", peer.Peer.Name, Worst(at => PeerSwitch.Render(peer, at)))),
        ];
    }

    private static ClickMeasure Worst(Func<int, double[]> render) => ClickMeasure.SwitchPlaces
        .Select(at => ClickMeasure.Of(render(at), TestSine.Peak)).Aggregate((a, b) => a.Or(b));

    private static IEnumerable<Measurement> Figures(string prefix, string name, ClickMeasure click) =>
    [
        new(Section, $"{prefix}hp4k_db", $"{name}: above 4 kHz", "dB", Spread.Exactly(click.HighPeakDb)),
        new(Section, $"{prefix}out_db", $"{name}: outside 0.5-2 kHz", "dB", Spread.Exactly(click.OutsideDb)),
    ];
}
