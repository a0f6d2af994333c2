using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Dsp;

namespace SemanticEq.Bench.Report;

/// <summary>What the figures were taken on. Ratios carry over to other machines, times do not.</summary>
internal sealed class Machine
{
    private Machine(IReadOnlyList<(string Key, string Value)> facts) => Facts = facts;

    /// <summary>Names and values.</summary>
    public IReadOnlyList<(string Key, string Value)> Facts { get; }

    /// <summary>Looks at this one.</summary>
    /// <param name="rounds">Rounds that were run.</param>
    /// <param name="loadBefore">From <see cref="Load"/>, before the first.</param>
    public static Machine Describe(int rounds, string loadBefore) => new(
    [
        ("cpu", Cpu()),
        ("logical_processors", $"{Environment.ProcessorCount}"),
        ("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"),
        ("runtime", RuntimeInformation.FrameworkDescription),
        ("code", RuntimeFeature.IsDynamicCodeCompiled ? "just in time: not what is shipped" : "ahead of time, as the plug-in"),
        ("kernel", Kernels.Form),
        ("rounds", $"{rounds}"),
        ("load_before", loadBefore),
        ("load_after", Load()),
    ]);

    /// <summary>How many threads wanted to run in the last minute, on average: above the number of processors, mistrust.</summary>
    public static string Load() => FirstWord(ReadLines("/proc/loadavg").FirstOrDefault() ?? "unknown");

    private static string Cpu() => ReadLines("/proc/cpuinfo")
        .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(':') + 1)..].Trim())
        .FirstOrDefault("unknown");

    private static IEnumerable<string> ReadLines(string path) => File.Exists(path) ? File.ReadLines(path) : [];

    private static string FirstWord(string text) => text.Split(' ', 2)[0];
}
