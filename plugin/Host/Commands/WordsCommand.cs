using System.CommandLine;
using System.Globalization;
using SemanticEq.Host.Hosting;

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
            JsonOutput.Write([.. words.Select(w => new WordReport(w.Word, w.Slot, w.Settings, w.Agreement, w.Near))], HostJson.Default.WordReportArray);
            return;
        }
        var table = Output.Table("word", "slot ", "settings ", "agreement ", "near");
        foreach (var word in words)
        {
            Output.Row(table, word.Word, Whole(word.Slot), Whole(word.Settings),
                word.Agreement?.ToString("0.00", CultureInfo.InvariantCulture) ?? "", string.Join(", ", word.Near));
        }
        Output.Write(table);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
