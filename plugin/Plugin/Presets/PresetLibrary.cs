using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Plugin;

/// <summary>
/// All presets of a user: those that came with the plug-in, and their own. Shared by all instances in a process; read on first need.
/// What goes wrong is told as text for people; nothing throws. Main thread.
/// </summary>
/// <param name="factory">The file of those that came with it.</param>
/// <param name="folder">The folder of the user's own, or null.</param>
internal sealed class PresetLibrary(string factory, string? folder)
{
    private static readonly Lazy<PresetLibrary> OfProcess = new(() => new PresetLibrary(
        Bundle.FactoryPresets, Platform.UserFolders.Data is { } data ? Path.Combine(data, "presets") : null));

    private readonly PresetFolder _folder = new(folder);
    private IReadOnlyList<FactoryPreset>? _factory;
    private IReadOnlyList<PresetEntry> _entries = [];
    private DateTime _written;
    private bool _isRead;

    /// <summary>The user's.</summary>
    public static PresetLibrary Shared => OfProcess.Value;

    /// <summary>All, in their order: the plug-in's, then the user's by group and name.</summary>
    public IReadOnlyList<PresetEntry> Entries
    {
        get
        {
            if (!_isRead)
                Refresh();
            return _entries;
        }
    }

    /// <summary>Grows whenever the list is another one.</summary>
    public int Serial { get; private set; }

    /// <summary>Files that can't be read, for people; another list whenever it has changed.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The name of what <see cref="UndoDelete"/> would bring back, or null.</summary>
    public string? Deleted => _folder.Deleted;

    private IReadOnlyList<FactoryPreset> Factory => _factory ??= FactoryPreset.Read(factory);

    /// <summary>Reads the folder anew, if anybody has changed it.</summary>
    public void Refresh()
    {
        var written = _folder.Written;
        if (_isRead && written == _written)
            return;
        _isRead = true;
        _written = written;
        var problems = new List<string>();
        _entries = [.. Factory.Select(PresetEntry.OfFactory), .. _folder.Read(problems)];
        if (!problems.SequenceEqual(Problems))
            Problems = problems;
        Serial++;
    }

    /// <summary>What a preset sets, or why it can't be read.</summary>
    public (EffectSettings? Settings, string? Problem) Read(PresetEntry entry, BundledModel? model)
    {
        if (entry.Origin == PresetOrigin.Mine)
            return PresetFolder.Open(entry.Path, out string problem) is { } file ? (file.State.Settings(model), null) : (null, problem);
        return Factory.FirstOrDefault(preset => preset.Name == entry.Name) is { } found
            ? (found.Settings(model), null)
            : (null, "That preset is not there.");
    }

    /// <summary>Writes one of the user's own; one of that name is replaced.</summary>
    /// <returns>It, or why not.</returns>
    public (PresetEntry? Entry, string? Problem) Save(string name, string group, SessionState state)
    {
        if (PresetFile.CleanName(name) is not { } clean)
            return (null, NeedsName);
        Refresh();
        var file = new PresetFile(PresetFile.Format, clean, PresetFile.CleanName(group) ?? "", state);
        string? problem = Changed(_folder.Write(Find(clean)?.Path, file, out string path));
        return problem is null ? (PresetEntry.OfFile(path, file), null) : (null, problem);
    }

    /// <summary>Whether a file is one of presets, by its name.</summary>
    public static bool IsPreset(string path) => PresetImport.IsPreset(path);

    /// <summary>Keeps a preset's file from elsewhere among the user's own. One that is there already, word for word, is not kept twice.</summary>
    /// <param name="path">Of ours, or of a VST3 host's.</param>
    /// <returns>It, or why not.</returns>
    public (PresetEntry? Entry, string? Problem) Keep(string path)
    {
        Refresh();
        if (Entries.FirstOrDefault(entry => entry.Path.Length > 0 && FileTarget.IsSame(entry.Path, path)) is { } own)
            return (own, null);
        if (PresetImport.Read(path, out string problem) is not { } file)
            return (null, problem);
        var mine = Entries.Where(entry => entry.Origin == PresetOrigin.Mine).ToList();
        byte[] bytes = file.Write();
        foreach (var entry in mine.Where(entry => entry.Name == file.Name))
        {
            if (PresetFolder.Open(entry.Path, out _)?.Write().AsSpan().SequenceEqual(bytes) == true)
                return (entry, null);
        }

        file = file with { Name = PresetFileName.Unused(file.Name, mine.Select(entry => entry.Name)) };
        return Changed(_folder.Write(null, file, out string written)) is { } refused ? (null, refused) : (PresetEntry.OfFile(written, file), null);
    }

    /// <summary>Gives one of the user's own another name; its file and key stay.</summary>
    public string? Rename(PresetEntry entry, string name)
    {
        if (entry.Origin == PresetOrigin.Factory)
            return "Presets that came with the plug-in keep their names. Save it under another name.";
        if (PresetFile.CleanName(name) is not { } clean)
            return NeedsName;
        Refresh();
        if (Find(clean) is { } other && other.Key != entry.Key)
            return $"There is a preset called “{other.Name}” already.";
        return PresetFolder.Open(entry.Path, out string problem) is { } file
            ? Changed(_folder.Write(entry.Path, file with { Name = clean }, out _))
            : problem;
    }

    /// <summary>Takes one of the user's own away: into a folder beside.</summary>
    public string? Delete(PresetEntry entry) =>
        entry.Origin == PresetOrigin.Factory ? "Presets that came with the plug-in can't be deleted." : Changed(_folder.Delete(entry));

    /// <summary>Brings back what was taken away last.</summary>
    public string? UndoDelete() => Changed(_folder.UndoDelete());

    private static string NeedsName => $"A preset needs a name of at most {PresetFile.MostLetters} characters.";

    private PresetEntry? Find(string name) =>
        Entries.FirstOrDefault(entry => entry.Origin == PresetOrigin.Mine && entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // Clocks of file systems are coarse: what was just changed here is read anew whatever they say.
    private string? Changed(string? problem)
    {
        _isRead = false;
        Refresh();
        return problem;
    }
}
