using System.CommandLine;

namespace SemanticEq.Host.Commands;

/// <summary><c>listen</c>: which descriptors are heard in an audio file, and when.</summary>
internal static class ListenCommand
{
    public static Command Make(CancellationToken cancellation)
    {
        var file = new Argument<string>("FILE", "An audio file of any format, rate and number of channels that libsndfile reads.");
        var against = new Option<string?>("--against", "The sound before, where FILE is the one after: tells what changed from there to FILE.") { ArgumentHelpName = "FILE" };
        var words = new Option<string?>("--words", "How many words to tell of, those heard most (with --against: those that moved most), or all. JSON tells of all, text of 12 English ones.")
        {
            ArgumentHelpName = "N",
        };
        var word = new Option<string[]>("--word", "Tell of this word or phrase, whatever is heard. May be given several times.")
        {
            ArgumentHelpName = "WORD",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var window = new Option<string>("--window", () => "3", "How long each window of the timeline is, in seconds.") { ArgumentHelpName = "SECONDS" };
        var hop = new Option<string>("--hop", () => "1", "From the start of one window to that of the next, in seconds.") { ArgumentHelpName = "SECONDS" };
        var picture = new Option<string?>("--picture", "Draw the words heard most, the sections and the loudness over time.") { ArgumentHelpName = "FILE.png" };
        var plugin = SharedOptions.Plugin();
        var json = SharedOptions.Json();
        var command = new Command("listen", "Listens to an audio file: its loudness, the words heard most in it, and how they change over time.")
        {
            file, against, words, word, window, hop, picture, plugin, json,
        };
        command.SetHandler(context =>
        {
            var result = context.ParseResult;
            var request = new ListenRequest
            {
                File = result.GetValueForArgument(file),
                Against = result.GetValueForOption(against),
                Most = result.GetValueForOption(words),
                Words = result.GetValueForOption(word) ?? [],
                Window = result.GetValueForOption(window)!,
                Hop = result.GetValueForOption(hop)!,
                Picture = result.GetValueForOption(picture),
                Bundle = result.GetValueForOption(plugin),
                Json = result.GetValueForOption(json),
            };
            request.Run(cancellation);
        });
        return command;
    }
}
