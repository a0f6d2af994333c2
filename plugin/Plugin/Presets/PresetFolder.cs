using System.Text.Json;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Plugin;

/// <summary>
/// A user's own presets as files of one folder, which other processes may change too. Nothing throws: what goes wrong is told as text for
/// people. Main thread.
/// </summary>
/// <param name="path">The folder; null where the system names none. It is made when something is first saved.</param>
internal sealed class PresetFolder(string? path)
{
    private const string End = ".json";
    private const int MostFiles = 5000;
    private (string From, string To, string Name)? _deleted;

    /// <summary>When anybody last changed what is in it.</summary>
    public DateTime Written
    {
        get
        {
            try
            {
                return path is null ? default : Directory.GetLastWriteTimeUtc(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return default;
            }
        }
    }

    /// <summary>The name of what <see cref="UndoDelete"/> would bring back, or null.</summary>
    public string? Deleted => _deleted?.Name;

    /// <summary>All that can be read, by group and name; what can't is added to the problems.</summary>
    public IEnumerable<PresetEntry> Read(List<string> problems)
    {
        if (path is null || !Directory.Exists(path))
            return [];
        var entries = new List<PresetEntry>();
        try
        {
            foreach (string file in Directory.EnumerateFiles(path, "*" + End).Take(MostFiles))
            {
                if (Open(file, out string problem) is { } preset)
                    entries.Add(PresetEntry.OfFile(file, preset));
                else
                    problems.Add(problem);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"The folder of presets can't be read: {e.Message}");
        }
        return entries.OrderBy(entry => entry.Group, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.Key, StringComparer.Ordinal);
    }

    /// <summary>Reads one; null where it can't be read, and why.</summary>
    public static PresetFile? Open(string file, out string problem)
    {
        problem = "";
        try
        {
            return PresetFile.Parse(SmallFile.Read(file, PresetFile.MostBytes) ?? throw new JsonException("it is too large to be a preset"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            problem = $"The preset file {Path.GetFileName(file)} is left out, since it can't be read: {e.Message}";
            return null;
        }
    }

    /// <summary>Writes one, whole or not at all.</summary>
    /// <param name="file">Over this file; null for one of its own.</param>
    /// <param name="preset">What to write.</param>
    /// <param name="written">The file.</param>
    /// <returns>Null, or why not.</returns>
    public string? Write(string? file, PresetFile preset, out string written)
    {
        written = "";
        if (path is null)
            return "The preset can't be saved: this system names no folder for a user's files.";
        string target = file ?? "";
        string? problem = Try("saved", () =>
        {
            _ = Directory.CreateDirectory(path);
            target = file ?? Unused(PresetFileName.For(preset.Name));
            AtomicFile.Write(target, preset.Write());
        });
        written = target;
        return problem;
    }

    /// <summary>Takes one away, into a folder beside.</summary>
    public string? Delete(PresetEntry entry) => Try("deleted", () =>
    {
        string bin = Path.Combine(path!, ".deleted");
        _ = Directory.CreateDirectory(bin);
        string target = Path.Combine(bin, PresetFileName.Unused(Path.GetFileNameWithoutExtension(entry.Path), Stems(bin)) + End);
        File.Move(entry.Path, target);
        _deleted = (entry.Path, target, entry.Name);
    });

    /// <summary>Brings back what was taken away last.</summary>
    public string? UndoDelete() => _deleted is not { } deleted ? null : Try("brought back", () =>
    {
        File.Move(deleted.To, File.Exists(deleted.From) ? Unused(Path.GetFileNameWithoutExtension(deleted.From)) : deleted.From);
        _deleted = null;
    });

    private string Unused(string stem) => Path.Combine(path!, PresetFileName.Unused(stem, Stems(path!)) + End);

    private static IEnumerable<string> Stems(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(file => Path.GetFileNameWithoutExtension(file)!) : [];

    private static string? Try(string verb, Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A browser has little room: the reason must not stand behind a long path.
            return WriteFailure.IsDiskFull(e) ? $"The preset could not be {verb}: the disk is full." : $"The preset could not be {verb}. {e.Message}";
        }
    }
}
