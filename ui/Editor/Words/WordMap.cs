using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// The words as a map: alike ones lie close, and large ones many people have set. A click starts from a word (A), Shift-click or a drag goes on
/// to another (B); the ring between them is the morph. Ctrl-click mixes several by weights. The wheel zooms, dragging the ground pans, a double
/// click on it shows all. Main thread.
/// </summary>
internal sealed partial class WordMap : Widget
{
    private const double RingRadius = 7;
    private const double EdgeRoom = 14;

    private readonly IEditorModel _model;
    private readonly MapView _view = new();
    private readonly WordDots _dots;
    private readonly WordChoice _choice;
    private readonly WordLink _link;
    private readonly ControlGesture _morph;
    private readonly int[] _wordOfSlot;
    private bool _isStale = true;
    private int _hovered = -1;
    private (int A, int B, double Morph, Point? PhraseA, Point? PhraseB) _seen;

    /// <summary>A map of a model's words.</summary>
    public WordMap(IEditorModel model, WordSearch search, WordChoice choice)
    {
        _model = model;
        Search = search;
        _choice = choice;
        _dots = new WordDots(model.Words.All);
        _link = new WordLink(model, _dots);
        _blend = new MixDrag(model);
        _morph = new ControlGesture(model.Words.Morph);
        _wordOfSlot = new int[_dots.Words.Count == 0 ? 0 : 1 + _dots.Words.Max(word => word.Slot)];
        Array.Fill(_wordOfSlot, -1);
        for (int i = 0; i < _dots.Words.Count; i++)
            _wordOfSlot[_dots.Words[i].Slot] = i;
    }

    /// <summary>What is searched; <see cref="SearchChanged"/> tells that it is another.</summary>
    public WordSearch Search { get; }

    /// <summary>What the map is asked to tell about: the word under the pointer or the keyboard's; null for none.</summary>
    public MapWord? Asked => Lit >= 0 ? _dots.Words[Lit] : null;

    /// <summary>The dots as they lie.</summary>
    internal WordDots Dots => _dots;

    /// <summary>Told when <see cref="Asked"/> is another.</summary>
    public Action? AskedChanged { get; init; }

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.List;

    /// <inheritdoc/>
    public override string AccessibleName => "Word map";

    /// <inheritdoc/>
    public override string AccessibleValue =>
        Asked?.Word ?? (_model.Words.Slot(WordPlace.B) == 0
            ? _model.Words.Name(WordPlace.A)
            : $"{_model.Words.Name(WordPlace.A)} to {_model.Words.Name(WordPlace.B)}");

    // The pointer's word lights up, else the keyboard's, else the best that was found.
    private int Lit => _hovered >= 0 ? _hovered : _cursor >= 0 && IsFocused ? _cursor : Search is { IsActive: true, Matches: > 0 } ? Search.Found[_pick] : -1;

    /// <summary>Where a slot's word lies on the window, seen or not; null where it has none.</summary>
    public Point? PlaceOf(int slot) => WordAt(slot) is >= 0 and var word ? _dots.In(_view, word) : null;

    /// <summary>Something else is searched.</summary>
    public void SearchChanged()
    {
        _pick = 0;
        if (Search is { IsActive: true, Matches: > 0 })
            _view.Reveal(_dots.Words[Search.Found[0]].Place);
        Restart();
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        var now = (IndexOf(WordPlace.A), IndexOf(WordPlace.B), _model.Words.Morph.Value, Phrase(WordPlace.A), Phrase(WordPlace.B));
        if (!FollowMix() & now == _seen)
            return;
        _isStale |= (now.Item1, now.Item2, now.Item4, now.Item5) != (_seen.A, _seen.B, _seen.PhraseA, _seen.PhraseB);
        _seen = now;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
        if (!isHovered)
            Hover(-1);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        // Dots stand clear of the edges; their labels may reach there.
        _view.Area = Bounds.Inset(EdgeRoom);
        _isStale = true;
    }

    private void Restart()
    {
        _isStale = true;
        Invalidate();
        AskedChanged?.Invoke();
    }

    private void Hover(int word)
    {
        if (word == _hovered)
            return;
        _hovered = word;
        Invalidate();
        AskedChanged?.Invoke();
    }

    private int WordAt(int slot) => (uint)slot < (uint)_wordOfSlot.Length ? _wordOfSlot[slot] : -1;

    private int IndexOf(WordPlace place) => WordAt(_model.Words.Slot(place));

    private Point? Phrase(WordPlace place) => _model.Words.Slot(place) == 1 ? _model.Words.PhrasePlace(place) : null;

    // Where word A or B lies on the window, be it a word or a phrase.
    private Point? PointOf(WordPlace place) =>
        IndexOf(place) is >= 0 and var word ? _dots.In(_view, word)
        : place == WordPlace.A && MixPoint is { } mix ? mix
        : Phrase(place) is { } phrase ? _view.ToWindow(phrase)
        : null;

    // The ring on the way from A to B; null where there is no way.
    private Point? Ring() => PointOf(WordPlace.A) is { } a && PointOf(WordPlace.B) is { } b
        ? new Point(a.X + (_model.Words.Morph.Value * (b.X - a.X)), a.Y + (_model.Words.Morph.Value * (b.Y - a.Y)))
        : null;
}
