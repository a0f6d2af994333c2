using System.CommandLine;
using System.Globalization;
using SemanticEq.Host.Hosting;
using SemanticEq.Inference;

namespace SemanticEq.Host.Commands;

/// <summary><c>words</c>: the vocabulary.</summary>
internal static class WordsCommand
{
    public static Command Make()
    {
        var plugin = SharedOptions.Plugin();
        var json = SharedOptions.Json();
        var command = new Command("words", "Lists the words that it knows, how many people's settings stand behind each, and words near them.") { plugin, json };
        command.SetHandler(context => Run(context.ParseResult.GetValueForOption(plugin), context.ParseResult.GetValueForOption(json)));
        return command;
    }

    private static void Run(string? named, bool json)
    {
        var words = Models.Load(PluginBundle.Find(named)).Vocabulary.Words;
        if (json)
        {
            JsonOutput.Write([.. words.Select(w => new WordReport(w.Word, w.Language, w.Slot, w.Settings, w.Agreement, w.Expected, w.Camps, w.Near, w.Opposite))], HostJson.Default.WordReportArray);
            return;
        }
        bool hasExpected = words.Any(word => word.Expected is not null);
        bool hasCamps = words.Any(word => word.Camps.Count > 0);
        string[] headings = ["word", "slot ", "settings ", "agreement ", .. hasExpected ? ["expected "] : Array.Empty<string>(), "near", .. hasCamps ? ["people split into"] : Array.Empty<string>()];
        var table = Output.Table(headings);
        foreach (var word in words)
        {
            string[] cells =
            [
                word.Word, Whole(word.Slot), Whole(word.Settings), Cosine(word.Agreement), .. hasExpected ? [Cosine(word.Expected)] : Array.Empty<string>(),
                string.Join(", ", word.Near), .. hasCamps ? [string.Join("; ", word.Camps.Select(Text))] : Array.Empty<string>(),
            ];
            Output.Row(table, cells);
        }
        Output.Write(table);
    }

    private static string Text(WordCamp camp) => $"{camp.Says} ({Whole(camp.Settings)}, {camp.Where})";

    private static string Cosine(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
