using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// The keyboard: taken only when asked to, given back to the window that had it. While it is not taken, the window does not even ask for
/// key events, so that they go to the host although the pointer is over the editor.
/// </summary>
internal sealed unsafe class X11Focus(X11Connection connection, uint window, uint parent, uint eventMask)
{
    private const uint EventMaskAttribute = 1 << 11, KeyEvents = 3;
    private const byte RevertToParent = 2, ByGrab = 1, ByUngrab = 2, ToPointer = 5;

    private uint _question;
    private uint _lastTaking;
    private uint _before;
    private bool _isTaken;
    private bool _givesBackWhenKnown;

    /// <summary>Whether the server says that the window has it.</summary>
    public bool HasKeyboard { get; private set; }

    /// <summary>Takes it or gives it back.</summary>
    public void Take(bool take)
    {
        if (take == _isTaken && take == HasKeyboard)
            return;
        if (take)
        {
            // The server does things in turn: it answers who had the focus before it moves it.
            if (!_isTaken)
                _question = LibXcb.xcb_get_input_focus(connection.Handle);
            (_isTaken, _givesBackWhenKnown) = (true, false);
            SelectKeys(true);
            _lastTaking = LibXcb.xcb_set_input_focus(connection.Handle, RevertToParent, window, 0);
            return;
        }

        if (!_isTaken)
            return;
        _isTaken = false;
        SelectKeys(false);
        Learn();
        _givesBackWhenKnown = _question != 0;
        if (!_givesBackWhenKnown)
            GiveBack();
    }

    /// <summary>Sees the focus come or go.</summary>
    /// <returns>Whether <see cref="HasKeyboard"/> changed.</returns>
    public bool Handle(in XEvent e)
    {
        if (e.FocusMode is ByGrab or ByUngrab || e.Detail == ToPointer)
            return false;
        bool has = e.Kind == XEventKind.FocusIn && _isTaken;
        // Given back and taken again at once: what tells of the giving back is out of date.
        bool isOld = _isTaken && unchecked((int)(e.Sequence - _lastTaking)) < 0;
        bool isLost = e.Kind == XEventKind.FocusOut && HasKeyboard && !isOld;
        if (isLost && _isTaken)
        {
            // Someone else took it: what was remembered is out of date.
            _isTaken = false;
            SelectKeys(false);
        }

        if (has == HasKeyboard || (e.Kind == XEventKind.FocusOut && !isLost))
            return false;
        HasKeyboard = has;
        return true;
    }

    /// <summary>Looks for the answer to who had the focus.</summary>
    public void Continue()
    {
        Learn();
        if (_givesBackWhenKnown && _question == 0)
            GiveBack();
    }

    private void Learn()
    {
        XReply* reply = connection.TryReply(ref _question);
        if (reply != null)
            _before = reply->Id;
        NativeMemory.Free(reply);
    }

    private void GiveBack()
    {
        _givesBackWhenKnown = false;
        LibXcb.xcb_set_input_focus(connection.Handle, RevertToParent, _before == window || _before == 0 ? parent : _before, 0);
    }

    private void SelectKeys(bool select)
    {
        uint mask = eventMask | (select ? KeyEvents : 0);
        LibXcb.xcb_change_window_attributes(connection.Handle, window, EventMaskAttribute, &mask);
    }
}
