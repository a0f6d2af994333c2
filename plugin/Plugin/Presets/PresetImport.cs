using System.Text.Json;
using SemanticEq.Ui.Platform;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>Presets' files from elsewhere: ours, and what VST3 hosts save of this plug-in. What goes wrong is told as text for people. Any thread.</summary>
internal static class PresetImport
{
    private const string Ours = ".json", Hosts = ".vstpreset";

    /// <summary>Whether a file is one, by its name.</summary>
    public static bool IsPreset(string path) => IsOf(path, Ours) || IsOf(path, Hosts);

    /// <summary>Reads one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Why it can't be; empty where it can.</param>
    public static PresetFile? Read(string path, out string problem)
    {
        string name = ReferenceSound.NameOf(path);
        problem = "";
        try
        {
            byte[] bytes = SmallFile.Read(path, IsOf(path, Hosts) ? VstPreset.MostBytes : PresetFile.MostBytes) ?? throw new FormatException("it is too large to be a preset");
            return IsOf(path, Hosts) ? OfHost(bytes, Path.GetFileNameWithoutExtension(path)) : PresetFile.Parse(bytes);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            problem = $"{name} is no preset of Semantic EQ: {e.Message}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"{name} can't be read: {e.Message}";
        }
        return null;
    }

    private static PresetFile OfHost(byte[] bytes, string name)
    {
        var preset = VstPreset.Parse(bytes);
        if (preset.ClassId != Exports.ClassId)
            throw new FormatException("it is another plug-in's");
        var state = SessionState.Read(preset.ComponentState) ?? throw new FormatException("the settings in it are damaged");
        return new PresetFile(PresetFile.Format, PresetFile.CleanName(name) ?? "Preset", "", state.AsPreset());
    }

    private static bool IsOf(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
