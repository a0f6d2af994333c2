using System.Text.Json;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Plugin;

/// <summary>
/// All presets of a user: those that came with the plug-in, and a folder of files of their own, which other processes may change too.
/// Shared by all instances in a process; read on first need. What goes wrong is told as text for people; nothing throws. Main thread.
/// </summary>
internal sealed class PresetLibrary(string factory, string? folder)
{
    private const string End = ".json";
    private const int MostFiles = 5000;
    private static readonly Lazy<PresetLibrary> OfProcess = new(() => new PresetLibrary(
        Bundle.FactoryPresets, Platform.UserFolders.Data is { } data ? Path.Combine(data, "presets") : null));

    private IReadOnlyList<FactoryPreset>? _factory;
    private IReadOnlyList<PresetEntry> _entries = [];
    private DateTime _written;
    private bool _isRead;
    private (string From, string To, string Name)? _deleted;

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
    public string? Deleted => _deleted?.Name;

    private IReadOnlyList<FactoryPreset> Factory => _factory ??= FactoryPreset.Read(factory);

    /// <summary>Reads the folder anew, if anybody has changed it.</summary>
    public void Refresh()
    {
        var written = folder is null ? default : Directory.GetLastWriteTimeUtc(folder);
        if (_isRead && written == _written)
            return;
        _isRead = true;
        _written = written;
        var problems = new List<string>();
        _entries = [.. Factory.Select(PresetEntry.OfFactory), .. Mine(problems)];
        if (!problems.SequenceEqual(Problems))
            Problems = problems;
        Serial++;
    }

    /// <summary>What a preset sets, or why it can't be read.</summary>
    public (EffectSettings? Settings, string? Problem) Read(PresetEntry entry, BundledModel? model)
    {
        if (entry.Origin == PresetOrigin.Factory)
            return Factory.FirstOrDefault(preset => preset.Name == entry.Name) is { } preset ? (preset.Settings(model), null) : (null, "That preset is not there.");
        return Open(entry.Path, out string problem) is { } file ? (file.State.Settings(model), null) : (null, problem);
    }

    /// <summary>Writes one of the user's own; one of that name is replaced.</summary>
    /// <returns>It, or why not.</returns>
    public (PresetEntry? Entry, string? Problem) Save(string name, string group, SessionState state)
    {
        if (PresetFile.CleanName(name) is not { } clean)
            return (null, $"A preset needs a name of at most {PresetFile.MostLetters} characters.");
        Refresh();
        var file = new PresetFile(PresetFile.Format, clean, PresetFile.CleanName(group) ?? "", state);
        string? problem = Write(Find(clean)?.Path ?? PathFor(clean), file, out string path);
        return problem is null ? (PresetEntry.OfFile(path, file), null) : (null, problem);
    }

    /// <summary>Gives one of the user's own another name; its file and key stay.</summary>
    public string? Rename(PresetEntry entry, string name)
    {
        if (entry.Origin == PresetOrigin.Factory)
            return "Presets that came with the plug-in keep their names. Save it under another name.";
        if (PresetFile.CleanName(name) is not { } clean)
            return $"A preset needs a name of at most {PresetFile.MostLetters} characters.";
        Refresh();
        if (Find(clean) is { } other && other.Key != entry.Key)
            return $"There is a preset called “{other.Name}” already.";
        return Open(entry.Path, out string problem) is { } file ? Write(entry.Path, file with { Name = clean }, out _) : problem;
    }

    /// <summary>Takes one of the user's own away: into a folder beside.</summary>
    public string? Delete(PresetEntry entry)
    {
        if (entry.Origin == PresetOrigin.Factory)
            return "Presets that came with the plug-in can't be deleted.";
        string bin = Path.Combine(folder!, ".deleted");
        return Try("deleted", () =>
        {
            _ = Directory.CreateDirectory(bin);
            string target = Path.Combine(bin, PresetFileName.Unused(Path.GetFileNameWithoutExtension(entry.Path), Stems(bin)) + End);
            File.Move(entry.Path, target);
            _deleted = (entry.Path, target, entry.Name);
        });
    }

    /// <summary>Brings back what was taken away last.</summary>
    public string? UndoDelete()
    {
        if (_deleted is not { } deleted)
            return null;
        return Try("brought back", () =>
        {
            string target = File.Exists(deleted.From)
                ? Path.Combine(folder!, PresetFileName.Unused(Path.GetFileNameWithoutExtension(deleted.From), Stems(folder!)) + End)
                : deleted.From;
            File.Move(deleted.To, target);
            _deleted = null;
        });
    }

    private IEnumerable<PresetEntry> Mine(List<string> problems)
    {
        if (folder is null || !Directory.Exists(folder))
            return [];
        var entries = new List<PresetEntry>();
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*" + End).Take(MostFiles))
            {
                if (Open(path, out string problem) is { } file)
                    entries.Add(PresetEntry.OfFile(path, file));
                else
                    problems.Add(problem);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"The folder of presets can't be read: {e.Message}");
        }
        return entries.OrderBy(entry => entry.Group, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal);
    }

    private static PresetFile? Open(string path, out string problem)
    {
        problem = "";
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > PresetFile.MostBytes })
                throw new JsonException("it is too large to be a preset");
            return PresetFile.Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            problem = $"The preset file {Path.GetFileName(path)} is left out, since it can't be read: {e.Message}";
            return null;
        }
    }

    private PresetEntry? Find(string name) =>
        Entries.FirstOrDefault(entry => entry.Origin == PresetOrigin.Mine && entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string PathFor(string name) => folder is null ? "" : Path.Combine(folder, PresetFileName.Unused(PresetFileName.For(name), Stems(folder)) + End);

    private static IEnumerable<string> Stems(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(path => Path.GetFileNameWithoutExtension(path)!) : [];

    private string? Write(string path, PresetFile file, out string written)
    {
        written = path;
        if (folder is null)
            return "The preset can't be saved: this system names no folder for a user's files.";
        return Try("saved", () =>
        {
            _ = Directory.CreateDirectory(folder);
            AtomicFile.Write(path, file.Write());
        });
    }

    private string? Try(string verb, Action work)
    {
        string? problem = null;
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"The preset could not be {verb}. {e.Message}";
        }
        _isRead = false;
        Refresh();
        return problem;
    }
}
