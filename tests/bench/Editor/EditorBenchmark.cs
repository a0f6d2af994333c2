using System.ComponentModel;
using System.Diagnostics;
using SemanticEq.Bench.Running;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Bench.Editor;

/// <summary>
/// What the editor's window costs at 1120×700: at rest, with its analyser moving, and both with 29 more instances in the process, ten of them
/// with windows of their own, hidden, covered, or seen but silent. In turns, each time a process of its own.
/// </summary>
internal sealed class EditorBenchmark(string checkout, PluginBundle bundle) : IBenchmark
{
    private const string Section = "editor";
    private const int Rounds = 3, SettleMilliseconds = 7000, MeasuredMilliseconds = 4000;
    private const int Rate = 48000, Seconds = 4;

    private readonly List<string> _remarks = [];

    public IReadOnlyList<Subject> Subjects => [];

    public IReadOnlyList<string> Remarks => _remarks;

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        string host = Path.Combine(checkout, "out", "bin", "semantic-eq");
        using var server = File.Exists(host) ? StartServer() : null;
        if (server is null)
        {
            _remarks.Add("editor: not measured, for want of Xvfb or out/bin/semantic-eq");
            return [];
        }

        string display = ":" + server.StandardOutput.ReadLine();
        string noise = Path.Combine(Path.GetTempPath(), $"semantic-eq-bench-{Environment.ProcessId}.wav");
        WriteNoise(noise);
        try
        {
            string[][] ways = [[], [noise, "--loop"], ["--neighbours", "29"], [noise, "--loop", "--neighbours", "29"]];
            List<EditorFigures>[] figures = [.. ways.Select(_ => new List<EditorFigures>())];
            for (int round = 0; round < Rounds; round++)
            {
                for (int i = 0; i < ways.Length; i++)
                {
                    using var run = new EditorRun(host, bundle.Path, display, ways[i]);
                    figures[i].Add(run.Measure(SettleMilliseconds, MeasuredMilliseconds));
                }
            }

            return [.. Tell("rest", "at rest", figures[0]), .. Tell("moving", "analyser moving", figures[1]),
                .. Tell("rest_of_30", "at rest, 29 beside it", figures[2]), .. Tell("moving_of_30", "analyser moving, 29 beside it", figures[3])];
        }
        finally
        {
            File.Delete(noise);
            server.Kill();
            server.WaitForExit();
        }
    }

    private static IEnumerable<Measurement> Tell(string key, string name, List<EditorFigures> figures) =>
    [
        new(Section, $"{key}_frames_per_second", $"{name}: frames drawn in all windows", "1/s", Spread.Of(figures.Select(f => f.FramesPerSecond))),
        new(Section, $"{key}_main_percent", $"{name}: host's main thread", "% of a core", Spread.Of(figures.Select(f => f.MainPercent))),
        new(Section, $"{key}_process_percent", $"{name}: whole process", "% of a core", Spread.Of(figures.Select(f => f.ProcessPercent))),
    ];

    private static Process? StartServer()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // WAVE, 16 bits, mono: noise that falls by 6 dB an octave, so that all of the analyser moves.
    private static void WriteNoise(string path)
    {
        using var file = new BinaryWriter(File.Create(path));
        int bytes = 2 * Rate * Seconds;
        file.Write("RIFF"u8);
        file.Write(36 + bytes);
        file.Write("WAVEfmt "u8);
        file.Write(16);
        file.Write((short)1);
        file.Write((short)1);
        file.Write(Rate);
        file.Write(2 * Rate);
        file.Write((short)2);
        file.Write((short)16);
        file.Write("data"u8);
        file.Write(bytes);
        var random = new Random(1);
        double value = 0;
        for (int i = 0; i < Rate * Seconds; i++)
        {
            value = (0.98 * value) + (0.04 * (random.NextDouble() - 0.5));
            file.Write((short)(32767 * Math.Clamp(value, -1, 1)));
        }
    }
}
