using SemanticEq.Bench.Running;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Bench.Realtime;

/// <summary>
/// How long a forced collection of the plug-in's managed heap holds an audio thread, and how much lives there. Measured by the C host
/// of <c>tests/realtime/pauses.c</c>, since this program's own runtime would stop the same thread.
/// </summary>
/// <param name="checkout">The folder that holds <c>tests</c>.</param>
/// <param name="bundle">The plug-in.</param>
internal sealed class RealtimeBenchmark(string checkout, PluginBundle bundle) : IBenchmark
{
    private const string Section = "realtime";
    private const int Collections = 300;

    private static readonly (string Key, string Name, string Unit)[] Figures =
    [
        ("gc_pause_us", "a forced collection holds the audio thread", "us"),
        ("gc_pause_worst_us", "the longest of 300", "us"),
        ("gc_pause_told_us", "as the runtime tells it", "us"),
        ("longest_block_without_us", "longest block of 2 ms without a collection", "us"),
        ("live_objects", "live managed objects, one instance", ""),
        ("live_bytes", "live managed heap, one instance", "bytes"),
    ];

    public IReadOnlyList<Subject> Subjects => [];

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        var values = FiguresScript.Run(checkout, "tests/realtime/pauses.sh", bundle.Path, $"{Collections}");
        // live_objects is told only where the build's symbols lie beside it.
        foreach (var (key, name, unit) in Figures)
            if (values.TryGetValue(key, out var value))
                yield return new(Section, key, name, unit, value);
    }
}
