using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>Where keys go, and which widget has the keyboard.</summary>
public sealed partial class Scene
{
    private Widget? _pasting;

    // Where Tab goes on from: what was pressed or focused last.
    private Widget? _tabStart;
    private bool _showsFocus;
    private bool _hasKeyboard;
    private bool _isHandling;

    /// <inheritdoc/>
    public Widget? Focused { get; private set; }

    /// <inheritdoc/>
    public void Focus(Widget? widget)
    {
        SetFocused(widget, byKey: false);
        if (!_isHandling)
            SyncKeyboard();
    }

    /// <inheritdoc/>
    public bool Key(in KeyEvent key)
    {
        _isHandling = _wasUsed = true;
        bool used = HandleKey(key);
        SyncKeyboard();
        return used;
    }

    /// <inheritdoc/>
    public void KeyboardChanged(bool hasKeyboard)
    {
        if (hasKeyboard || !_hasKeyboard)
            return;
        // Another window has it: it isn't ours to give back.
        _hasKeyboard = false;
        ClosePopupsFrom(0);
        SetFocused(null, byKey: false);
    }

    /// <inheritdoc/>
    public void Copy(string text) => _host.Window?.Copy(text);

    /// <inheritdoc/>
    public void RequestPaste(Widget widget)
    {
        _pasting = widget;
        _host.Window?.RequestPaste();
    }

    /// <inheritdoc/>
    public void Pasted(string text)
    {
        Widget? pasting = _pasting;
        _pasting = null;
        pasting?.Pasted(text);
    }

    /// <inheritdoc/>
    public Rectangle? Caret => (Focused as TextField)?.CaretArea;

    private bool HandleKey(in KeyEvent key)
    {
        HideTooltip();
        if (!key.IsDown)
            return Offer(key);
        if (_captured is not null)
        {
            if (key.Key != Window.Key.Escape)
                return Offer(key);
            CancelDrag();
            return true;
        }

        if (Offer(key))
            return true;
        return key.Key switch
        {
            Window.Key.Tab => Tab(backwards: key.Modifiers.Has(Modifiers.Shift)),
            Window.Key.Escape => Escape(),
            _ => false,
        };
    }

    private bool Offer(in KeyEvent key)
    {
        for (Widget? at = FirstForKeys(); at is not null; at = at.Parent)
        {
            if (!at.IsEnabled)
                continue;
            if (_unsettled != at)
                Settle();
            if (!at.Key(key))
                continue;
            if (key.IsDown)
                Unsettle(at);
            return true;
        }

        return false;
    }

    // A menu opened by the pointer has no focus, but keys are for it.
    private Widget? FirstForKeys()
    {
        Popup? top = _popups.Count > 0 ? _popups[^1].Popup : null;
        bool isBeneath = top is { IsModal: true } && Focused is { } focused && !IsWithin(focused, top);
        return isBeneath ? top : Focused ?? top;
    }

    private bool Escape()
    {
        if (_popups.Count > 0)
        {
            ClosePopup(_popups[^1].Popup);
            return true;
        }

        if (Focused is null)
            return false;
        Focus(null);
        return true;
    }

    // May allocate: people press Tab slowly.
    private bool Tab(bool backwards)
    {
        List<Widget> order = [];
        Collect(_popups.Count > 0 && _popups[^1].Popup.IsModal ? _popups[^1].Popup : _root, order);
        if (order.Count == 0)
            return false;
        int from = Focused is { } focused ? order.IndexOf(focused) : -1;
        int to;
        if (from >= 0)
            to = (from + (backwards ? order.Count - 1 : 1)) % order.Count;
        else if (_tabStart is { } start && order.IndexOf(start) is var at and >= 0)
            to = at;
        else
            to = backwards ? order.Count - 1 : 0;
        SetFocused(order[to], byKey: true);
        return true;

        static void Collect(Widget widget, List<Widget> order)
        {
            if (!widget.IsVisible || !widget.IsEnabled)
                return;
            if (widget.CanFocus)
                order.Add(widget);
            foreach (Widget child in widget.Children)
                Collect(child, order);
        }
    }

    // Once an event: a window that gives the keyboard away and takes it again would be told that it lost it.
    private void SyncKeyboard()
    {
        _isHandling = false;
        // An open menu or card is left by Escape and gone through by arrows, which no host would hand on.
        bool wants = Focused is not null || (_popups.Count > 0 && _popups[^1].Popup.IsModal);
        if (_hasKeyboard == wants)
            return;
        _hasKeyboard = wants;
        _host.Window?.TakeKeyboard(wants);
    }

    private void SetFocused(Widget? widget, bool byKey)
    {
        Widget? before = Focused;
        if (before == widget)
        {
            ShowFocus(byKey || _showsFocus);
            return;
        }

        Settle();
        Focused = widget;
        _tabStart = widget ?? _tabStart;
        before?.Invalidate();
        ShowFocus(byKey);
        before?.FocusChanged(false);
        if (Focused == widget)
            widget?.FocusChanged(true);
    }

    private void ShowFocus(bool show)
    {
        _showsFocus = show;
        Focused?.Invalidate();
    }

    // A press elsewhere ends typing; what is pressed may take the keyboard for itself after that.
    private void LeaveFocusOnPress(Widget? hit)
    {
        if (Focused is { } focused && (hit is null || (IsWithin(hit, _root) && !IsWithin(hit, focused))))
            SetFocused(null, byKey: false);
        for (Widget? at = hit; at is not null; at = at.Parent)
        {
            if (!at.CanFocus)
                continue;
            _tabStart = at;
            return;
        }
    }
}
