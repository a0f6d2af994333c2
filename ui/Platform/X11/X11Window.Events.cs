using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

// What comes from the server.
public sealed unsafe partial class X11Window
{
    // So that a flood of events does not hold up the host; the rest is for the next call.
    private const int MaxEventsAtOnce = 1000;

    /// <inheritdoc/>
    public bool HandleEvents()
    {
        bool isTold = false;
        XEvent held = default;
        bool isHolding = false;
        for (int i = 0; i < MaxEventsAtOnce && !_isGone && _connection.TryNextEvent(out XEvent next); i++)
        {
            // Only the newest motion counts, and a key that repeats is only told as pressed once more.
            bool isSuperseded = isHolding && Supersedes(next, held);
            if (isHolding && !isSuperseded)
                isTold |= Dispatch(held);
            isHolding = next.Kind is XEventKind.Motion or XEventKind.KeyRelease;
            if (isHolding)
                held = next;
            else if (!_isGone)
                isTold |= Dispatch(next);
        }

        if (isHolding && !_isGone)
            isTold |= Dispatch(held);
        if (IsLost)
            return isTold;
        _focus.Continue();
        _clipboard.Deliver(_client);
        if (_isGone)
            return isTold;
        isTold |= _drop.Continue(_client);
        if (_isGone)
            return isTold;
        isTold |= _sight.Continue();
        _connection.Flush();
        return isTold;
    }

    private static bool Supersedes(in XEvent next, in XEvent held) =>
        (next.Kind == XEventKind.Motion && held.Kind == XEventKind.Motion && next.State == held.State)
        || (next.Kind == XEventKind.KeyPress && held.Kind == XEventKind.KeyRelease
            && next.Detail == held.Detail && next.Time == held.Time);

    // Whether it tells of more than the server's own doings.
    private bool Dispatch(in XEvent e)
    {
        if (_drop.Handle(e, _client))
            return true;
        switch (e.Kind)
        {
            case XEventKind.Motion or XEventKind.Enter or XEventKind.Leave or XEventKind.ButtonPress or XEventKind.ButtonRelease:
                _lastTime = e.Time;
                if (_pointer.Translate(e, Scale, out PointerEvent pointer))
                    _client.Pointer(pointer);
                break;
            case XEventKind.KeyPress or XEventKind.KeyRelease:
                _lastTime = e.Time;
                if (_keyboard.Translate(e, out KeyEvent key) && !_client.Key(key) && !IsLost)
                    PassOn(e);
                break;
            case XEventKind.FocusIn or XEventKind.FocusOut:
                if (_focus.Handle(e))
                    _client.KeyboardChanged(_focus.HasKeyboard);
                break;
            case XEventKind.Expose:
                _image.Expose(new PixelArea(
                    e.ExposeX, e.ExposeY, e.ExposeX + e.ExposeWidth, e.ExposeY + e.ExposeHeight));
                break;
            case XEventKind.Configure when e.Window == _window:
                Follow(e);
                break;
            case XEventKind.Visibility or XEventKind.Map or XEventKind.Unmap:
                _sight.Handle(e);
                break;
            case XEventKind.Destroy when e.Window == _window:
                _isGone = true;
                break;
            case XEventKind.SelectionClear or XEventKind.SelectionRequest or XEventKind.SelectionNotify:
                _clipboard.Handle(e);
                break;
            default:
                _keyboard.Handle(e);
                _image.Handle(e);
                return false;
        }

        return true;
    }

    // The host may size our window itself. What it did before our own last wish is out of date.
    private void Follow(in XEvent e)
    {
        bool isOld = unchecked((int)(e.Sequence - _lastConfigure)) < 0;
        if (isOld || (e.Width == _widthPixels && e.Height == _heightPixels))
            return;
        Become(Math.Clamp((int)e.Width, 1, MaxSidePixels), Math.Clamp((int)e.Height, 1, MaxSidePixels), Scale);
    }

    // A key that means nothing here is the host's.
    private void PassOn(XEvent e)
    {
        if (_parent == 0)
            return;
        uint mask = e.Kind == XEventKind.KeyPress ? 1u : 2u;
        e.EventWindow = _parent;
        e.ChildWindow = 0;
        LibXcb.xcb_send_event(_connection.Handle, 1, _parent, mask, &e);
    }
}
