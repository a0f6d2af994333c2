using System.CommandLine;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Commands;

/// <summary>Options that several commands have: made anew for each, so that each shows them in its own help.</summary>
internal static class SharedOptions
{
    public static Option<string?> Plugin() => new("--plugin", "The VST3 bundle to use, instead of the one that is found.") { ArgumentHelpName = "BUNDLE" };

    public static Option<bool> Json() => new("--json", "Write JSON instead of text for people.");

    public static Option<string?> Amount() => new("--amount", "How much, in percent: 0 is flat, 100 as people mean it.") { ArgumentHelpName = "N" };

    public static Option<string?> Variation() => new("--variation", "Another reading of the word.") { ArgumentHelpName = "N" };

    public static Option<string[]> Set(string more = "") => new(
        "--set", "A parameter by its name, in its own units or words: --set \"Macro 3=25\". May be given several times." + more)
    {
        ArgumentHelpName = "Name=value",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Takes over the values of options that were given.</summary>
    public static void Apply(ParameterSettings settings, string? amount, string? variation, string[] sets)
    {
        if (amount is not null)
            settings.Set(ParameterSettings.Amount, amount);
        if (variation is not null)
            settings.Set(ParameterSettings.Variation, variation);
        foreach (string assignment in sets)
            settings.Set(assignment);
    }
}
