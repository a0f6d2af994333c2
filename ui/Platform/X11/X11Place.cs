using System.Runtime.InteropServices;
using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// Where the window is on the screen. The server tells nobody when a host's window is moved with ours in it, so it is asked, and the answer
/// is there the next time.
/// </summary>
internal sealed unsafe class X11Place(X11Connection connection, uint window)
{
    private uint _question;
    private Point _origin;

    /// <summary>The upper left corner, in pixels, as the server said last; asks it anew.</summary>
    public Point Ask()
    {
        XReply* reply = connection.TryReply(ref _question);
        if (reply != null)
            _origin = new Point(reply->X, reply->Y);
        NativeMemory.Free(reply);
        if (_question == 0)
            _question = LibXcb.xcb_translate_coordinates(connection.Handle, window, connection.Screen->Root, 0, 0);
        connection.Flush();
        return _origin;
    }
}
