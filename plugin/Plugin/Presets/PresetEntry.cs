using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>A preset in the library's list.</summary>
/// <param name="Key">What tells it from others: kept by sessions and favourites.</param>
/// <param name="Name">As shown.</param>
/// <param name="Group">A heading that it stands under.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Path">The user's file; empty for one that came with the plug-in.</param>
internal sealed record PresetEntry(string Key, string Name, string Group, PresetOrigin Origin, string Path = "")
{
    private const string Factory = "factory:";
    private const string Mine = "mine:";

    /// <summary>One that came with the plug-in.</summary>
    public static PresetEntry OfFactory(FactoryPreset preset) => new(Factory + preset.Name, preset.Name, preset.Group, PresetOrigin.Factory);

    /// <summary>One of the user's own.</summary>
    public static PresetEntry OfFile(string path, PresetFile file) =>
        new(Mine + System.IO.Path.GetFileNameWithoutExtension(path), file.Name, file.Group, PresetOrigin.Mine, path);
}
