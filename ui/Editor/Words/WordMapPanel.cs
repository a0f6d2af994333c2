using System.Globalization;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>The words: a search, what is in force, its variations, and all of them on a map. Main thread.</summary>
public sealed class WordMapPanel : Widget
{
    private const double HeadMiddle = 23;
    private const double SearchHeight = 26;
    private const double MostSearchWidth = 190;
    private const double LeastTitleWidth = 60;
    private const double StatusTop = 45;
    private const double ButtonSide = 24;
    private const double Gap = 6;
    private const double LowHeight = 270;
    private const double HintLeft = 10;
    private const int PhraseSlot = 1;

    private readonly WordChoice _choice;
    private WordSearch _search;
    private readonly TextField _field;
    private readonly Button _endSearch;
    private readonly Button _clear;
    private readonly Button _close;
    private readonly WordStatus _status;
    private readonly VariationRow _variations;
    private WordMap _map;
    private IReadOnlyList<MapWord> _words;
    private readonly IEditorModel _model;
    private bool _isDrawer;
    private bool _isLow;
    private int _hintSlot;
    private bool _hasMix;

    /// <summary>The words of a model.</summary>
    public WordMapPanel(IEditorModel model)
    {
        _model = model;
        _choice = new WordChoice(model);
        _words = model.Words.All;
        _search = new WordSearch(_words);
        _field = Add(new TextField("Search words")
        {
            Placeholder = string.Create(CultureInfo.InvariantCulture, $"search {_words.Count} words"),
            TextSize = TypeSize.Label,
            Icon = Icon.Search,
            Padding = 9,
            Changed = Find,
        });
        _endSearch = Add(new Button("End search", EndSearch) { Icon = Icon.Close, IconSize = 9, IsVisible = false });
        _status = Add(new WordStatus(model) { Search = _search });
        _clear = Add(new Button("Take the words away", _choice.ClearAll) { Icon = Icon.Close, IconSize = 11, Tip = "Take the words away", IsVisible = false });
        _variations = Add(new VariationRow(model));
        _map = Add(new WordMap(model, _search, _choice) { AskedChanged = Tell });
        _close = Add(new Button("Close words", () => Closed?.Invoke()) { Icon = Icon.ChevronRight, IconSize = 14, Tip = "Close", IsVisible = false });
    }

    /// <summary>Whether it lies over the curve, in a narrow window: it then has an edge and can be closed.</summary>
    public bool IsDrawer
    {
        get => _isDrawer;
        set
        {
            if (_isDrawer == value)
                return;
            _isDrawer = _close.IsVisible = value;
            ArrangeChildren();
        }
    }

    /// <summary>The user closes the drawer.</summary>
    public Action? Closed { get; set; }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Words";

    /// <summary>Takes the keyboard for the search.</summary>
    public void StartSearch() => Scene?.Focus(_field);

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (!ReferenceEquals(_words, _model.Words.All))
            TakeWords();
        if (_variations.Look())
            ArrangeChildren();
        _clear.IsVisible = _model.Words.Slot(WordPlace.A) != 0 || _model.Words.Slot(WordPlace.B) != 0;
        if (_hintSlot != _model.Words.Slot(WordPlace.A) || _hasMix == _model.Words.Mix.IsEmpty)
        {
            _hintSlot = _model.Words.Slot(WordPlace.A);
            _hasMix = !_model.Words.Mix.IsEmpty;
            Invalidate(_variations.Bounds);
        }

        base.Tick(seconds);
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown || !_field.IsFocused)
            return key is { IsDown: true, Key: Window.Key.Escape } && IsDrawer && Close();
        switch (key.Key)
        {
            case Window.Key.Down or Window.Key.Up:
                _map.StepFound(key.Key == Window.Key.Down ? 1 : -1);
                return true;
            case Window.Key.Return:
                _ = _map.TakeFound(key.Modifiers.HasFlag(Modifiers.Shift), key.Modifiers.HasFlag(Modifiers.Control));
                return true;
            case Window.Key.Escape when _field.Text.Length > 0:
                EndSearch();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        Rectangle inside = Bounds.Inset(Space.InsidePanel);
        double right = inside.Right - (IsDrawer ? ButtonSide + Gap : 0), headTop = Bounds.Top + HeadMiddle;
        _close.Arrange(new Rectangle(inside.Right - ButtonSide, headTop - (ButtonSide / 2), ButtonSide, ButtonSide));
        double width = Math.Clamp(right - inside.Left - LeastTitleWidth, 0, MostSearchWidth);
        _field.Arrange(new Rectangle(right - width, headTop - (SearchHeight / 2), width, SearchHeight));
        _endSearch.Arrange(new Rectangle(right - ButtonSide, headTop - (ButtonSide / 2), ButtonSide, ButtonSide));
        _status.Arrange(inside with { Y = Bounds.Top + StatusTop, Height = WordStatus.Height, Width = inside.Width - ButtonSide });
        _clear.Arrange(new Rectangle(inside.Right - ButtonSide + 4, Bounds.Top + StatusTop - 5, ButtonSide, ButtonSide));
        // Its room stays where a word has no variations: the map must not move under the pointer. In a low panel it lies over the second line.
        _isLow = Bounds.Height < LowHeight;
        _variations.Arrange(inside with { Y = _isLow ? _status.Bounds.Bottom - VariationRow.Height + 7 : _status.Bounds.Bottom + Gap, Height = VariationRow.Height });
        _status.IsSecondCovered = _isLow && _variations.IsVisible;
        double top = _variations.Bounds.Bottom + Gap;
        _map.Arrange(Rectangle.FromEdges(Bounds.Left + 2, top, Bounds.Right - 2, Math.Max(top, Bounds.Bottom - 4)));
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        if (IsDrawer)
            PopupGround.Draw(canvas, Bounds, theme);
        canvas.FillRoundedRectangle(IsDrawer ? Bounds.Inset(1) : Bounds, Space.PanelRadius, theme.Panel);
        var title = new TextStyle(TypeSize.Label, theme.Muted, FontWeight.Medium);
        canvas.Text("Words"u8, Bounds.Left + Space.InsidePanel, Bounds.Top + HeadMiddle + title.BaselineBelowMiddle, title);
        if (!_variations.IsVisible && !_isLow)
            DrawHint(canvas, theme);
    }

    // Where the variations will be: their room is not left empty.
    private void DrawHint(ICanvas canvas, Theme theme)
    {
        Rectangle row = _variations.Bounds;
        var style = new TextStyle(TypeSize.Small, theme.Muted);
        canvas.FillRoundedRectangle(row, Space.ControlRadius - 2, theme.Raised);
        ReadOnlySpan<byte> hint = _hasMix ? "Drag the ring; Ctrl-click adds a word or takes it out"u8
            : _hintSlot == PhraseSlot ? "The diamond is where it lies among the words"u8
            : "Turn the wheel over the map for rarer words"u8;
        canvas.Text(hint, row.Left + HintLeft, row.Centre.Y + style.BaselineBelowMiddle, style);
    }

    private void Find(string text)
    {
        _search.Find(text);
        _endSearch.IsVisible = text.Length > 0;
        _map.SearchChanged();
        _status.Invalidate();
    }

    // A session of another model has come, with other words.
    private void TakeWords()
    {
        _words = _model.Words.All;
        Remove(_map);
        _search = new WordSearch(_words);
        _status.Search = _search;
        _map = Add(new WordMap(_model, _search, _choice) { AskedChanged = Tell });
        ArrangeChildren();
        EndSearch();
    }

    private void EndSearch()
    {
        _field.Text = "";
        Find("");
    }

    private bool Close()
    {
        Closed?.Invoke();
        return Closed is not null;
    }

    private void Tell() => _status.Asked = _map.Asked;
}
