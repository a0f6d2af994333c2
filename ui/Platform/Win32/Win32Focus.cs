namespace SemanticEq.Ui.Platform.Win32;

/// <summary>
/// The keyboard: taken only when asked to, given back to the window that had it. A window that was given it unasked, as by a host that goes
/// from control to control, hands all keys on.
/// </summary>
internal sealed class Win32Focus(nint window, nint parent)
{
    private const uint Root = 2;

    private nint _before;
    private bool _isTaken;

    /// <summary>Whether keys are for the client.</summary>
    public bool HasKeyboard { get; private set; }

    /// <summary>Takes it or gives it back; the window hears of it by messages, before this returns.</summary>
    public void Take(bool take)
    {
        if (take == _isTaken)
            return;
        _isTaken = take;
        nint now = User32.GetFocus();
        if (take)
        {
            if (now != window)
                _before = now;
            if (now == window)
                HasKeyboard = true;
            else
                _ = User32.SetFocus(window);
            return;
        }

        if (now != window)
            return;
        bool isThere = _before != 0 && User32.IsWindow(_before) != 0;
        _ = User32.SetFocus(isThere ? _before : User32.GetAncestor(parent, Root));
    }

    /// <summary>The window got the focus or lost it.</summary>
    /// <returns>Whether <see cref="HasKeyboard"/> changed.</returns>
    public bool Handle(bool isIn)
    {
        bool has = isIn && _isTaken, had = HasKeyboard;
        // Someone else took it: it is not ours to give back.
        if (!isIn)
            _isTaken = false;
        HasKeyboard = has;
        return has != had;
    }
}
