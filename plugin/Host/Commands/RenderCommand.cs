using System.CommandLine;
using System.CommandLine.Parsing;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Commands;

/// <summary><c>render</c>: an audio file through the plug-in.</summary>
internal static class RenderCommand
{
    // The parameters Macro 1 to Macro 8, in their order.
    private const string Macros = "Warm, Bright, Body, Presence, Air, Mud, Harsh, Scoop";

    public static Command Make(CancellationToken cancellation)
    {
        var input = new Argument<string>("IN", "An audio file, mono or stereo, of any format that libsndfile reads.");
        var output = new Argument<string>("OUT", "The file to write: 32-bit float WAV, unless its ending says otherwise. As long as IN: what rings on past its end is left out.");
        var preset = new Option<string?>("--preset", "Begin from a preset of a VST3 host's; what else is given changes it.") { ArgumentHelpName = "FILE.vstpreset" };
        var word = new Option<string?>("--word", "The word to play, or a phrase in quotes.") { ArgumentHelpName = "WORD" };
        var to = new Option<string?>("--to", "Another word or phrase, to morph to: all the way (100 %) where --morph does not say how far.") { ArgumentHelpName = "WORD" };
        var morph = new Option<string?>("--morph", "How far to the other word, in percent: 0 is --word, 100 is --to.") { ArgumentHelpName = "N" };
        var amount = SharedOptions.Amount();
        var variation = SharedOptions.Variation();
        var adapt = new Option<string?>("--adapt", "Fit the bands to IN, 0 to 100 %: listens to all of IN first, then renders with what it has learnt, Freeze on. (--set Adapt=N plays as a DAW does: it learns as it goes.)")
        {
            ArgumentHelpName = "N",
        };
        var set = SharedOptions.Set($" Macros 1 to 8, -100 to 100 %: {Macros}.");
        var automate = new Option<string?>("--automate", "Values over time: CSV with the columns seconds,parameter,value, each holding until the next.")
        {
            ArgumentHelpName = "FILE.csv",
        };
        var block = new Option<string>("--block", () => "512", "Samples a block, or random:SEED.") { ArgumentHelpName = "N" };
        // "--live" alone is written out before parsing (see CommandLine), so that it never swallows the word behind it.
        var live = new Option<string?>("--live", "Play in the plug-in's live mode, paced by the clock; --live=unpaced as fast as it goes.")
        {
            ArgumentHelpName = "paced|unpaced",
        };
        _ = live.FromAmong(CommandLine.Paced, CommandLine.Unpaced);
        var measure = new Option<bool>("--measure", "Measure IN's loudness first, so that Auto gain and Dry compare match this very track, not pink noise.");
        var picture = new Option<string?>("--picture", "Draw the curve and both spectra.") { ArgumentHelpName = "FILE.png" };
        var plugin = SharedOptions.Plugin();
        var json = SharedOptions.Json();
        var command = new Command("render", "Renders an audio file through the plug-in, and reports what changed.")
        {
            input, output, preset, word, to, morph, amount, variation, adapt, set, automate, block, live, measure, picture, plugin, json,
        };
        command.SetHandler(context =>
        {
            var result = context.ParseResult;
            var request = new RenderRequest
            {
                Input = result.GetValueForArgument(input),
                Output = result.GetValueForArgument(output),
                Preset = result.GetValueForOption(preset),
                Word = result.GetValueForOption(word),
                To = result.GetValueForOption(to),
                Morph = result.GetValueForOption(morph),
                Amount = result.GetValueForOption(amount),
                Variation = result.GetValueForOption(variation),
                Adapt = result.GetValueForOption(adapt),
                Sets = result.GetValueForOption(set) ?? [],
                Automation = result.GetValueForOption(automate),
                Block = result.GetValueForOption(block)!,
                Pace = PaceOf(result, live),
                Measure = result.GetValueForOption(measure),
                Picture = result.GetValueForOption(picture),
                Bundle = result.GetValueForOption(plugin),
                Json = result.GetValueForOption(json),
            };
            request.Run(cancellation);
        });
        return command;
    }

    private static Pace PaceOf(ParseResult result, Option<string?> live) => result.GetValueForOption(live) switch
    {
        null => Pace.Offline,
        CommandLine.Unpaced => Pace.LiveUnpaced,
        _ => Pace.Live,
    };
}
