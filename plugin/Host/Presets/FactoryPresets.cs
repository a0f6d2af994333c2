using System.Globalization;
using System.Text.Json;
using SemanticEq.Host.Hosting;
using SemanticEq.Host.Rendering;
using SemanticEq.Inference;

namespace SemanticEq.Host.Presets;

/// <summary>
/// What comes with the plug-in, as preset files for hosts: the bundle's factory.json and every word of its newest model. The states are the
/// plug-in's own answers to the same settings, typed in. Main thread.
/// </summary>
internal static class FactoryPresets
{
    private const string WordGroup = "Words";

    /// <summary>Writes a file for each into a folder, which is made where it is not there.</summary>
    /// <param name="library">The plug-in.</param>
    /// <param name="json">Its factory.json.</param>
    /// <param name="vocabulary">Its words.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The files' names.</returns>
    /// <exception cref="UserError">Something can't be read, set or written.</exception>
    public static IReadOnlyList<string> Export(PluginLibrary library, string json, Vocabulary vocabulary, string folder)
    {
        var files = new List<string>();
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{folder} can't be made: {e.Message}", e);
        }
        foreach (var (name, group, settings) in Read(json).Concat(vocabulary.Words.Select(OfWord)))
        {
            string file = VstPresetFile.NameFor(name);
            if (files.Contains(file, StringComparer.OrdinalIgnoreCase))
                throw new UserError($"two presets would have the file {file}");
            // A new instance each time: nothing of one preset must stay for the next.
            using var plugin = PluginInstance.Create(library);
            var values = new ParameterSettings(plugin);
            foreach (var (parameter, text) in settings)
                values.Set(parameter, text);
            values.Apply();
            VstPresetFile.Save(Path.Combine(folder, file), VstPresetFile.Of(plugin, group));
            files.Add(file);
        }
        return files;
    }

    private static (string Name, string Group, List<(string, string)> Settings) OfWord(VocabularyWord word) =>
        ($"Word - {char.ToUpperInvariant(word.Word[0])}{word.Word[1..]}", WordGroup, [(ParameterSettings.WordA, word.Word)]);

    private static List<(string Name, string Group, List<(string Parameter, string Text)> Settings)> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. document.RootElement.EnumerateArray().Select(preset => (Text(preset, "name")!, Text(preset, "group") ?? "", Settings(preset)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UserError($"{path} can't be read: {e.Message}", e);
        }
    }

    private static List<(string, string)> Settings(JsonElement preset)
    {
        var settings = new List<(string, string)>();
        void Add(string key, string parameter)
        {
            if (Text(preset, key) is { } text)
                settings.Add((parameter, text));
        }
        Add("word", ParameterSettings.WordA);
        Add("phrase", ParameterSettings.WordA);
        Add("to", ParameterSettings.WordB);
        Add("morph", ParameterSettings.Morph);
        Add("amount", ParameterSettings.Amount);
        Add("output", "Output gain");
        // The macros' short titles are their names.
        if (preset.TryGetProperty("macros", out var macros))
            settings.AddRange(macros.EnumerateObject().Select(macro => (macro.Name, macro.Value.GetRawText())));
        if (preset.TryGetProperty("own", out var own))
            settings.AddRange(own.EnumerateArray().SelectMany((band, index) => Band(band, $"Own {(index + 1).ToString(CultureInfo.InvariantCulture)}")));
        return settings;
    }

    private static IEnumerable<(string, string)> Band(JsonElement band, string own)
    {
        yield return ($"{own} on", "On");
        foreach (var (key, name) in new[] { ("type", "type"), ("channel", "channel"), ("hz", "frequency"), ("db", "gain"), ("q", "Q"), ("slope", "slope") })
        {
            if (Text(band, key) is { } text)
                yield return ($"{own} {name}", key == "slope" ? text + " dB/oct" : text);
        }
    }

    private static string? Text(JsonElement element, string key) =>
        !element.TryGetProperty(key, out var value) ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
