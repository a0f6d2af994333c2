using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>The corner by which the window is resized. It asks; the host decides.</summary>
/// <param name="ask">Asks the host for a size in canvas units.</param>
internal sealed class ResizeGrip(Action<Size> ask) : Widget
{
    private static readonly Pen Line = new(1.5, LineCap.Round);
    private Size _from;
    private Point? _pressed;

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => "Drag to resize; double-click for the usual size";

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Resize;

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button != PointerButton.Primary)
            return false;
        if (pointer.Clicks == 2)
        {
            ask(EditorLayout.Usual);
            return true;
        }
        _from = new Size(Bounds.Right, Bounds.Bottom);
        _pressed = pointer.Position;
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        // From where it was taken, not from the last move: an answer that comes late or small does not let it drift.
        if (_pressed is { } start)
            ask(new Size(_from.Width + pointer.Position.X - start.X, _from.Height + pointer.Position.Y - start.Y));
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer) => _pressed = null;

    /// <inheritdoc/>
    public override void Cancelled() => _pressed = null;

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        var colour = IsHovered || _pressed != null ? context.Theme.Text : context.Theme.Muted;
        for (int i = 1; i <= 2; i++)
        {
            double reach = 5.0 * i;
            canvas.Line(new(Bounds.Right - 4 - reach, Bounds.Bottom - 4), new(Bounds.Right - 4, Bounds.Bottom - 4 - reach), colour, Line);
        }
    }
}
