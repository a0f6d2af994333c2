using System.CommandLine;
using System.Globalization;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <summary><c>read</c>: which words an equaliser curve sounds like.</summary>
internal static class ReadCommand
{
    private const int Shown = 20;
    private const double FlatDb = 1e-6;

    public static Command Make()
    {
        var curve = new Argument<string>("CURVE.csv", "A curve: CSV with the columns hz,db, at any frequencies.");
        var plugin = SharedOptions.Plugin();
        var json = SharedOptions.Json();
        var command = new Command("read", "Names an equaliser curve: the words that are most like it, best first.") { curve, plugin, json };
        command.SetHandler(context => Run(
            context.ParseResult.GetValueForArgument(curve),
            context.ParseResult.GetValueForOption(plugin),
            context.ParseResult.GetValueForOption(json)));
        return command;
    }

    private static void Run(string path, string? named, bool json)
    {
        double[] curve = CurveFile.Read(path);
        bool isFlat = curve.Max() - curve.Min() < FlatDb;
        // Its shape would be that of rounding errors.
        if (isFlat)
            Array.Clear(curve);
        var scores = new WordReader(Models.Load(PluginBundle.Find(named))).Rank(curve);
        if (json)
        {
            JsonOutput.Write([.. scores.Select(score => new ScoreReport(score.Word, score.Score))], HostJson.Default.ScoreReportArray);
            return;
        }
        if (isFlat)
        {
            Console.WriteLine("the curve is flat: no word is like it");
            return;
        }
        var table = Output.Table("word", "likeness ");
        foreach (var score in scores.Take(Shown))
            Output.Row(table, score.Word, score.Score.ToString("0.000", CultureInfo.InvariantCulture));
        Output.Write(table);
    }
}
