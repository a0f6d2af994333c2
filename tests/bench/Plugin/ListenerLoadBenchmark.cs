using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SemanticEq.Bench.Running;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Vst3;

namespace SemanticEq.Bench.Plugin;

/// <summary>
/// What the listener thread takes of a core while twenty instances play, by the system's own count of that thread's time: each with Adapt
/// on, and with Adapt off. Linux.
/// </summary>
internal sealed class ListenerLoadBenchmark(PluginLibrary library) : IBenchmark
{
    private const string Section = "listening";
    private const int Instances = 20;
    private const int BlockFrames = 480;
    private const int Seconds = 8;
    private const double SampleRate = 48000.0;
    private static readonly TimeSpan BlockTime = TimeSpan.FromSeconds(BlockFrames / SampleRate);

    public IReadOnlyList<Subject> Subjects => [];

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        return
        [
            new(Section, "core_percent_per_instance", $"learning, of {Instances} live instances each", "% of a core", Spread.Exactly(Load("100"))),
            new(Section, "off_core_percent_per_instance", "the same with Adapt at 0", "% of a core", Spread.Exactly(Load("0"))),
        ];
    }

    private double Load(string adapt)
    {
        var setup = new ProcessSetup(ProcessMode.Realtime, false, BlockFrames, SampleRate);
        var plugins = new List<PluginInstance>();
        var blocks = new List<AudioBlock>();
        var noise = new StereoNoise(BlockFrames * 101);
        try
        {
            for (int i = 0; i < Instances; i++)
            {
                var plugin = PluginInstance.Create(library);
                plugins.Add(plugin);
                _ = plugin.SetChannels(2);
                plugin.Setup(setup);
                var settings = new ParameterSettings(plugin);
                settings.Set(ParameterSettings.WordA, "warm");
                settings.Set("Adapt", adapt);
                settings.Apply();
                plugin.SetActive(true);
                blocks.Add(new AudioBlock(plugin, 2, setup));
                plugin.SetProcessing(true);
            }

            long before = ListenerNanoseconds();
            Play(plugins, blocks, noise);
            double heard = SecondsHeard(plugins[^1]);
            double spent = 1e-9 * (ListenerNanoseconds() - before);
            bool isLearning = adapt != "0";
            // Where the machine was too busy for it, it has heard less: what it took is for what it heard.
            return heard > 0.0 == isLearning
                ? 100.0 * spent / Instances / (isLearning ? heard : Seconds)
                : throw new InvalidOperationException($"with Adapt at {adapt} % the listener heard {heard} s");
        }
        finally
        {
            foreach (var block in blocks)
                block.Dispose();
            foreach (var plugin in plugins)
            {
                plugin.SetProcessing(false);
                plugin.SetActive(false);
                plugin.Dispose();
            }
        }
    }

    private static void Play(List<PluginInstance> plugins, List<AudioBlock> blocks, StereoNoise noise)
    {
        long start = Stopwatch.GetTimestamp();
        for (int n = 0; n * BlockTime < TimeSpan.FromSeconds(Seconds); n++)
        {
            int from = n % 101 * BlockFrames;
            for (int i = 0; i < plugins.Count; i++)
            {
                blocks[i].Begin(BlockFrames);
                for (int k = 0; k < BlockFrames; k++)
                {
                    blocks[i].Float(BusDirection.Input, 0)[k] = (float)noise.Left[from + k];
                    blocks[i].Float(BusDirection.Input, 1)[k] = (float)noise.Right[from + k];
                }

                _ = plugins[i].Process(blocks[i]);
            }

            var rest = (n * BlockTime) - Stopwatch.GetElapsedTime(start);
            if (rest > TimeSpan.Zero)
                Thread.Sleep(rest);
        }
    }

    // The listener's is the only thread that has lowered itself below this one; its name is cut to 15 characters.
    private static long ListenerNanoseconds()
    {
        long sum = 0;
        foreach (string task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            string stat = File.ReadAllText(Path.Combine(task, "stat"));
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            const int Nice = 16;
            if (fields[Nice] == "10")
                sum += long.Parse(File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture);
        }

        return sum;
    }

    private static double SecondsHeard(PluginInstance plugin)
    {
        const int Header = 16;
        using var state = JsonDocument.Parse(plugin.SaveState().AsMemory(Header));
        return state.RootElement.TryGetProperty("track", out var track) ? track.GetProperty("seconds").GetDouble() : 0.0;
    }
}
