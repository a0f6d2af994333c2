namespace SemanticEq.Ui.Editor;

/// <summary>What the browser does to the user's own presets: save, rename, delete, bring back.</summary>
internal sealed partial class PresetBrowser
{
    private const string FirstGroup = "My presets";

    private Preset? _renamed;
    private string _deleted = "";

    private void Delete(Preset preset)
    {
        string? problem = _presets.Delete(preset);
        _deleted = preset.Name;
        Say(problem ?? $"Deleted “{preset.Name}”.", canUndo: problem is null);
        Refresh();
    }

    private void UndoDelete()
    {
        Say(_presets.UndoDelete());
        Refresh();
        Reveal(_deleted);
    }

    private void AskToSave()
    {
        _renamed = null;
        Preset? current = _presets.Current;
        Ask(current?.Name ?? "", current is { Origin: PresetOrigin.Mine } ? current.Group : FirstGroup);
    }

    private void AskToRename() => WithSelected(preset =>
    {
        _renamed = preset;
        Ask(preset.Name, null);
    });

    private void Ask(string name, string? group)
    {
        _footer.IsVisible = false;
        _naming.Ask(name, group);
    }

    private void Named(string name, string group)
    {
        string? problem = _renamed is { } preset
            ? _presets.Rename(preset, name)
            : _presets.Save(name, group.Length > 0 ? group : FirstGroup);
        Say(problem);
        if (problem is not null)
            return;
        StopNaming();
        Refresh();
        Reveal(name);
    }

    // One of the user's own.
    private void Reveal(string name)
    {
        _list.Selected = _rows.IndexOf(_presets.All.FirstOrDefault(saved => saved.Origin == PresetOrigin.Mine && saved.Name == name));
        _list.Reveal(Math.Max(0, _list.Selected));
    }

    private void StopNaming()
    {
        _naming.IsVisible = false;
        _footer.IsVisible = true;
        Scene?.Focus(_search);
    }

    private void Say(string? text, bool canUndo = false)
    {
        _notice.Say(text, canUndo);
        Arrange(Bounds);
    }
}
