using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>Where the pointer's doings go.</summary>
public sealed partial class Scene
{
    private const double RestSeconds = 0.5;

    private Widget? _hovered;
    private Widget? _captured;
    private PointerButton _capturingButton;
    private Widget? _unsettled;
    private double _lastUse;
    private CursorShape _cursor;

    /// <inheritdoc/>
    public bool IsHovered(Widget widget) => _hovered is { } hovered && IsWithin(hovered, widget);

    /// <inheritdoc/>
    public void Pointer(in PointerEvent pointer)
    {
        _isHandling = true;
        _wasUsed |= pointer.Action != PointerAction.Moved || _captured is not null;
        switch (pointer.Action)
        {
            case PointerAction.Moved:
                Move(pointer);
                break;
            case PointerAction.Pressed:
                Press(pointer);
                break;
            case PointerAction.Released:
                Release(pointer);
                break;
            case PointerAction.Wheel:
                Turn(pointer);
                break;
            case PointerAction.Left when _captured is null:
                HideTooltip();
                Hover(null);
                break;
        }

        SyncKeyboard();
    }

    private void Move(in PointerEvent pointer)
    {
        if (_captured is { } captured)
        {
            captured.Moved(pointer);
            SetCursor(captured.Cursor(pointer.Position));
            return;
        }

        Widget? hit = HitTest(pointer.Position);
        Hover(hit);
        if (hit is { IsEnabled: true })
            hit.Moved(pointer);
        SetCursor(hit is { IsEnabled: true } ? hit.Cursor(pointer.Position) : CursorShape.Arrow);
        RestartTooltip(hit, pointer.Position);
    }

    private void Press(in PointerEvent pointer)
    {
        HideTooltip();
        Settle();
        if (_captured is not null || !ClosePopupsBeside(pointer.Position))
            return;
        Widget? hit = HitTest(pointer.Position);
        Hover(hit);
        LeaveFocusOnPress(hit);
        if (hit is not { IsEnabled: true })
            return;
        if (pointer.Button == PointerButton.Secondary && ShowHostMenuAt(hit, pointer.Position))
            return;
        for (Widget? at = hit; at is not null; at = at.Parent)
        {
            if (!at.Pressed(pointer))
                continue;
            // A press may have taken the widget away.
            if (IsShown(at))
            {
                _captured = at;
                _capturingButton = pointer.Button;
            }

            return;
        }
    }

    private void Release(in PointerEvent pointer)
    {
        if (_captured is not { } captured || pointer.Button != _capturingButton)
            return;
        _captured = null;
        captured.Released(pointer);
        Widget? hit = HitTest(pointer.Position);
        Hover(hit);
        SetCursor(hit is { IsEnabled: true } ? hit.Cursor(pointer.Position) : CursorShape.Arrow);
    }

    private void Turn(in PointerEvent pointer)
    {
        HideTooltip();
        if (_captured is not null)
            return;
        for (Widget? at = HitTest(pointer.Position); at is not null; at = at.Parent)
        {
            if (!at.IsEnabled)
                continue;
            if (_unsettled != at)
                Settle();
            if (!at.Wheel(pointer))
                continue;
            Unsettle(at);
            return;
        }
    }

    private Widget? HitTest(Point at)
    {
        for (int i = _popups.Count - 1; i >= 0; i--)
        {
            if (_popups[i].Popup.HitTest(at) is { } hit)
                return hit;
            if (_popups[i].Popup.IsModal)
                return null;
        }

        return _root.HitTest(at);
    }

    private void Hover(Widget? hit)
    {
        Widget? before = _hovered;
        if (before == hit)
            return;
        _hovered = hit;
        for (Widget? at = before; at is not null && !(hit is not null && IsWithin(hit, at)); at = at.Parent)
            at.HoverChanged(false);
        for (Widget? at = hit; at is not null && !(before is not null && IsWithin(before, at)); at = at.Parent)
            at.HoverChanged(true);
    }

    private void SetCursor(CursorShape shape)
    {
        if (_cursor == shape)
            return;
        _cursor = shape;
        _host.Window?.SetCursor(shape);
    }

    private bool ShowHostMenuAt(Widget hit, Point at)
    {
        for (Widget? widget = hit; widget is not null; widget = widget.Parent)
        {
            if (widget.ParameterAt(at) is { } parameter)
                return ShowHostMenu(parameter, at);
        }

        return false;
    }

    private void CancelDrag()
    {
        Widget? captured = _captured;
        _captured = null;
        captured?.Cancelled();
    }

    private void Unsettle(Widget widget)
    {
        _unsettled = widget;
        _lastUse = _seconds;
    }

    private void Settle()
    {
        Widget? unsettled = _unsettled;
        _unsettled = null;
        unsettled?.Settled();
    }

    private void SettleAfterRest()
    {
        if (_seconds - _lastUse >= RestSeconds)
            Settle();
    }
}
