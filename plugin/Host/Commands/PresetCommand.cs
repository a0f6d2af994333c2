using System.CommandLine;
using SemanticEq.Host.Audio;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Presets;
using SemanticEq.Host.Rendering;

namespace SemanticEq.Host.Commands;

/// <summary><c>preset</c>: preset files for VST3 hosts.</summary>
internal static class PresetCommand
{
    public static Command Make() => new("preset", "Writes presets as VST3 hosts load them: .vstpreset files.") { Save(), Factory(), Remove() };

    private static Command Save()
    {
        var file = new Argument<string>("FILE.vstpreset", "The file to write.");
        var word = new Option<string?>("--word", "The word, or a phrase in quotes.") { ArgumentHelpName = "WORD" };
        var amount = SharedOptions.Amount();
        var variation = SharedOptions.Variation();
        var set = SharedOptions.Set();
        var plugin = SharedOptions.Plugin();
        var command = new Command("save", "Saves settings.") { file, word, amount, variation, set, plugin };
        command.SetHandler(context =>
        {
            var result = context.ParseResult;
            string path = result.GetValueForArgument(file);
            OutputPath.Check(path, "FILE.vstpreset");
            using var session = PluginSession.Open(result.GetValueForOption(plugin));
            var settings = new ParameterSettings(session.Plugin);
            if (result.GetValueForOption(word) is { } asked)
                settings.Set(ParameterSettings.WordA, asked);
            SharedOptions.Apply(settings, result.GetValueForOption(amount), result.GetValueForOption(variation), result.GetValueForOption(set) ?? []);
            settings.Apply();
            VstPresetFile.Save(path, VstPresetFile.Of(session.Plugin, category: null));
            Console.WriteLine($"saved {path}");
        });
        return command;
    }

    private static Command Factory()
    {
        var folder = new Argument<string>("FOLDER", "Where the files go; it is made where it is not there.");
        var plugin = SharedOptions.Plugin();
        var command = new Command("factory", "Writes a file for every preset and every word that comes with the plug-in, and lists them.") { folder, plugin };
        command.SetHandler(context =>
        {
            using var session = PluginSession.Open(context.ParseResult.GetValueForOption(plugin));
            var words = Models.Load(session.Bundle).Vocabulary;
            foreach (string name in FactoryPresets.Export(session.Library, session.Bundle.FactoryPresets, words, context.ParseResult.GetValueForArgument(folder)))
                Console.WriteLine(name);
        });
        return command;
    }

    private static Command Remove()
    {
        var folder = new Argument<string>("FOLDER", "Where a package put them: the folder that holds the one with the maker's name.");
        var plugin = SharedOptions.Plugin();
        var command = new Command("remove", "Removes the files that came with the plug-in, but for those that were changed since.") { folder, plugin };
        command.SetHandler(context =>
        {
            var bundle = PluginBundle.Find(context.ParseResult.GetValueForOption(plugin));
            var (removed, kept) = ShippedPresets.Remove(bundle.ShippedPresets, context.ParseResult.GetValueForArgument(folder));
            Console.WriteLine($"removed {removed}");
            foreach (string name in kept)
                Console.WriteLine($"kept, since it is not as it came: {name}");
        });
        return command;
    }
}
