namespace SemanticEq.Ui.Editor;

/// <summary>Where a preset comes from.</summary>
public enum PresetOrigin
{
    /// <summary>It came with the plug-in and can't be changed.</summary>
    Factory,

    /// <summary>The user saved it.</summary>
    Mine,
}

/// <summary>A preset. Immutable.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Group">A heading that it stands under ("Vocals").</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="IsFavourite">Whether its heart is lit.</param>
/// <param name="Key">What tells it from others.</param>
public sealed record Preset(string Name, string Group, PresetOrigin Origin, bool IsFavourite, string Key);

/// <summary>The presets. Main thread; files are read when the list is first asked for. Failures come as text for people.</summary>
public interface IPresets
{
    /// <summary>All, in the order in which next and previous go.</summary>
    IReadOnlyList<Preset> All { get; }

    /// <summary>The one that was loaded or saved last, or null.</summary>
    Preset? Current { get; }

    /// <summary>Whether something was changed since.</summary>
    bool IsModified { get; }

    /// <summary>Loads one. One undo step.</summary>
    /// <returns>Null, or why not.</returns>
    string? Load(Preset preset);

    /// <summary>Loads the one after (1) or before (−1) the current one.</summary>
    string? Step(int by);

    /// <summary>Saves what stands under a name, as one of the user's own; one of that name is replaced.</summary>
    string? Save(string name, string group);

    /// <summary>Gives one of the user's own another name.</summary>
    string? Rename(Preset preset, string name);

    /// <summary>Takes one of the user's own away; <see cref="UndoDelete"/> brings it back.</summary>
    string? Delete(Preset preset);

    /// <summary>The name of what <see cref="UndoDelete"/> would bring back, or null.</summary>
    string? Deleted { get; }

    /// <summary>Brings back what was taken away last.</summary>
    string? UndoDelete();

    /// <summary>Lights its heart or puts it out.</summary>
    void SetFavourite(Preset preset, bool isFavourite);
}
