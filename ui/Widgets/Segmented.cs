using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>One of several, side by side: the steps of a parameter, or A and B.</summary>
public sealed class Segmented : Widget
{
    private const double Inset = 3;
    private const double Padding = 10;

    private readonly IControl? _control;
    private readonly string _name;
    private readonly IReadOnlyList<string> _choices;
    private readonly Func<int> _chosen;
    private readonly Action<int> _choose;
    private readonly FittedText[] _fitted;
    private int _seen;
    private int _hovered = -1;
    private int _pressed = -1;
    private bool _wasAvailable = true;

    /// <summary>Chooses a step of a parameter.</summary>
    /// <param name="control">Stepped.</param>
    /// <param name="choices">A name for each of its values.</param>
    public Segmented(IControl control, IReadOnlyList<string> choices)
        : this(control.Name, choices, control.Step, step => control.SetOnce(step / (double)control.Steps))
    {
        _control = control;
        IsEnabled = _wasAvailable = control.IsAvailable;
    }

    /// <summary>Chooses something else.</summary>
    /// <param name="name">What, for people who don't see it.</param>
    /// <param name="choices">Their names.</param>
    /// <param name="chosen">Which is chosen, from 0; −1 for none; asked each frame.</param>
    /// <param name="choose">Chooses another.</param>
    public Segmented(string name, IReadOnlyList<string> choices, Func<int> chosen, Action<int> choose)
    {
        (_name, _choices, _chosen, _choose) = (name, choices, chosen, choose);
        _fitted = new FittedText[choices.Count];
        _seen = chosen();
    }

    /// <summary>What a pointer that rests on it is told; null for nothing.</summary>
    public string? Tip { get; init; }

    /// <summary>What lies under all of them.</summary>
    public Func<Theme, Colour> Ground { get; init; } = static theme => theme.Well;

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Choice;

    /// <inheritdoc/>
    public override string AccessibleName => _name;

    /// <inheritdoc/>
    public override string AccessibleValue => _chosen() is var at && at >= 0 && at < _choices.Count ? _choices[at] : "";

    /// <summary>The width that lets the longest be read, in canvas units.</summary>
    public double WantedWidth(IScene scene)
    {
        double longest = _choices.Max(choice => scene.MeasureWidth(choice, Style(default, isChosen: true)));
        return (2 * Inset) + (_choices.Count * ((2 * Padding) + longest));
    }

    /// <inheritdoc/>
    public override void DescribeParts(ICollection<AccessibleNode> parts)
    {
        for (int i = 0; i < _choices.Count; i++)
        {
            AccessibleStates states = i == _chosen() ? AccessibleStates.Selected : AccessibleStates.None;
            parts.Add(AccessibleNode.Part(WidgetRole.Item, _choices[i], "", Segment(i), states));
        }
    }

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => Tip;

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Hand;

    /// <inheritdoc/>
    public override uint? ParameterAt(Point at) => _control?.Id;

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button != PointerButton.Primary)
            return false;
        _pressed = At(pointer.Position);
        Invalidate();
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        int hovered = Bounds.Contains(pointer.Position) ? At(pointer.Position) : -1;
        if (hovered == _hovered)
            return;
        _hovered = hovered;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer)
    {
        int pressed = _pressed;
        Cancelled();
        if (Bounds.Contains(pointer.Position) && At(pointer.Position) == pressed)
            Choose(pressed);
    }

    /// <inheritdoc/>
    public override void Cancelled()
    {
        _pressed = -1;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
        _hovered = -1;
        base.HoverChanged(isHovered);
    }

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown || key.Modifiers != Modifiers.None)
            return false;
        int? to = key.Key switch
        {
            Window.Key.Left or Window.Key.Up => _chosen() - 1,
            Window.Key.Right or Window.Key.Down => _chosen() + 1,
            Window.Key.Home => 0,
            Window.Key.End => _choices.Count - 1,
            _ => null,
        };
        if (to is { } choice)
            Choose(Math.Clamp(choice, 0, _choices.Count - 1));
        return to is not null;
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (_control is { } control && control.IsAvailable != _wasAvailable)
            IsEnabled = _wasAvailable = control.IsAvailable;
        int chosen = _chosen();
        if (chosen != _seen)
            Invalidate();
        _seen = chosen;
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, Ground(theme));
        int chosen = _chosen();
        for (int i = 0; i < _choices.Count; i++)
        {
            Rectangle segment = Segment(i);
            bool isChosen = i == chosen, isLit = i == _hovered && IsEnabled;
            if (isChosen || i == _pressed)
                canvas.FillRoundedRectangle(segment, Space.ControlRadius - Inset + 1, isLit ? theme.Hovered : theme.Raised);
            TextStyle style = Style(isChosen || isLit ? theme.Text : theme.Muted, isChosen);
            string text = _fitted[i].Of(canvas, _choices[i], style, segment.Width - 4);
            canvas.Text(text, segment.Centre.X, segment.Centre.Y + style.BaselineBelowMiddle, style);
        }
    }

    private static TextStyle Style(Colour colour, bool isChosen) =>
        new(TypeSize.Label, colour, isChosen ? FontWeight.SemiBold : FontWeight.Regular, TextAlign.Centre);

    private Rectangle Segment(int index)
    {
        Rectangle inside = Bounds.Inset(Inset);
        double width = inside.Width / _choices.Count;
        return new Rectangle(inside.Left + (index * width), inside.Top, width, inside.Height);
    }

    private int At(Point point) =>
        Math.Clamp((int)((point.X - Bounds.Left - Inset) / (Bounds.Width - (2 * Inset)) * _choices.Count), 0, _choices.Count - 1);

    private void Choose(int choice)
    {
        if (choice >= 0 && choice != _chosen())
            _choose(choice);
        Invalidate();
    }
}
