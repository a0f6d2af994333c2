using System.Diagnostics;
using System.Globalization;
using SemanticEq.Bench.Engine;
using SemanticEq.Bench.Peers;
using SemanticEq.Bench.Running;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Bench.Session;

/// <summary>
/// What a further instance of ours takes beside one of each peer's, in this process, where all have been at work before: time until it has
/// played a block, and memory of the process's own (no file's) that it has touched by then. In turns, a batch of each a round. Linux.
/// </summary>
internal sealed class PeerSessionBenchmark(PluginLibrary library, PeerSet peers) : IBenchmark
{
    private const string Section = "session";
    private const int Rounds = 5;
    private const int Batch = 20;

    public IReadOnlyList<Subject> Subjects => [];

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        (string Key, string Name, Func<IDisposable> Create)[] all =
            [("beside_ours", "ours", CreateOurs), .. peers.Installed.Select(peer => (peer.Peer.Key, peer.Peer.Name, Maker(peer)))];
        List<double>[] milliseconds = [.. all.Select(_ => new List<double>())], kilobytes = [.. all.Select(_ => new List<double>())];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < all.Length; i++)
                Make(all[i].Create, milliseconds[i], kilobytes[i]);
        }

        return all.Index().SelectMany(subject => new Measurement[]
        {
            new(Section, $"{subject.Item.Key}_further_ms", $"a further instance in this process: {subject.Item.Name}", "ms", Spread.Of(milliseconds[subject.Index])),
            new(Section, $"{subject.Item.Key}_further_kb", $"the same, memory: {subject.Item.Name}", "kB", Spread.Exactly(kilobytes[subject.Index].Max())),
        });
    }

    private IDisposable CreateOurs()
    {
        var setup = new ProcessSetup(ProcessMode.Realtime, false, InstalledPeer.BlockFrames, EngineBands.SampleRate);
        var plugin = PluginInstance.Create(library);
        _ = plugin.SetChannels(2);
        plugin.Setup(setup);
        plugin.SetActive(true);
        plugin.SetProcessing(true);
        using var block = new AudioBlock(plugin, 2, setup);
        block.Begin(InstalledPeer.BlockFrames);
        _ = plugin.Process(block);
        return plugin;
    }

    private Func<IDisposable> Maker(InstalledPeer peer) => () =>
    {
        var instance = peer.Create(EngineBands.Decoder);
        using var stream = new PeerStream(instance, InstalledPeer.BlockFrames);
        stream.Run();
        return instance;
    };

    // What was let go before may be taken again, so that only the round which needs the most tells what one takes.
    private static void Make(Func<IDisposable> create, List<double> milliseconds, List<double> kilobytes)
    {
        var made = new List<IDisposable>();
        long before = OwnKilobytes();
        for (int i = 0; i < Batch; i++)
        {
            long start = Stopwatch.GetTimestamp();
            made.Add(create());
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        kilobytes.Add((double)(OwnKilobytes() - before) / Batch);
        foreach (var instance in made)
            instance.Dispose();
    }

    private static long OwnKilobytes() => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
