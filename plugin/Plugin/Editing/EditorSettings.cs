using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>
/// How one user likes the window. All instances in a process share one, read on first need; it is written some seconds after the last
/// change and when a window closes. A file that can't be read is kept aside; one that can't be written is said, and tried again at the next
/// change and when a window closes. Main thread.
/// </summary>
internal sealed class EditorSettings : IEditorSettings
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);
    private static readonly Lazy<EditorSettings> OfProcess = new(() => new EditorSettings(Platform.UserFolders.Config));
    private readonly SettingsFile _file;
    private EditorSettingsData _data;
    private EditorSettingsData _kept;
    private TimeSpan? _changed;
    private bool _isUnwritten;

    /// <summary>Reads a folder's.</summary>
    /// <param name="folder">Where editor.json lies or will lie; null for none: nothing is kept then.</param>
    internal EditorSettings(string? folder)
    {
        _file = new SettingsFile(folder);
        _data = _kept = _file.Read();
    }

    /// <summary>The user's.</summary>
    public static EditorSettings Shared => OfProcess.Value;

    /// <summary>What went wrong with the file, for people; or null.</summary>
    public string? Problem => _file.Problem;

    /// <summary>Keys of the presets whose heart is lit.</summary>
    public IReadOnlyCollection<string> Favourites => _data.Favourites;

    /// <inheritdoc/>
    public ThemeChoice Theme { get => _data.Theme; set => Change(_data with { Theme = value }); }

    /// <inheritdoc/>
    public bool ReducedMotion { get => _data.ReducedMotion; set => Change(_data with { ReducedMotion = value }); }

    /// <inheritdoc/>
    public Size? Size
    {
        get => _data is { Width: { } width, Height: { } height } ? new Size(width, height) : null;
        set => Change(_data with { Width = value?.Width, Height = value?.Height });
    }

    /// <inheritdoc/>
    public double? Scale { get => _data.Scale; set => Change(_data with { Scale = value }); }

    /// <inheritdoc/>
    public bool ShowInput { get => _data.ShowInput; set => Change(_data with { ShowInput = value }); }

    /// <inheritdoc/>
    public bool ShowOutput { get => _data.ShowOutput; set => Change(_data with { ShowOutput = value }); }

    /// <inheritdoc/>
    public bool ShowSideChain { get => _data.ShowSideChain; set => Change(_data with { ShowSideChain = value }); }

    /// <inheritdoc/>
    public bool PeakHold { get => _data.PeakHold; set => Change(_data with { PeakHold = value }); }

    /// <inheritdoc/>
    public double SpectrumTilt { get => _data.SpectrumTilt; set => Change(_data with { SpectrumTilt = value }); }

    /// <inheritdoc/>
    public SpectrumSpeed SpectrumSpeed { get => _data.SpectrumSpeed; set => Change(_data with { SpectrumSpeed = value }); }

    /// <inheritdoc/>
    public bool ShowPiano { get => _data.ShowPiano; set => Change(_data with { ShowPiano = value }); }

    /// <inheritdoc/>
    public double CurveRangeDb { get => _data.CurveRangeDb; set => Change(_data with { CurveRangeDb = value }); }

    /// <inheritdoc/>
    public bool ShowTooltips { get => _data.ShowTooltips; set => Change(_data with { ShowTooltips = value }); }

    /// <summary>Lights a preset's heart, or puts it out.</summary>
    public void SetFavourite(string key, bool isFavourite)
    {
        if (_data.Favourites.Contains(key) != isFavourite)
            Change(_data with { Favourites = isFavourite ? [.. _data.Favourites, key] : [.. _data.Favourites.Where(other => other != key)] });
    }

    /// <summary>Writes what was changed some seconds ago.</summary>
    /// <param name="now">On a steady clock.</param>
    public void Follow(TimeSpan now)
    {
        if (_changed is { } changed && now - changed > Delay)
            Save();
    }

    /// <summary>Writes what was changed.</summary>
    public void Save()
    {
        if (_changed is null && !_isUnwritten)
            return;
        _changed = null;
        // Hosts may run each plug-in in a process of its own: what another one has changed meanwhile stays.
        if (_file.Look() is { } other)
            (_data, _kept) = (_data.Over(_kept, other), other);
        _isUnwritten = !_file.TryWrite(_data);
        // What could not be written is still what was changed here, the next time that the file is looked at.
        if (!_isUnwritten)
            _kept = _data;
    }

    private void Change(EditorSettingsData data)
    {
        data = data.Checked();
        if (data == _data)
            return;
        _data = data;
        _changed = TimeProvider.System.GetElapsedTime(0);
    }
}
