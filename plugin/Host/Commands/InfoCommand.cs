using System.CommandLine;
using System.Globalization;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Commands;

/// <summary><c>info</c>: versions, model, parameters, asked from the plug-in's binary.</summary>
internal static class InfoCommand
{
    // A longer list (the words) has a command of its own.
    private const int MostListed = 16;

    public static Command Make()
    {
        var plugin = SharedOptions.Plugin();
        var json = SharedOptions.Json();
        var command = new Command("info", "Shows versions, the model, and every parameter with its id, units and range.") { plugin, json };
        command.SetHandler(context => Run(context.ParseResult.GetValueForOption(plugin), context.ParseResult.GetValueForOption(json)));
        return command;
    }

    private static void Run(string? named, bool json)
    {
        using var session = PluginSession.Open(named);
        var info = Describe(session);
        if (json)
            JsonOutput.Write(info, HostJson.Default.InfoReport);
        else
            Show(info);
    }

    private static InfoReport Describe(PluginSession session)
    {
        var model = Models.Load(session.Bundle);
        var description = session.Library.AudioEffect;
        return new InfoReport(
            typeof(InfoCommand).Assembly.GetName().Version?.ToString(3) ?? "",
            new PluginReport(
                description.Name, description.Vendor, description.Version, description.SdkVersion, description.SubCategories,
                description.Id.ToString("N").ToUpperInvariant(), session.Bundle.Path, session.Plugin.LatencySamples),
            new ModelReport(model.Version, model.Hash, model.Vocabulary.Words.Count),
            [.. session.Plugin.Parameters.Select(parameter => Describe(session.Plugin, parameter))]);
    }

    private static ParameterReport Describe(PluginInstance plugin, HostedParameter parameter)
    {
        string[]? values = parameter.StepCount is > 0 and < MostListed
            ? [.. Enumerable.Range(0, parameter.StepCount + 1).Select(step => plugin.Format(parameter.Id, (double)step / parameter.StepCount))]
            : null;
        return new ParameterReport(
            parameter.Id,
            parameter.Title,
            parameter.ShortTitle,
            parameter.Unit,
            plugin.ToPlain(parameter.Id, 0),
            plugin.ToPlain(parameter.Id, 1),
            plugin.ToPlain(parameter.Id, parameter.DefaultNormalized),
            plugin.Format(parameter.Id, parameter.DefaultNormalized),
            parameter.StepCount,
            parameter.Flags.HasFlag(ParameterFlags.CanAutomate),
            parameter.Flags.HasFlag(ParameterFlags.IsReadOnly),
            values);
    }

    private static void Show(InfoReport info)
    {
        Console.WriteLine($"{info.Plugin.Name} {info.Plugin.Version} by {info.Plugin.Vendor} ({info.Plugin.SdkVersion}), command line {info.CommandLine}");
        Console.WriteLine($"bundle  {info.Plugin.Bundle}");
        Console.WriteLine($"model   {info.Model.Version}, {info.Model.Words} words, {info.Model.Hash}");
        var table = Output.Table("id ", "parameter", "from ", "to ", "default ", "unit", "values");
        foreach (var p in info.Parameters)
        {
            Output.Row(table, p.Id.ToString(CultureInfo.InvariantCulture), p.Title, Number(p.Min), Number(p.Max), p.DefaultText, p.Unit,
                p.Values is null ? "" : string.Join(", ", p.Values));
        }
        Output.Write(table);
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
