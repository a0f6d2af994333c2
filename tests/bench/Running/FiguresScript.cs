using System.Diagnostics;
using System.Globalization;

namespace SemanticEq.Bench.Running;

/// <summary>Figures that a C host measures, by a script of the tests: this program's own runtime would be in their way.</summary>
internal static class FiguresScript
{
    /// <summary>Runs one whose lines are a key and one value, or a key, median and quartiles.</summary>
    /// <param name="checkout">The folder that holds <c>tests</c>.</param>
    /// <param name="script">Its path below it.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Dictionary<string, Spread> Run(string checkout, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(checkout, script), arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{script} can't be started");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(words => words[0], Parse)
            : throw new InvalidOperationException($"{script} ended with status {process.ExitCode}");
    }

    private static Spread Parse(string[] words)
    {
        double[] values = [.. words.Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return values.Length == 3 ? new(values[0], values[1], values[2]) : new(values[0], values[0], values[0]);
    }
}
