using System.CommandLine;
using System.CommandLine.Parsing;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Commands;

/// <summary>Says in one line what is wrong with a command line, and what may have been meant.</summary>
internal static class Mistakes
{
    /// <summary>The first thing to put right.</summary>
    public static string Explain(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (result.UnmatchedTokens.FirstOrDefault(IsOption) is { } option)
            return $"there is no option {option}{Spelling.Suggest(option, Options(command))}";
        if (command is RootCommand)
            return NoCommand(result, command);
        if (Missing(result, command) is { } missing)
            return missing;
        if (result.UnmatchedTokens.Count > 0)
            return TooMany(command, result.UnmatchedTokens[0]);
        return result.Errors[0] is { SymbolResult: OptionResult { Tokens.Count: 0, Option: var empty } }
            ? $"{empty.Aliases.First()} needs a value: {empty.ArgumentHelpName}"
            : string.Join(' ', result.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string NoCommand(ParseResult result, Command root)
    {
        var commands = root.Subcommands.Select(c => c.Name).ToList();
        if (result.UnmatchedTokens.Count == 0)
            return $"a command is needed: {string.Join(", ", commands)}";
        string typed = result.UnmatchedTokens[0];
        return Spelling.Suggest(typed, commands) is { Length: > 0 } meant
            ? $"there is no command \"{typed}\"{meant}"
            : $"there is no command \"{typed}\": there are {string.Join(", ", commands)}";
    }

    private static string? Missing(ParseResult result, Command command)
    {
        var missing = command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && result.FindResultFor(argument) is not { Tokens.Count: > 0 })
            .Select(argument => argument.Name).ToList();
        return missing.Count == 0 ? null : $"{command.Name} needs {Names(command)}: {string.Join(" and ", missing)} {(missing.Count == 1 ? "is" : "are")} missing";
    }

    private static string TooMany(Command command, string extra) => command.Arguments.Count == 0
        ? $"{command.Name} takes options only, not \"{extra}\""
        : $"{command.Name} takes {Names(command)} only: \"{extra}\" is one too many; put quotes around what has spaces";

    private static string Names(Command command) => string.Join(" and ", command.Arguments.Select(argument => argument.Name));

    private static IEnumerable<string> Options(Command command) => command.Options.SelectMany(option => option.Aliases).Concat(["--help"]);

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}
