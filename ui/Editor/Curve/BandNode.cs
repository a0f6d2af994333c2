using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// A band on the curve. Drag: frequency and gain (Shift: fine). Wheel: Q. Alt- or ctrl-click: back to what the word asks for. Double click:
/// type the values. With the keyboard: arrows, Page Up and Down for Q, Return to type, Space for on and off, S to hear it alone, M for more,
/// Delete.
/// </summary>
internal sealed partial class BandNode : Widget
{
    // So that a click never moves anything.
    private const double DragAfterUnits = 2;
    private const double FineShare = 0.1;
    private const double HitRadius = 11;
    private const double WheelOctaves = 0.125;

    // Made once: it is asked for while the pointer goes over the nodes.
    private const string CommonHelp = "Drag to move, wheel for Q, Shift for fine steps. Alt-click resets, double-click types. "
        + "Keys: arrows, Page Up and Down for Q, Return types, Space on or off, S listens, M more, Delete ";

    private const string HelpToRemove = CommonHelp + "removes.", HelpToReset = CommonHelp + "resets.";

    private readonly IBandPlot _plot;
    private Point _pressedAt;
    private Point _draggedTo;
    private bool _isPressed;

    /// <summary>A node on a plot.</summary>
    public BandNode(IBandPlot plot, BandEdit edit)
    {
        _plot = plot;
        Edit = edit;
        IsVisible = edit.IsShown;
    }

    /// <summary>Its band.</summary>
    public BandEdit Edit { get; }

    /// <summary>Where it belongs; it may have had to give way to another node.</summary>
    public Point Anchor { get; private set; }

    /// <inheritdoc/>
    public override bool CanFocus => true;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Slider;

    /// <inheritdoc/>
    public override string AccessibleName => BandText.Describe(Edit);

    /// <inheritdoc/>
    public override string AccessibleValue
    {
        get
        {
            Span<byte> buffer = stackalloc byte[BandText.MaxBytes];
            IControl control = AccessibleControl(AccessibleId.Whole);
            return Encoding.UTF8.GetString(control.Text(control.Value, buffer));
        }
    }

    /// <inheritdoc/>
    public override IControl AccessibleControl(int part) => Edit.HasGain ? Edit.Gain : Edit.Frequency;

    /// <summary>What it covers when it is in hand.</summary>
    public Rectangle Body => Bounds.Inset(BandSign.Reach - BandSign.HaloRadius);

    /// <inheritdoc/>
    public override Rectangle FocusArea => Body.Inset(-1);

    /// <summary>Gives it a place.</summary>
    public void Place(Point anchor, Point centre)
    {
        Anchor = anchor;
        if (centre != Bounds.Centre || Bounds.Width == 0)
            Arrange(new Rectangle(centre.X, centre.Y, 0, 0).Inset(-BandSign.Reach));
    }

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => CursorShape.Move;

    /// <inheritdoc/>
    public override uint? ParameterAt(Point at) => Edit.HasGain ? Edit.Gain.Id : Edit.Frequency.Id;

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => _plot.ShowsCard ? null : Help;

    /// <summary>What can be done with it.</summary>
    public string Help => Edit.IsOwn ? HelpToRemove : HelpToReset;

    /// <inheritdoc/>
    public override Widget? HitTest(Point at)
    {
        double x = at.X - Bounds.Centre.X, y = at.Y - Bounds.Centre.Y;
        return IsVisible && (x * x) + (y * y) <= HitRadius * HitRadius ? this : null;
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button == PointerButton.Secondary)
        {
            _plot.OpenMenu(this);
            return true;
        }

        if (pointer.Button != PointerButton.Primary)
            return false;
        if ((pointer.Modifiers & (Modifiers.Alt | Modifiers.Control)) != 0)
        {
            Edit.Reset();
            return true;
        }

        _plot.Selection.Chosen = this;
        if (pointer.Clicks == 2)
        {
            _plot.OpenEntry(this);
            return true;
        }

        (_isPressed, _pressedAt) = (true, pointer.Position);
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer)
    {
        if (!_isPressed)
            return;
        if (_plot.Selection.Dragged != this)
        {
            double x = pointer.Position.X - _pressedAt.X, y = pointer.Position.Y - _pressedAt.Y;
            if ((x * x) + (y * y) < DragAfterUnits * DragAfterUnits)
                return;
            _draggedTo = pointer.Position;
            _plot.Selection.Dragged = this;
            _plot.Drag.BeginMove(Edit);
            return;
        }

        double share = Share(pointer.Modifiers);
        _plot.Drag.Move(
            (pointer.Position.X - _draggedTo.X) * share * _plot.Frame.OctavesPerUnit,
            (_draggedTo.Y - pointer.Position.Y) * share * _plot.Frame.DbPerUnit);
        _draggedTo = pointer.Position;
    }

    /// <inheritdoc/>
    public override void Released(in PointerEvent pointer)
    {
        if (pointer.Button == PointerButton.Primary)
            EndDrag();
    }

    /// <inheritdoc/>
    public override void Cancelled() => EndDrag();

    /// <inheritdoc/>
    public override bool Wheel(in PointerEvent pointer)
    {
        if (pointer.WheelSteps != 0)
            _plot.Drag.Turn(Edit, Math.Pow(2, WheelOctaves * Share(pointer.Modifiers) * pointer.WheelSteps));
        return true;
    }

    /// <inheritdoc/>
    public override void Settled() => _plot.Drag.End();

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
        if (isHovered)
            _plot.Selection.Pointed = this;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void FocusChanged(bool isFocused)
    {
        if (isFocused)
            _plot.Selection.Chosen = this;
        else if (_plot.Selection.Chosen == this)
            _plot.Selection.Chosen = null;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        BandSelection selection = _plot.Selection;
        var look = new BandLook(
            Edit.IsOwn, Edit.Index, Edit.IsOn, selection.Active == this, selection.Dragged is { } dragged && dragged != this, Edit.IsSoloed);
        BandSign.Draw(canvas, Bounds.Centre, look, context.Theme);
    }

    private static double Share(Modifiers modifiers) => (modifiers & Modifiers.Shift) != 0 ? FineShare : 1;

    private void EndDrag()
    {
        _isPressed = false;
        if (_plot.Selection.Dragged != this)
            return;
        _plot.Drag.End();
        _plot.Selection.Dragged = null;
    }
}
