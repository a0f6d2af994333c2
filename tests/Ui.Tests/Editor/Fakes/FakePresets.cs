using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Tests.Editor;

/// <summary>Presets in memory.</summary>
internal sealed class FakePresets : IPresets
{
    private readonly List<Preset> _all =
    [
        new("Warm vocal, clear top", "Vocals", PresetOrigin.Factory, true, "f1"), new("Close and dry", "Vocals", PresetOrigin.Factory, false, "f2"),
        new("Tight kick", "Drums", PresetOrigin.Factory, false, "f3"), new("Airy overheads", "Drums", PresetOrigin.Factory, false, "f4"),
        new("Telephone", "Effects", PresetOrigin.Factory, false, "f5"), new("My bass", "Mine", PresetOrigin.Mine, true, "m1"),
        new("Kick, Tuesday", "Mine", PresetOrigin.Mine, false, "m2"),
    ];

    private Preset? _deleted;

    public FakePresets() => Current = _all[0];

    public IReadOnlyList<Preset> All => _all;

    public Preset? Current { get; private set; }

    public bool IsModified { get; set; }

    /// <summary>Why none can be loaded; null where they can.</summary>
    public string? Problem { get; set; }

    public string? Deleted => _deleted?.Name;

    public string? Load(Preset preset)
    {
        if (Problem is null)
            (Current, IsModified) = (preset, false);
        return Problem;
    }

    public string? Step(int by)
    {
        int at = Current is null ? 0 : _all.IndexOf(Current) + by;
        return Load(_all[(at + _all.Count) % _all.Count]);
    }

    public string? Save(string name, string group)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "A preset needs a name.";
        _ = _all.RemoveAll(preset => preset.Origin == PresetOrigin.Mine && preset.Name == name);
        _all.Add(new Preset(name, group, PresetOrigin.Mine, false, name));
        return Load(_all[^1]);
    }

    public string? Rename(Preset preset, string name) => Replace(preset, preset with { Name = name });

    public string? Delete(Preset preset)
    {
        if (preset.Origin == PresetOrigin.Factory)
            return "It came with the plug-in and can't be deleted.";
        _ = _all.Remove(preset);
        _deleted = preset;
        return null;
    }

    public string? UndoDelete()
    {
        if (_deleted is { } preset)
            _all.Add(preset);
        _deleted = null;
        return null;
    }

    public void SetFavourite(Preset preset, bool isFavourite) => Replace(preset, preset with { IsFavourite = isFavourite });

    private string? Replace(Preset preset, Preset by)
    {
        _all[_all.IndexOf(preset)] = by;
        if (Current == preset)
            Current = by;
        return null;
    }
}
