using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>A list of rows of one height; only those that are seen are drawn, so that it may be as long as it likes.</summary>
public sealed class ListBox : Widget
{
    private const double RowsPerNotch = 3;

    private readonly string _name;
    private readonly IListRows _rows;
    private readonly ScrollBar _bar;
    private double _offset;
    private int _selected = -1;
    private int _hovered = -1;
    private int _pressed = -1;

    /// <summary>A list of rows.</summary>
    /// <param name="name">Its name, for people who don't see it.</param>
    /// <param name="rows">What it shows.</param>
    public ListBox(string name, IListRows rows)
    {
        (_name, _rows) = (name, rows);
        _bar = Add(new ScrollBar(ScrollTo));
    }

    /// <summary>Height of a row, in canvas units.</summary>
    public double RowHeight { get; init; } = 32;

    /// <summary>The row that keys act on; −1 for none.</summary>
    public int Selected
    {
        get => Math.Min(_selected, _rows.Count - 1);
        set
        {
            _selected = value;
            Invalidate();
        }
    }

    /// <inheritdoc/>
    public override bool CanFocus => _rows.Count > 0;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.List;

    /// <inheritdoc/>
    public override string AccessibleName => _name;

    /// <inheritdoc/>
    public override string AccessibleValue => Selected >= 0 ? _rows.Name(Selected) : "";

    private double Total => _rows.Count * RowHeight;

    /// <summary>The rows are others: where there are fewer, it scrolls up.</summary>
    public void Refresh()
    {
        ScrollTo(_offset);
        Invalidate();
    }

    /// <summary>Scrolls as little as shows a row.</summary>
    public void Reveal(int row)
    {
        double top = row * RowHeight;
        ScrollTo(Math.Min(top, Math.Max(_offset, top + RowHeight - Bounds.Height)));
    }

    /// <inheritdoc/>
    public override void DescribeParts(ICollection<AccessibleNode> parts)
    {
        for (int i = First; i < End; i++)
        {
            AccessibleStates states = i == Selected ? AccessibleStates.Selected : AccessibleStates.None;
            parts.Add(AccessibleNode.Part(WidgetRole.Item, _rows.Name(i), "", Row(i), states, part: i));
        }
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button != PointerButton.Primary)
            return false;
        _pressed = At(pointer.Position);
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer) => SetHovered(Bounds.Contains(pointer.Position) ? At(pointer.Position) : -1);

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer)
    {
        int pressed = _pressed;
        _pressed = -1;
        if (pressed < 0 || At(pointer.Position) != pressed || _rows.IsHeading(pressed))
            return;
        Selected = pressed;
        _rows.Choose(pressed, pointer.Position, Row(pressed));
    }

    /// <inheritdoc/>
    public override void Cancelled() => _pressed = -1;

    /// <inheritdoc/>
    public override bool Wheel(in PointerEvent pointer)
    {
        ScrollTo(_offset - (pointer.WheelSteps * RowsPerNotch * RowHeight));
        SetHovered(At(pointer.Position));
        return true;
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered) => SetHovered(-1);

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key)
    {
        if (!key.IsDown || _rows.Count == 0)
            return false;
        int page = Math.Max(1, (int)(Bounds.Height / RowHeight) - 1);
        int? to = key.Key switch
        {
            Window.Key.Up => Selected - 1,
            Window.Key.Down => Selected + 1,
            Window.Key.PageUp => Selected - page,
            Window.Key.PageDown => Selected + page,
            Window.Key.Home => 0,
            Window.Key.End => _rows.Count - 1,
            _ => null,
        };
        if (to is { } row && key.Modifiers == Modifiers.None)
        {
            Go(row, key.Key is Window.Key.Up or Window.Key.PageUp or Window.Key.End ? -1 : 1);
            return true;
        }

        if (Selected < 0 || _rows.IsHeading(Selected))
            return false;
        if (key.Key != Window.Key.Return || key.Modifiers != Modifiers.None)
            return _rows.Key(Selected, key);
        _rows.Choose(Selected, null, Row(Selected));
        return true;
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        _bar.Arrange(Rectangle.FromEdges(Bounds.Right - ScrollBar.Width, Bounds.Top, Bounds.Right, Bounds.Bottom));
        ScrollTo(_offset);
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        canvas.Save();
        canvas.ClipTo(Bounds);
        for (int i = First; i < End; i++)
        {
            Rectangle row = Row(i);
            if (!row.Overlaps(context.Dirty))
                continue;
            if ((i == Selected || i == _hovered) && !_rows.IsHeading(i))
                canvas.FillRoundedRectangle(row, Space.ControlRadius - 2, i == Selected ? theme.Hovered : theme.Raised);
            _rows.Draw(canvas, context, i, row, i == Selected);
        }

        canvas.Restore();
    }

    private int First => Math.Max(0, (int)(_offset / RowHeight));

    private int End => Math.Min(_rows.Count, (int)Math.Ceiling((_offset + Bounds.Height) / RowHeight));

    private Rectangle Row(int row) => new(
        Bounds.Left, Bounds.Top + (row * RowHeight) - _offset, Bounds.Width - (Total > Bounds.Height ? ScrollBar.Width : 0), RowHeight);

    private int At(Point point)
    {
        int row = (int)Math.Floor((point.Y - Bounds.Top + _offset) / RowHeight);
        return row >= 0 && row < _rows.Count ? row : -1;
    }

    private void ScrollTo(double offset)
    {
        double to = Math.Clamp(offset, 0, Math.Max(0, Total - Bounds.Height));
        _bar.Show(Total, Bounds.Height, to);
        if (to == _offset)
            return;
        _offset = to;
        Invalidate();
    }

    // To a row, or the first beyond it that is no heading; nowhere where there is none.
    private void Go(int row, int by)
    {
        for (int i = Math.Clamp(row, 0, _rows.Count - 1); i >= 0 && i < _rows.Count; i += by)
        {
            if (_rows.IsHeading(i))
                continue;
            Selected = i;
            // Its heading is seen with it, where it is the first below one.
            if (i > 0 && _rows.IsHeading(i - 1))
                Reveal(i - 1);
            Reveal(i);
            return;
        }
    }

    private void SetHovered(int row)
    {
        if (row >= 0 && _rows.IsHeading(row))
            row = -1;
        if (row == _hovered)
            return;
        _hovered = row;
        Invalidate();
    }
}
