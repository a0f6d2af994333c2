using SemanticEq.Bench.Running;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Bench.Session;

/// <summary>
/// What a session of many instances costs, and how long blocks take beside a hostile neighbour, measured by the C hosts of
/// <c>tests/session</c>.
/// </summary>
/// <param name="checkout">The folder that holds <c>tests</c>.</param>
/// <param name="bundle">The plug-in.</param>
internal sealed class SessionBenchmark(string checkout, PluginBundle bundle) : IBenchmark
{
    private const string Section = "session";
    private const int Rounds = 7, Blocks = 100_000;

    private static readonly (string Key, string Name, string Unit)[] Costs =
    [
        ("load_ms", "loading the library", "ms"),
        ("first_ms", "library, first instance, its first block", "ms"),
        ("further_ms", "each further instance, its first block", "ms"),
        ("further_worst_ms", "the slowest of 99", "ms"),
        ("release_ms", "letting an instance go", "ms"),
        ("scan_ms", "a scanner's visit", "ms"),
        ("first_kb", "library and first instance, resident", "kB"),
        ("further_kb", "each further instance, resident", "kB"),
        ("played_everything_kb", "the same, all parameters automated, learning", "kB"),
        ("cores_nothing", "100 instances at rest", "cores"),
        ("cores_macros", "100 instances, every macro automated", "cores"),
        ("cores_everything", "100 instances, every parameter automated", "cores"),
    ];

    private static readonly (string Key, string Name)[] Sorts =
    [
        ("quiet", "nothing beside it"), ("neighbour", ".NET neighbour allocating"), ("saves", "saved ten times a second"),
        ("user", "editor open, typing, saving, browsing"),
    ];

    public IReadOnlyList<Subject> Subjects => [];

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        var values = FiguresScript.Run(checkout, "tests/session/figures.sh", bundle.Path, $"{Rounds}", $"{Blocks}");
        foreach (var (key, name, unit) in Costs)
            yield return new(Section, key, name, unit, values[key]);
        foreach (int block in new[] { 64, 512 })
        {
            // Without a display there is no user.
            foreach (var (sort, name) in Sorts.Where(sort => values.ContainsKey($"block{block}_{sort.Key}_max_us")))
            {
                foreach (var (figure, what) in new[] { ("p50", "median"), ("p9999", "99.99 %"), ("max", "longest") })
                    yield return new(Section, $"block{block}_{sort}_{figure}_us", $"blocks of {block}, {name}: {what}", "us", values[$"block{block}_{sort}_{figure}_us"]);
            }

            yield return new(Section, $"block{block}_neighbour_own_pauses_ms", $"blocks of {block}: the neighbour's own threads stood", "ms", values[$"block{block}_neighbour_own_pauses_ms"]);
            yield return new(Section, $"block{block}_bytes_a_save", $"blocks of {block}: managed bytes a save", "bytes", values[$"block{block}_bytes_a_save"]);
        }
    }
}
