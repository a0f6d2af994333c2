using System.CommandLine;

namespace SemanticEq.Host.Commands;

/// <summary><c>edit</c>: the plug-in's own window.</summary>
internal static class EditCommand
{
    public static Command Make(CancellationToken cancellation)
    {
        var input = new Argument<string?>("FILE", "An audio file to play meanwhile, in real time; it can be seen, not heard: no sound card is used.")
        {
            Arity = ArgumentArity.ZeroOrOne,
        };
        var set = SharedOptions.Set();
        var state = File("--state", "Begin from a saved state.");
        var saveState = File("--save-state", "Save the state at the end.");
        var record = File("--record", "Write what comes out to an audio file.");
        var picture = new Option<string?>(["--picture", "--screenshot"], "Save a picture of the window at the end.") { ArgumentHelpName = "FILE.png" };
        var size = new Option<string?>("--size", "The window's size in pixels.") { ArgumentHelpName = "WxH" };
        var scale = new Option<double>("--scale", () => 1.0, "Pixels per unit: 2 for a screen of twice the density.") { ArgumentHelpName = "N" };
        var seconds = new Option<double?>("--seconds", "Close by itself after so long.") { ArgumentHelpName = "N" };
        var loop = new Option<bool>("--loop", "Begin FILE anew at its end.");
        var log = new Option<bool>("--log-edits", "Write a line for everything that the window tells its host.");
        var commands = new Option<bool>("--commands", "Obey commands from standard input, a line each (set, get, size, picture, quit …).");
        var plugin = SharedOptions.Plugin();
        // For tests: what bad hosts do.
        var reopen = Hidden(new Option<int>("--reopen"));
        var noRunLoop = Hidden(new Option<bool>("--no-run-loop"));
        var slowRunLoop = Hidden(new Option<int>("--slow-run-loop"));
        var destroyParentFirst = Hidden(new Option<bool>("--destroy-parent-first"));
        var neighbours = Hidden(new Option<int>("--neighbours"));
        var command = new Command("edit", "Opens the plug-in's window, on Linux with X11 or on Windows.")
        {
            input, set, state, saveState, record, picture, size, scale, seconds, loop, log, commands, plugin,
            reopen, noRunLoop, slowRunLoop, destroyParentFirst, neighbours,
        };
        command.SetHandler(context =>
        {
            var result = context.ParseResult;
            var request = new EditRequest
            {
                Input = result.GetValueForArgument(input),
                Sets = result.GetValueForOption(set) ?? [],
                State = result.GetValueForOption(state),
                SaveState = result.GetValueForOption(saveState),
                Record = result.GetValueForOption(record),
                Picture = result.GetValueForOption(picture),
                Size = result.GetValueForOption(size),
                Scale = result.GetValueForOption(scale),
                Seconds = result.GetValueForOption(seconds),
                Loops = result.GetValueForOption(loop),
                LogsEdits = result.GetValueForOption(log),
                TakesCommands = result.GetValueForOption(commands),
                Bundle = result.GetValueForOption(plugin),
                Reopen = result.GetValueForOption(reopen),
                HasNoRunLoop = result.GetValueForOption(noRunLoop),
                SlownessMilliseconds = result.GetValueForOption(slowRunLoop),
                DestroysParentFirst = result.GetValueForOption(destroyParentFirst),
                Neighbours = result.GetValueForOption(neighbours),
            };
            request.Run(cancellation);
        });
        return command;
    }

    private static Option<string?> File(string name, string description) => new(name, description) { ArgumentHelpName = "FILE" };

    private static Option<T> Hidden<T>(Option<T> option)
    {
        option.IsHidden = true;
        return option;
    }
}
