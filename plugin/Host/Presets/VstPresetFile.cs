using System.Security;
using SemanticEq.Host.Hosting;
using SemanticEq.Ui.Platform;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Presets;

/// <summary>Preset files and a plug-in: as a host saves and loads them. Main thread.</summary>
public static class VstPresetFile
{
    /// <summary>How such files end.</summary>
    public const string Extension = ".vstpreset";

    // What the VST 3 documentation has replaced in the names of presets' folders and files, and what hides a file.
    private const string NotInNames = "\\*?/:<>|\"";

    /// <summary>A file's name for a preset's name, without a folder.</summary>
    public static string NameFor(string preset)
    {
        string name = string.Concat(preset.Replace(": ", " - ", StringComparison.Ordinal).Select(letter => NotInNames.Contains(letter) || char.IsControl(letter) ? '_' : letter)).Trim('.', ' ');
        return (name.Length == 0 ? "Preset" : name) + Extension;
    }

    /// <summary>The plug-in as it stands, as a preset.</summary>
    /// <param name="plugin">Whose state is asked.</param>
    /// <param name="category">For hosts' browsers: a heading; null for none.</param>
    /// <exception cref="UserError">The plug-in gives no state.</exception>
    public static VstPreset Of(PluginInstance plugin, string? category) =>
        new(plugin.Class.Id, plugin.SaveState(), plugin.SaveControllerState(), Describe(plugin.Class, category));

    /// <summary>Writes a file; it appears whole or not at all.</summary>
    /// <exception cref="UserError">It can't be written.</exception>
    public static void Save(string path, VstPreset preset)
    {
        try
        {
            AtomicFile.Write(path, preset.Write());
        }
        catch (IOException e)
        {
            throw new UserError(e.Message, e);
        }
    }

    /// <summary>Brings a file's settings into a plug-in.</summary>
    /// <exception cref="UserError">The file can't be read, is damaged, or is another plug-in's; nothing has changed then.</exception>
    public static void Load(string path, PluginInstance plugin)
    {
        var preset = Read(path);
        if (preset.ClassId != plugin.Class.Id)
            throw new UserError($"{path} is a preset of another plug-in than {plugin.Class.Name}");
        if (!plugin.LoadState(preset.ComponentState))
            throw new UserError($"{path}: {plugin.Class.Name} can't read the settings in it");
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="UserError">It can't be read or is damaged.</exception>
    public static VstPreset Read(string path)
    {
        try
        {
            return VstPreset.Parse(SmallFile.Read(path, VstPreset.MostBytes) ?? throw new UserError($"{path} is too large to be a preset"));
        }
        catch (FormatException e)
        {
            throw new UserError($"{path} can't be used: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError(Path.Exists(path) ? $"{path} can't be read: {e.Message}" : $"{path} does not exist", e);
        }
    }

    // As in the files that hosts write, which the documentation leaves open.
    private static string Describe(PluginClass plugin, string? category)
    {
        (string Id, string Value)[] attributes =
        [
            ("MediaType", "VstPreset"), ("PlugInCategory", plugin.SubCategories), ("PlugInName", plugin.Name), ("PlugInVendor", plugin.Vendor),
            .. category is null ? Array.Empty<(string, string)>() : [("MusicalCategory", category)],
        ];
        var lines = attributes.Select(attribute =>
            $"\t<Attribute id=\"{attribute.Id}\" value=\"{SecurityElement.Escape(attribute.Value)}\" type=\"string\" flags=\"writeProtected\"/>\n");
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<MetaInfo>\n" + string.Concat(lines) + "</MetaInfo>\n";
    }
}
