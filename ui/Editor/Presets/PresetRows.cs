using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>Which presets the browser shows.</summary>
internal enum PresetFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those that came with the plug-in.</summary>
    Factory,

    /// <summary>The user's own.</summary>
    Mine,

    /// <summary>Those whose heart is lit.</summary>
    Favourites,
}

/// <summary>The browser's list: what filter and search leave, under the headings of its groups.</summary>
/// <param name="presets">All of them.</param>
/// <param name="chosen">Told of a preset that was clicked, or Return pressed on.</param>
/// <param name="deleted">Told of a preset on which Delete was pressed.</param>
internal sealed class PresetRows(IPresets presets, Action<Preset> chosen, Action<Preset> deleted) : IListRows
{
    private readonly List<PresetRow> _rows = [];

    /// <summary>Which are shown.</summary>
    public PresetFilter Filter { get; set; }

    /// <summary>What name or group must hold; empty for everything.</summary>
    public string Search { get; set; } = "";

    /// <inheritdoc/>
    public int Count => _rows.Count;

    /// <summary>Gathers them anew.</summary>
    public void Refresh()
    {
        _rows.Clear();
        foreach (IGrouping<string, Preset> group in presets.All.Where(IsShown).GroupBy(preset => preset.Group))
        {
            _rows.Add(PresetRow.Heading(group.Key));
            _rows.AddRange(group.Select(PresetRow.Of));
        }
    }

    /// <summary>A row's preset; null for a heading, or where there is none.</summary>
    public Preset? At(int row) => row >= 0 && row < _rows.Count ? _rows[row].Preset : null;

    /// <summary>The row of a preset; −1 where it isn't shown.</summary>
    public int IndexOf(Preset? preset) => preset is null ? -1 : _rows.FindIndex(row => row.Preset?.Key == preset.Key);

    /// <summary>The first preset's row; −1 where there is none.</summary>
    public int First => _rows.FindIndex(row => row.Preset is not null);

    /// <inheritdoc/>
    public bool IsHeading(int row) => _rows[row].Preset is null;

    /// <inheritdoc/>
    public string Name(int row) => _rows[row].Text;

    /// <inheritdoc/>
    public void Draw(ICanvas canvas, in DrawContext context, int row, Rectangle area, bool isSelected) =>
        _rows[row].Draw(canvas, context.Theme, area, _rows[row].Preset is { } preset && preset.Key == presets.Current?.Key);

    /// <inheritdoc/>
    public void Choose(int row, Point? at, Rectangle area)
    {
        if (_rows[row].Preset is not { } preset)
            return;
        if (at is { } point && PresetRow.IsOnHeart(point, area))
        {
            presets.SetFavourite(preset, !preset.IsFavourite);
            Refresh();
            return;
        }

        chosen(preset);
    }

    /// <inheritdoc/>
    public bool Key(int row, in KeyEvent key)
    {
        if (key.Key != Window.Key.Delete || _rows[row].Preset is not { } preset)
            return false;
        deleted(preset);
        return true;
    }

    private bool IsShown(Preset preset)
    {
        bool isOfKind = Filter switch
        {
            PresetFilter.Factory => preset.Origin == PresetOrigin.Factory,
            PresetFilter.Mine => preset.Origin == PresetOrigin.Mine,
            PresetFilter.Favourites => preset.IsFavourite,
            _ => true,
        };
        return isOfKind && (Holds(preset.Name) || Holds(preset.Group));
    }

    private bool Holds(string text) => text.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase);
}
