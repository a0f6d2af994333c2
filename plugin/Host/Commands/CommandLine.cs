using System.CommandLine;
using System.CommandLine.Builder;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SemanticEq.Audio;

namespace SemanticEq.Host.Commands;

/// <summary>The commands, and what happens when one fails: one clear line and exit code 2, never a stack trace.</summary>
internal static class CommandLine
{
    /// <summary>What <c>--live</c> alone means.</summary>
    public const string Paced = "paced";

    /// <summary>Live, but as fast as it goes.</summary>
    public const string Unpaced = "unpaced";

    private const int Interrupted = 130;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">As from the shell.</param>
    /// <param name="cancellation">Cancelled when the user interrupts.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, CancellationToken cancellation)
    {
        var root = new RootCommand("Semantic EQ on the command line: it plays audio files through the VST3 plug-in, by words.")
        {
            RenderCommand.Make(cancellation), CurveCommand.Make(), WordsCommand.Make(), ReadCommand.Make(), ListenCommand.Make(cancellation), InfoCommand.Make(), PresetCommand.Make(), EditCommand.Make(cancellation), DoctorCommand.Make(),
        };
        root.Name = "semantic-eq";
        var parser = new CommandLineBuilder(root)
            .UseVersionOption()
            .UseHelp()
            .AddMiddleware(RefuseErrors)
            .UseExceptionHandler(Explain, UserError.ExitCode)
            .Build();
        return parser.Invoke([.. JoinLive(arguments)]);
    }

    // "--live" has a value or none: what follows it is its value only where it is one of the two, never a file's name.
    private static IEnumerable<string> JoinLive(string[] arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            bool isLive = arguments[i] == "--live";
            if (isLive && i + 1 < arguments.Length && arguments[i + 1] is (Paced or Unpaced))
                yield return "--live=" + arguments[++i];
            else
                yield return isLive ? "--live=" + Paced : arguments[i];
        }
    }

    private static Task RefuseErrors(InvocationContext context, Func<InvocationContext, Task> next)
    {
        if (context.ParseResult.Errors.Count == 0)
            return next(context);
        Output.Complain(Mistakes.Explain(context.ParseResult) + " (see --help)");
        context.ExitCode = UserError.ExitCode;
        return Task.CompletedTask;
    }

    private static void Explain(Exception exception, InvocationContext context)
    {
        if (exception is OperationCanceledException)
        {
            Output.Complain("interrupted; nothing was written");
            context.ExitCode = Interrupted;
            return;
        }
        bool known = exception is UserError or AudioFileException;
        Output.Complain(known ? exception.Message : $"it failed in a way that was not foreseen: {exception.GetType().Name}: {exception.Message}");
        context.ExitCode = UserError.ExitCode;
    }
}
