using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// Something on the window: it has a place, draws itself, and hears of pointer and keys. Places are in the window's canvas units, not the
/// parent's, so that nothing is ever translated. Main thread only; drawing and hovering allocate nothing.
/// </summary>
public abstract class Widget
{
    private readonly List<Widget> _children = [];
    private Rectangle _bounds;
    private bool _isVisible = true;
    private bool _isEnabled = true;
    private FadedCanvas? _faded;
    private long _accessibleNumber;

    /// <summary>The scene that it stands in, or null.</summary>
    public IScene? Scene => Parent is { } parent ? parent.Scene : OwnScene;

    /// <summary>What holds it, or null.</summary>
    public Widget? Parent { get; private set; }

    /// <summary>What it holds, the lowest first.</summary>
    public IReadOnlyList<Widget> Children => _children;

    /// <summary>Its place. Set by <see cref="Arrange"/>.</summary>
    public Rectangle Bounds => _bounds;

    /// <summary>Whether it is shown at all.</summary>
    public bool IsVisible
    {
        get => _isVisible;
        set => Change(ref _isVisible, value);
    }

    /// <summary>Whether it can be used; it and its children are drawn at 40 % where not.</summary>
    public bool IsEnabled
    {
        get => _isEnabled && (Parent?.IsEnabled ?? true);
        set
        {
            _faded ??= value ? null : new FadedCanvas();
            Change(ref _isEnabled, value);
        }
    }

    /// <summary>Whether the pointer is over it or one of its children.</summary>
    public bool IsHovered => Scene?.IsHovered(this) ?? false;

    /// <summary>Whether the keyboard is its.</summary>
    public bool IsFocused => Scene?.Focused == this;

    /// <summary>Whether the Tab key comes to it.</summary>
    public virtual bool CanFocus => false;

    /// <summary>What the ring of keyboard focus goes around, within <see cref="Bounds"/>; empty where it shows focus its own way.</summary>
    public virtual Rectangle FocusArea => Bounds;

    /// <summary>What it is, for people who don't see it.</summary>
    public virtual WidgetRole Role => WidgetRole.None;

    /// <summary>Its name, for people who don't see it; empty for what is only decoration.</summary>
    public virtual string AccessibleName => "";

    /// <summary>Its value as text, for people who don't see it; may allocate.</summary>
    public virtual string AccessibleValue => "";

    /// <summary>Whether Space, Return or a click does something at once, for people who can do none of them.</summary>
    public virtual bool CanPress => false;

    /// <summary>The parameter whose value it shows and sets, for people who don't see it; null for none.</summary>
    /// <param name="part">A part that it described, from 0; <see cref="AccessibleId.Whole"/> for itself.</param>
    public virtual IControl? AccessibleControl(int part) => null;

    /// <summary>Describes parts that are no widgets of their own (rows, nodes), for people who don't see them; may allocate.</summary>
    public virtual void DescribeParts(ICollection<AccessibleNode> parts)
    {
    }

    /// <summary>What a pointer that rests on it is told; null for nothing. May allocate: asked once a rest.</summary>
    public virtual string? Tooltip(Point at) => null;

    /// <summary>The pointer's look over a point of it.</summary>
    public virtual CursorShape Cursor(Point at) => CursorShape.Arrow;

    /// <summary>The parameter that a point of it stands for, for a host's questions and menus; null for none.</summary>
    public virtual uint? ParameterAt(Point at) => null;

    /// <summary>Gives it a place, and its children theirs.</summary>
    public void Arrange(Rectangle bounds)
    {
        Invalidate();
        _bounds = bounds;
        ArrangeChildren();
        Invalidate();
    }

    /// <summary>Draws it, then its children, as far as they lie in the dirty area.</summary>
    public void DrawTree(ICanvas canvas, in DrawContext context)
    {
        if (!IsVisible || !Bounds.Overlaps(context.Dirty))
            return;
        if (!_isEnabled && _faded is { } faded && canvas is not FadedCanvas)
            canvas = faded.Over(canvas);
        Draw(canvas, context);
        for (int i = 0; i < _children.Count; i++)
            _children[i].DrawTree(canvas, context);
        DrawOver(canvas, context);
    }

    /// <summary>The topmost widget at a point that takes the pointer, or null.</summary>
    public virtual Widget? HitTest(Point at)
    {
        if (!IsVisible || !Bounds.Contains(at))
            return null;
        for (int i = _children.Count - 1; i >= 0; i--)
        {
            if (_children[i].HitTest(at) is { } hit)
                return hit;
        }
        return TakesPointer ? this : null;
    }

    /// <summary>A button went down over it. It then gets all the pointer does until the button comes up.</summary>
    /// <returns>Whether it was used; if not the parent is asked.</returns>
    public virtual bool Pressed(in PointerEvent pointer) => false;

    /// <summary>The pointer moved over it, or anywhere while it holds the button.</summary>
    public virtual void Moved(in PointerEvent pointer)
    {
    }

    /// <summary>The button came up, anywhere.</summary>
    public virtual void Released(in PointerEvent pointer)
    {
    }

    /// <summary>The drag ended otherwise (the window was closed, Escape was pressed): what was begun must end here too.</summary>
    public virtual void Cancelled()
    {
    }

    /// <summary>The wheel was turned over it.</summary>
    /// <returns>Whether it was used; if not the parent is asked.</returns>
    public virtual bool Wheel(in PointerEvent pointer) => false;

    /// <summary>
    /// It used wheel or keys, and has now rested for half a second, or can't go on: what they began (a gesture) must end here. So ten
    /// notches of a wheel are one gesture.
    /// </summary>
    public virtual void Settled()
    {
    }

    /// <summary>The pointer came over it or left it.</summary>
    public virtual void HoverChanged(bool isHovered)
    {
        if (TakesPointer)
            Invalidate();
    }

    /// <summary>A key, while it has the keyboard or a child that did not use it has.</summary>
    /// <returns>Whether it was used; if not the parent is asked, and in the end the host.</returns>
    public virtual bool Key(in KeyEvent key) => false;

    /// <summary>It got the keyboard or lost it.</summary>
    public virtual void FocusChanged(bool isFocused) => Invalidate();

    /// <summary>The clipboard's text, which it asked the scene for.</summary>
    public virtual void Pasted(string text)
    {
    }

    /// <summary>
    /// A frame of the screen's, some 60 a second while the window is open: look at what may have changed, and invalidate what has.
    /// Allocates nothing, and does nothing where nothing has changed.
    /// </summary>
    /// <param name="seconds">Since the window was opened.</param>
    public virtual void Tick(double seconds)
    {
        for (int i = 0; i < _children.Count; i++)
        {
            if (_children[i].IsVisible)
                _children[i].Tick(seconds);
        }
    }

    /// <summary>Has all of it drawn anew.</summary>
    public void Invalidate() => Invalidate(Bounds);

    /// <summary>Has an area drawn anew.</summary>
    public void Invalidate(Rectangle area) => Scene?.Invalidate(area);

    /// <summary>Set on a tree's root by the scene that shows it.</summary>
    internal IScene? OwnScene { get; set; }

    /// <summary>What assistive technology knows it by; see <see cref="AccessibleId"/>.</summary>
    internal long AccessibleNumber => _accessibleNumber != 0 ? _accessibleNumber : _accessibleNumber = AccessibleId.Next();

    /// <summary>Whether the pointer can be over it itself, not only over its children.</summary>
    protected virtual bool TakesPointer => true;

    /// <summary>Draws what lies under the children.</summary>
    protected virtual void Draw(ICanvas canvas, in DrawContext context)
    {
    }

    /// <summary>Draws what lies over the children.</summary>
    protected virtual void DrawOver(ICanvas canvas, in DrawContext context)
    {
    }

    /// <summary>Gives the children their places within <see cref="Bounds"/>.</summary>
    protected virtual void ArrangeChildren()
    {
    }

    /// <summary>Adds a child, above the others.</summary>
    /// <returns>The child.</returns>
    protected T Add<T>(T child)
        where T : Widget
    {
        Insert(child, _children.Count);
        return child;
    }

    /// <summary>Adds a child above some of the others; the keyboard comes to it after these.</summary>
    /// <param name="child">The child.</param>
    /// <param name="index">How many are below it.</param>
    protected void Insert(Widget child, int index)
    {
        child.Parent = this;
        _children.Insert(index, child);
        child.Invalidate();
    }

    /// <summary>Takes a child away.</summary>
    protected void Remove(Widget child)
    {
        child.Invalidate();
        child.Scene?.Forget(child);
        child.Parent = null;
        _ = _children.Remove(child);
    }

    private void Change(ref bool value, bool to)
    {
        if (value == to)
            return;
        value = to;
        if (!to)
            Scene?.Forget(this);
        Invalidate();
    }
}
