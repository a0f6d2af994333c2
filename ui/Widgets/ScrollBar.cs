using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>How far something long is scrolled, and by dragging scrolls it. Shown only where there is something to scroll.</summary>
/// <param name="scrolled">Told the new offset.</param>
public sealed class ScrollBar(Action<double> scrolled) : Widget
{
    /// <summary>Its width, in canvas units.</summary>
    public const double Width = 10;

    private const double ThumbWidth = 4;
    private const double LeastThumb = 24;

    private double _total;
    private double _shown;
    private double _offset;
    private double? _grabbedAt;

    /// <summary>Says how much there is, in canvas units.</summary>
    /// <param name="total">Height of everything.</param>
    /// <param name="shown">Height of what is seen at a time.</param>
    /// <param name="offset">What has gone off at the top.</param>
    public void Show(double total, double shown, double offset)
    {
        if (_total == total && _shown == shown && _offset == offset)
            return;
        (_total, _shown, _offset) = (total, shown, offset);
        IsVisible = total > shown;
        Invalidate();
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button != PointerButton.Primary)
            return false;
        Rectangle thumb = Thumb;
        bool isOnThumb = pointer.Position.Y >= thumb.Top && pointer.Position.Y < thumb.Bottom;
        _grabbedAt = isOnThumb ? pointer.Position.Y - thumb.Top : thumb.Height / 2;
        Moved(pointer);
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        if (_grabbedAt is not { } grabbed)
            return;
        double room = Bounds.Height - Thumb.Height;
        double part = room <= 0 ? 0 : Math.Clamp((pointer.Position.Y - grabbed - Bounds.Top) / room, 0, 1);
        scrolled(part * (_total - _shown));
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer) => Cancelled();

    /// <inheritdoc/>
    public override void Cancelled()
    {
        _grabbedAt = null;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        bool isLit = IsHovered || _grabbedAt is not null;
        canvas.FillRoundedRectangle(Thumb, ThumbWidth / 2, isLit ? context.Theme.Muted : context.Theme.Faint);
    }

    private Rectangle Thumb
    {
        get
        {
            double height = _total <= 0 ? 0 : Math.Min(Bounds.Height, Math.Max(LeastThumb, Bounds.Height * _shown / _total));
            double part = _total > _shown ? _offset / (_total - _shown) : 0;
            return new Rectangle(
                Bounds.Centre.X - (ThumbWidth / 2), Bounds.Top + (part * (Bounds.Height - height)), ThumbWidth, height);
        }
    }
}
