using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>The corner by which the window is resized. It belongs at the window's lower right.</summary>
/// <param name="size">The window's size now, in canvas units.</param>
public sealed class ResizeGrip(Func<Size> size) : Widget
{
    private Point _grabbed;
    private Size _before;
    private bool _isDragged;

    /// <summary>The size that a double click asks for; null for none.</summary>
    public Size? Usual { get; init; }

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => Usual is null ? "Drag to resize" : "Drag to resize, double-click for the usual size";

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Resize;

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button != PointerButton.Primary)
            return false;
        if (pointer.Clicks == 2 && Usual is { } usual)
        {
            _ = Scene?.RequestSize(usual);
            return true;
        }

        (_grabbed, _before, _isDragged) = (pointer.Position, size(), true);
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        if (_isDragged)
            _ = Scene?.RequestSize(new Size(
                _before.Width + pointer.Position.X - _grabbed.X, _before.Height + pointer.Position.Y - _grabbed.Y));
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer) => _isDragged = false;

    /// <inheritdoc/>
    public override void Cancelled() => _isDragged = false;

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Colour colour = IsHovered || _isDragged ? context.Theme.Text : context.Theme.Muted;
        for (double reach = 4; reach <= 12; reach += 4)
        {
            canvas.Line(
                new Point(Bounds.Right - 3 - reach, Bounds.Bottom - 3), new Point(Bounds.Right - 3, Bounds.Bottom - 3 - reach), colour,
                new Pen(1.25, LineCap.Round));
        }
    }
}
