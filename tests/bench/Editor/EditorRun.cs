using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SemanticEq.Bench.Editor;

/// <summary>What a while of the editor came to.</summary>
/// <param name="FramesPerSecond">Frames that all windows of the process drew together, by the plug-in's count.</param>
/// <param name="ProcessPercent">Of one core, the whole process.</param>
/// <param name="MainPercent">Of one core, the host's main thread: its loop and all windows.</param>
internal readonly record struct EditorFigures(double FramesPerSecond, double ProcessPercent, double MainPercent);

/// <summary>The editor in the edit host (<c>semantic-eq edit --commands</c>), on a display of its own without a screen.</summary>
internal sealed partial class EditorRun : IDisposable
{
    private readonly Process _host;

    /// <summary>Opens it and waits for its window.</summary>
    public EditorRun(string host, string bundle, string display, IEnumerable<string> options)
    {
        var start = new ProcessStartInfo(host, ["edit", "--commands", "--size", "1120x700", "--plugin", bundle, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DISPLAY"] = display;
        // So that no user's settings count, and none are changed.
        start.Environment["XDG_CONFIG_HOME"] = Path.GetTempPath();
        _host = Process.Start(start) ?? throw new InvalidOperationException($"{host} can't be started");
        _ = WaitFor("editor ");
    }

    /// <summary>Lets it run for a while and measures another.</summary>
    public EditorFigures Measure(int settleMilliseconds, int milliseconds)
    {
        Ask($"wait {settleMilliseconds}", "frames");
        _ = WaitFor("frames ");
        Ask($"wait {milliseconds}", "frames");
        double[] numbers = [.. Number().Matches(WaitFor("frames ")).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        return new(numbers[0] / numbers[1], numbers[2], numbers[3]);
    }

    public void Dispose()
    {
        Ask("quit");
        _ = _host.StandardOutput.ReadToEnd();
        _host.WaitForExit();
        _host.Dispose();
    }

    private void Ask(params string[] commands)
    {
        foreach (string command in commands)
            _host.StandardInput.WriteLine(command);
        _host.StandardInput.Flush();
    }

    private string WaitFor(string start)
    {
        while (_host.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException("the edit host ended before its time");
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
