using SemanticEq.Ui.Platform;

namespace SemanticEq.Plugin;

/// <summary>What becomes of files that a user drops on the window: presets are kept and the first is loaded, a recording is what to match. Main thread.</summary>
internal sealed class DroppedFiles(Presets presets, ReferenceMatch reference)
{
    /// <summary>Takes them.</summary>
    /// <param name="paths">One or more, absolute.</param>
    /// <returns>Null where it is done or has begun; else why not, for people.</returns>
    public string? Open(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
            return null;
        if (paths.FirstOrDefault(path => Directory.Exists(path) || FileTarget.IsSpecial(path)) is { } other)
            return $"{ReferenceSound.NameOf(other)} is no file. Drop an audio file or a preset.";
        int ofPresets = paths.Count(PresetLibrary.IsPreset);
        if (ofPresets == paths.Count)
            return presets.Keep(paths);
        if (paths.Count > 1)
            return "Drop presets, or one audio file: a track can be matched to one sound.";
        reference.Begin(paths[0]);
        return null;
    }
}
