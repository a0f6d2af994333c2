using System.Globalization;
using SemanticEq.Host;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Out">Where the figures go.</param>
/// <param name="Rounds">How often each subject is timed.</param>
internal sealed record Options(string? Out, int Rounds)
{
    private const string Usage = "usage: SemanticEq.Bench [--out FILE.json] [--rounds N]";

    /// <summary>Reads it.</summary>
    /// <exception cref="UserError">It asks for something else.</exception>
    public static Options Parse(string[] args)
    {
        var options = new Options(null, 500);
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = i + 1 < args.Length ? args[i + 1] : throw new UserError(Usage);
            options = args[i] switch
            {
                "--out" => options with { Out = value },
                "--rounds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) && rounds > 0 =>
                    options with { Rounds = rounds },
                _ => throw new UserError(Usage),
            };
        }

        return options;
    }

    /// <summary>The plug-in to measure: the environment's, else the one that was built in this checkout.</summary>
    /// <exception cref="UserError">There is none.</exception>
    public static PluginBundle FindBundle()
    {
        string? named = Environment.GetEnvironmentVariable(PluginBundle.Variable);
        string path = string.IsNullOrEmpty(named) ? Path.Combine(Checkout(), "out", "SemanticEq.vst3") : named;
        return Directory.Exists(path)
            ? new PluginBundle(Path.GetFullPath(path))
            : throw new UserError($"{path} is not there: build it with ./build.sh plugin, or name it in {PluginBundle.Variable}");
    }

    /// <summary>The folder of the solution that this program was built from.</summary>
    /// <exception cref="UserError">It is not there any more.</exception>
    public static string Checkout()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SemanticEqPlugin.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new UserError("SemanticEqPlugin.sln was not found above the benchmark's program");
    }
}
