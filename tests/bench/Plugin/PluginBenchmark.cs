using SemanticEq.Bench.Running;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Bench.Plugin;

/// <summary>The plug-in as hosts have it.</summary>
internal sealed class PluginBenchmark : IBenchmark
{
    private const string Section = "plugin";
    private const string Word = "warm";

    private readonly HostedSubject _word;
    private readonly HostedSubject _short;
    private readonly HostedSubject _flat;
    private readonly AutomatedSubject _automatedOffline;
    private readonly AutomatedSubject _automatedLive;

    /// <summary>Makes the instances.</summary>
    public PluginBenchmark(PluginLibrary library)
    {
        _word = new("a word", library, Word);
        _short = new("a word, 32", library, Word, 32);
        _flat = new("no word", library, "");
        _automatedOffline = new("automated, offline", library, ProcessMode.Offline);
        _automatedLive = new("automated, live", library, ProcessMode.Realtime);
    }

    public IReadOnlyList<Subject> Subjects => [_word, _short, _flat, _automatedOffline, _automatedLive];

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        Spread Factor(Subject subject) => timings.RealtimeFactor(subject, HostedSubject.SampleRate);
        return
        [
            new(Section, "realtime_factor", "a word, offline, blocks of 512", "realtime", Factor(_word)),
            new(Section, "ns_per_frame", "the same, per frame", "ns/frame", timings.Nanoseconds(_word)),
            new(Section, "automated_realtime_factor", "everything automated, offline", "realtime", Factor(_automatedOffline)),
            new(Section, "automated_live_realtime_factor", "everything automated, live", "realtime", Factor(_automatedLive)),
            new(Section, "flat_realtime_factor", "no word", "realtime", Factor(_flat)),
            new(Section, "automated_over_still", "everything automated, live / still", "x", timings.Ratio(_automatedLive, _word)),
            new(Section, "block32_over_512", "blocks of 32 / blocks of 512", "x", timings.Ratio(_short, _word)),
            new(Section, "flat_over_word", "no word / a word", "x", timings.Ratio(_flat, _word)),
        ];
    }
}
