using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// Whether anyone could see a window. That others cover it, or that it comes up, the server tells; that a window around it is hidden or
/// minimised it tells nobody within, so that this is asked twice a second, without waiting for the answer.
/// </summary>
internal sealed unsafe class X11Sight(X11Connection connection, uint window)
{
    private const int AskEveryMilliseconds = 500;
    private const byte Viewable = 2, FullyObscured = 2;

    private uint _question;
    private long _asked = Environment.TickCount64;
    private bool _isOverdue;
    private bool _isViewable = true;
    private bool _isCovered;

    /// <summary>As last heard.</summary>
    public bool IsSeen => _isViewable && !_isCovered;

    /// <summary>Takes note of an event: visibility, mapped or not.</summary>
    public void Handle(in XEvent e)
    {
        if (e.Kind != XEventKind.Visibility && e.Window != window)
            return;
        // What was asked before is answered for a moment that has passed.
        _isOverdue = _question != 0;
        if (e.Kind == XEventKind.Visibility)
            (_isViewable, _isCovered) = (true, e.Obscured == FullyObscured);
        else if (e.Kind == XEventKind.Unmap)
            (_isViewable, _isCovered) = (false, false);
    }

    /// <summary>Looks for the answer, and asks again when it is time.</summary>
    /// <returns>Whether <see cref="IsSeen"/> is another now.</returns>
    public bool Continue()
    {
        bool wasSeen = IsSeen;
        XReply* reply = connection.TryReply(ref _question);
        if (reply != null && !_isOverdue)
            _isViewable = reply->MapState == Viewable;
        NativeMemory.Free(reply);
        if (_question == 0 && Environment.TickCount64 - _asked >= AskEveryMilliseconds)
        {
            _question = LibXcb.xcb_get_window_attributes(connection.Handle, window);
            _asked = Environment.TickCount64;
            _isOverdue = false;
        }

        return IsSeen != wasSeen;
    }
}
