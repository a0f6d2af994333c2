using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>The scene for people who don't see it, and what assistive technology does to it on their behalf. May allocate.</summary>
public sealed partial class Scene
{
    private readonly long _accessibleId = AccessibleId.Next();
    private bool _mayReadOtherwise = true;
    private bool _wasUsed;

    /// <summary>Whether keys come to the window.</summary>
    public bool HasKeyboard => _hasKeyboard;

    /// <summary>The widget that keys are for, or null.</summary>
    internal Widget? KeyTarget => FirstForKeys();

    /// <summary>How many popups are open.</summary>
    internal int OpenPopups => _popups.Count;

    /// <summary>Everything that is shown, as assistive technology wants it: a snapshot, popups last.</summary>
    public AccessibleNode Describe()
    {
        var shown = new List<AccessibleNode>();
        AccessibleNode.AddTo(shown, _root);
        foreach (OpenPopup open in _popups)
            AccessibleNode.AddTo(shown, open.Popup);
        return new AccessibleNode(WidgetRole.Group, "Semantic EQ", "", Everything, AccessibleStates.None, shown) { Id = _accessibleId };
    }

    /// <summary>Whether something was drawn anew since it was asked last: only then can a description have changed.</summary>
    internal bool TakeMayReadOtherwise()
    {
        bool may = _mayReadOtherwise;
        _mayReadOtherwise = false;
        return may;
    }

    /// <summary>Whether a key, a button or the wheel did something since it was asked last.</summary>
    internal bool TakeWasUsed()
    {
        bool was = _wasUsed;
        _wasUsed = false;
        return was;
    }

    /// <summary>Does what assistive technology asks for, by the ways that keys and pointer go.</summary>
    /// <returns>False where what it is asked of is gone, can't be used now, or knows no such thing.</returns>
    internal bool Perform(in AccessibleRequest request)
    {
        if (Find(request.Target) is not { } widget || !IsShown(widget) || !widget.IsEnabled)
            return false;
        CancelDrag();
        HideTooltip();
        LeavePopupsWithout(widget);
        int part = AccessibleId.PartOf(request.Target);
        return request.Kind switch
        {
            AccessibleRequestKind.Focus => TakeFocus(widget),
            AccessibleRequestKind.Press when part == AccessibleId.Whole => widget.CanPress && Press(widget),
            AccessibleRequestKind.Press => Click(widget, request.Target),
            AccessibleRequestKind.SetValue => SetValue(widget, part, request.Number),
            AccessibleRequestKind.SetText when widget is TextField field => Retype(field, request.Text),
            AccessibleRequestKind.MoveCaret when widget is TextField field => MoveCaret(field, (int)request.Number),
            _ => false,
        };
    }

    private Widget? Find(long id)
    {
        for (int i = _popups.Count - 1; i >= 0; i--)
        {
            if (Within(_popups[i].Popup) is { } found)
                return found;
        }

        return Within(_root);

        Widget? Within(Widget widget)
        {
            if (AccessibleId.IsOf(id, widget))
                return widget;
            foreach (Widget child in widget.Children)
            {
                if (Within(child) is { } found)
                    return found;
            }

            return null;
        }
    }

    // As a press beside them does.
    private void LeavePopupsWithout(Widget widget)
    {
        while (_popups.Count > 0 && _popups[^1].Popup is { IsModal: true } top && !IsWithin(widget, top))
            ClosePopupsFrom(_popups.Count - 1);
    }

    private bool TakeFocus(Widget widget)
    {
        if (!widget.CanFocus)
            return false;
        SetFocused(widget, byKey: true);
        SyncKeyboard();
        return true;
    }

    private bool Press(Widget widget)
    {
        Settle();
        _isHandling = true;
        bool isUsed = widget.Key(new KeyEvent(Window.Key.Return, default, Modifiers.None));
        SyncKeyboard();
        return isUsed;
    }

    private bool Click(Widget widget, long id)
    {
        var parts = new List<AccessibleNode>();
        AccessibleNode.AddParts(parts, widget);
        if (parts.Find(part => part.Id == id) is not { CanPress: true } target)
            return false;
        Rectangle part = target.Bounds, whole = widget.Bounds;
        Point at = Rectangle.FromEdges(
            Math.Max(part.Left, whole.Left), Math.Max(part.Top, whole.Top),
            Math.Min(part.Right, whole.Right), Math.Min(part.Bottom, whole.Bottom)).Centre;
        // What lies over it would be pressed instead.
        if (HitTest(at) is not { } hit || !IsWithin(hit, widget))
            return false;
        Pointer(new PointerEvent(PointerAction.Moved, at));
        Pointer(new PointerEvent(PointerAction.Pressed, at, PointerButton.Primary, Clicks: 1));
        Pointer(new PointerEvent(PointerAction.Released, at, PointerButton.Primary));
        Pointer(new PointerEvent(PointerAction.Left, at));
        return true;
    }

    private bool SetValue(Widget widget, int part, double plain)
    {
        if (widget.AccessibleControl(part) is not { IsAvailable: true } control || !double.IsFinite(plain))
            return false;
        Settle();
        double value = control.ToNormalized(plain);
        if (value != control.Value)
            control.SetOnce(value);
        return true;
    }

    private bool Retype(TextField field, string text)
    {
        _ = TakeFocus(field);
        field.Replace(text);
        return true;
    }

    private static bool MoveCaret(TextField field, int to)
    {
        field.MoveCaret(to);
        return true;
    }
}
