using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>Words that may be meant, below the line that is typed; the keyboard stays with the line. Main thread.</summary>
internal sealed class SuggestionList(IReadOnlyList<string> words, Action<string> choose) : Popup
{
    private const double RowHeight = 26;
    private const double Margin = 5;
    private const double Width = 200;

    private int _at = -1;

    /// <inheritdoc/>
    public override Size Wanted => new(Width, (2 * Margin) + (words.Count * RowHeight));

    /// <inheritdoc/>
    public override bool IsModal => false;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.List;

    /// <inheritdoc/>
    public override string AccessibleName => "Suggestions";

    /// <inheritdoc/>
    public override string AccessibleValue => Picked ?? "";

    /// <summary>The word that arrow keys or the pointer are on; null for none.</summary>
    public string? Picked => _at >= 0 ? words[_at] : null;

    /// <summary>The best of them.</summary>
    public string Best => words[0];

    /// <summary>Goes up or down, round and round.</summary>
    public void Step(int by) => Go(_at < 0 && by < 0 ? words.Count - 1 : (_at + by + words.Count) % words.Count);

    /// <inheritdoc/>
    public override void DescribeParts(ICollection<AccessibleNode> parts)
    {
        for (int i = 0; i < words.Count; i++)
            parts.Add(AccessibleNode.Part(WidgetRole.Item, words[i], "", Row(i), i == _at ? AccessibleStates.Selected : AccessibleStates.None));
    }

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Hand;

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer) => true;

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer) => Go(RowAt(pointer.Position));

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer)
    {
        if (RowAt(pointer.Position) is >= 0 and var row)
            choose(words[row]);
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
        if (!isHovered)
            Go(-1);
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        PopupGround.Draw(canvas, Bounds, context.Theme);
        var style = new TextStyle(TypeSize.Control, context.Theme.Text);
        for (int i = 0; i < words.Count; i++)
        {
            Rectangle row = Row(i);
            if (i == _at)
                canvas.FillRoundedRectangle(row, Space.ControlRadius - 2, context.Theme.Hovered);
            canvas.Text(words[i], row.Left + 10, row.Centre.Y + style.BaselineBelowMiddle, style);
        }

        if (_at < 0)
        {
            Rectangle first = Row(0);
            TextStyle key = new(TypeSize.Small, context.Theme.Muted, Align: TextAlign.Right);
            canvas.Text("Tab"u8, first.Right - 8, first.Centre.Y + key.BaselineBelowMiddle, key);
        }
    }

    private Rectangle Row(int row) => new(Bounds.Left + Margin, Bounds.Top + Margin + (row * RowHeight), Bounds.Width - (2 * Margin), RowHeight);

    private int RowAt(Point at)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (Row(i).Contains(at))
                return i;
        }

        return -1;
    }

    private void Go(int row)
    {
        if (row == _at)
            return;
        _at = row;
        Invalidate();
    }
}
