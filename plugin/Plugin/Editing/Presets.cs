using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>The presets of a user, for one instance. Main thread.</summary>
internal sealed class Presets(SemanticEqEffect effect, Gestures gestures, PresetLibrary library, EditorSettings settings) : IPresets
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private IReadOnlyList<Preset> _all = [];
    private int _serial = -1;
    private IReadOnlyCollection<string>? _favourites;
    private TimeSpan? _looked;
    private LoadedPreset? _mark;
    private (LoadedPreset? Preset, int Serial) _missing;
    private Preset? _current;
    private bool _isModified;

    /// <inheritdoc/>
    public IReadOnlyList<Preset> All
    {
        get
        {
            Look();
            return Listed;
        }
    }

    // Without a look at the disk: what is asked for in every frame allocates nothing.
    private IReadOnlyList<Preset> Listed
    {
        get
        {
            if (_serial == library.Serial && _favourites == settings.Favourites)
                return _all;
            _all = [.. library.Entries.Select(entry => new Preset(entry.Name, entry.Group, entry.Origin, settings.Favourites.Contains(entry.Key), entry.Key))];
            (_serial, _favourites, _mark) = (library.Serial, settings.Favourites, null);
            return _all;
        }
    }

    /// <inheritdoc/>
    public Preset? Current
    {
        get
        {
            Resolve();
            var all = Listed;
            if (gestures.Preset == _mark)
                return _mark is null ? null : _current;
            _mark = gestures.Preset;
            return _current = _mark is null ? null : all.FirstOrDefault(preset => preset.Key == _mark.Key);
        }
    }

    /// <inheritdoc/>
    public bool IsModified
    {
        get
        {
            Resolve();
            return gestures.Preset is not null && _isModified;
        }
    }

    /// <inheritdoc/>
    public string? Deleted => library.Deleted;

    /// <summary>Looks whether what stands is still what was loaded. Allocates nothing.</summary>
    public void Follow() => _isModified = gestures.Preset is { Settings: { } loaded } && !loaded.AreThoseOf(effect);

    /// <inheritdoc/>
    public string? Load(Preset preset)
    {
        if (Find(preset.Key) is not { } entry)
            return "That preset is not there any more.";
        var (loaded, problem) = library.Read(entry, effect.SessionModel);
        if (loaded is null)
            return problem;
        gestures.EndAll();
        var step = EditStep.Between(entry.Name, EffectSettings.Of(effect), loaded, gestures.Preset, new LoadedPreset(entry.Key, loaded));
        gestures.Apply(step.Name, step, isStep: true);
        Follow();
        return null;
    }

    /// <inheritdoc/>
    public string? Step(int by)
    {
        var all = All;
        if (all.Count == 0)
            return "There are no presets.";
        int at = Current is { } current ? all.ToList().FindIndex(preset => preset.Key == current.Key) : by > 0 ? -1 : 0;
        return Load(all[(((at + by) % all.Count) + all.Count) % all.Count]);
    }

    /// <inheritdoc/>
    public string? Save(string name, string group)
    {
        var (entry, problem) = library.Save(name, group, effect.PresetState());
        if (entry is null)
            return problem;
        Mark(new LoadedPreset(entry.Key, EffectSettings.Of(effect)));
        return null;
    }

    /// <summary>Keeps presets' files among the user's own, and loads the first: one undo step.</summary>
    /// <param name="paths">One or more.</param>
    /// <returns>Null, or which can't be kept and why; the others are.</returns>
    public string? Keep(IReadOnlyList<string> paths)
    {
        PresetEntry? first = null;
        string? problem = null;
        foreach (string path in paths)
        {
            var (entry, refused) = library.Keep(path);
            first ??= entry;
            problem ??= refused;
        }

        return first is null ? problem : Load(new Preset(first.Name, first.Group, first.Origin, false, first.Key)) ?? problem;
    }

    /// <inheritdoc/>
    public string? Rename(Preset preset, string name) => Find(preset.Key) is { } entry ? library.Rename(entry, name) : "That preset is not there any more.";

    /// <inheritdoc/>
    public string? Delete(Preset preset) => Find(preset.Key) is { } entry ? library.Delete(entry) : "That preset is not there any more.";

    /// <inheritdoc/>
    public string? UndoDelete() => library.UndoDelete();

    /// <inheritdoc/>
    public void SetFavourite(Preset preset, bool isFavourite) => settings.SetFavourite(preset.Key, isFavourite);

    private PresetEntry? Find(string key) => library.Entries.FirstOrDefault(entry => entry.Key == key);

    // What a session says of its preset is only a key: its values are read when they are first asked for.
    private void Resolve()
    {
        if (gestures.Preset is not { Settings: null } mark || _missing == (mark, library.Serial))
            return;
        var settings = Find(mark.Key) is { } entry ? library.Read(entry, effect.SessionModel).Settings : null;
        // One that is not here stays the session's: it may be on the machine that opens it next, or come back.
        if (settings is null)
            _missing = (mark, library.Serial);
        else
            gestures.Preset = mark with { Settings = settings };
        Follow();
    }

    // Another process, or the user, may have changed the folder.
    private void Look()
    {
        var now = gestures.Now;
        if (_looked is { } looked && now - looked < LookEvery)
            return;
        _looked = now;
        library.Refresh();
    }

    // Saving changes nothing that is heard, so that it is no step; the session is another one.
    private void Mark(LoadedPreset preset)
    {
        gestures.Preset = preset;
        Follow();
        effect.Host?.StateChanged();
    }
}
