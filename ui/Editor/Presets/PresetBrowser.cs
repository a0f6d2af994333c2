using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// All presets: search, filters, hearts; a click or Return loads one and it stays open, a double click or Escape closes it. Below, saving,
/// renaming and deleting the user's own.
/// </summary>
internal sealed partial class PresetBrowser : Popup
{
    private const double Margin = 12;
    private const double Gap = 8;
    private const double FieldHeight = 32;
    private const double FilterHeight = 30;
    private const double FooterHeight = 32;
    private const double DoubleClickSeconds = 0.4;

    private static readonly string[] Filters = ["All", "Factory", "Mine", "Favourites"];

    private readonly IPresets _presets;
    private readonly PresetRows _rows;
    private readonly TextField _search;
    private readonly Segmented _filter;
    private readonly ListBox _list;
    private readonly Label _nothing;
    private readonly PresetNotice _notice;
    private readonly PresetFooter _footer;
    private readonly PresetNaming _naming;
    private IReadOnlyList<Preset>? _seen;
    private int _seenCount;
    private double _seconds;
    private string? _lastChosen;
    private double _lastChosenAt = double.NegativeInfinity;

    /// <summary>Browses some presets.</summary>
    public PresetBrowser(IPresets presets)
    {
        _presets = presets;
        _rows = new PresetRows(presets, Choose, Delete);
        _search = Add(new TextField("Search presets")
        {
            Icon = Icon.Search,
            Placeholder = "Search presets",
            Changed = SearchFor,
            Submitted = _ => ChooseSelected(),
        });
        _filter = Add(new Segmented("Which presets", Filters, () => (int)_rows.Filter, Show));
        _list = Add(new ListBox("Presets", _rows) { RowHeight = 30 });
        _nothing = Add(new Label("No preset is called so.") { Align = TextAlign.Centre, IsVisible = false });
        _notice = Add(new PresetNotice(UndoDelete));
        _footer = Add(new PresetFooter(AskToSave, AskToRename, () => WithSelected(Delete)));
        _naming = Add(new PresetNaming(Named) { IsVisible = false });
        Refresh();
        _list.Selected = _rows.IndexOf(presets.Current);
    }

    /// <inheritdoc/>
    public override Size Wanted => new(400, 480);

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Preset browser";

    /// <inheritdoc/>
    public override void Opened()
    {
        Scene?.Focus(_search);
        _list.Reveal(Math.Max(0, _list.Selected));
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown)
            return false;
        if (_naming.IsVisible && key.Key == Window.Key.Escape)
        {
            StopNaming();
            return true;
        }

        return key.Key is Window.Key.Up or Window.Key.Down or Window.Key.PageUp or Window.Key.PageDown && _list.Key(key);
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        _seconds = seconds;
        IReadOnlyList<Preset> all = _presets.All;
        if (!ReferenceEquals(all, _seen) || all.Count != _seenCount)
            Refresh();
        _footer.CanEdit = _rows.At(_list.Selected) is { Origin: PresetOrigin.Mine };
        base.Tick(seconds);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        Rectangle inside = Bounds.Inset(Margin);
        _search.Arrange(inside with { Height = FieldHeight });
        _filter.Arrange(inside with { Y = inside.Top + FieldHeight + Gap, Height = FilterHeight });
        var footer = inside with { Y = inside.Bottom - FooterHeight, Height = FooterHeight };
        _footer.Arrange(footer);
        _naming.Arrange(footer);
        double listTop = inside.Top + FieldHeight + FilterHeight + (2 * Gap), listBottom = footer.Top - Gap;
        if (_notice.IsVisible)
        {
            listBottom -= PresetNotice.Height;
            _notice.Arrange(inside with { Y = listBottom, Height = PresetNotice.Height });
        }

        _list.Arrange(Rectangle.FromEdges(inside.Left, listTop, inside.Right, Math.Max(listTop, listBottom)));
        _nothing.Arrange(_list.Bounds with { Height = Math.Min(_list.Bounds.Height, 80) });
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context) => PopupGround.Draw(canvas, Bounds, context.Theme);

    private void Refresh()
    {
        Preset? selected = _rows.At(_list.Selected);
        _seen = _presets.All;
        _seenCount = _seen.Count;
        _rows.Refresh();
        _list.Selected = _rows.IndexOf(selected);
        _list.Refresh();
        _nothing.IsVisible = _rows.Count == 0;
        Invalidate();
    }

    private void SearchFor(string text)
    {
        _rows.Search = text;
        Refresh();
        _list.Selected = text.Length > 0 ? _rows.First : _rows.IndexOf(_presets.Current);
    }

    private void Show(int filter)
    {
        _rows.Filter = (PresetFilter)filter;
        Refresh();
    }

    private void ChooseSelected() => WithSelected(Choose);

    private void WithSelected(Action<Preset> action)
    {
        if (_rows.At(_list.Selected) is { } preset)
            action(preset);
    }

    private void Choose(Preset preset)
    {
        bool isSecond = _lastChosen == preset.Key && _seconds - _lastChosenAt < DoubleClickSeconds;
        (_lastChosen, _lastChosenAt) = (preset.Key, _seconds);
        if (isSecond)
        {
            Scene?.ClosePopup(this);
            return;
        }

        Say(_presets.Load(preset));
        Invalidate();
    }
}
