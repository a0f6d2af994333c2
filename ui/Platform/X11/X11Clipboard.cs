using System.Runtime.InteropServices;
using System.Text;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// The CLIPBOARD selection (ICCCM, section 2), without ever waiting. What was copied is there as long as the window, as always with X.
/// Texts above <see cref="MaxBytes"/>, which would come in parts (INCR), are neither given nor taken: nobody types that much into an editor.
/// </summary>
internal sealed unsafe class X11Clipboard(X11Connection connection, uint window, X11Atoms atoms)
{
    /// <summary>The longest text, in bytes of UTF-8; below what a server takes in one request.</summary>
    public const int MaxBytes = 200_000;

    private const uint AnyType = 0, WordBytes = 4;
    private const byte Replace = 0, Bits8 = 8, Bits32 = 32;

    private byte[] _copied = [];
    private bool _isOwner;
    private uint _asked;

    /// <summary>Puts text there.</summary>
    /// <param name="text">Nothing happens where it is too long.</param>
    /// <param name="time">The server's time of the user's action.</param>
    public void Copy(string text, uint time)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > MaxBytes)
            return;
        (_copied, _isOwner) = (bytes, true);
        LibXcb.xcb_set_selection_owner(connection.Handle, window, atoms.Clipboard, time);
    }

    /// <summary>Asks its owner for the text.</summary>
    public void Request(uint time) => LibXcb.xcb_convert_selection(
        connection.Handle, window, atoms.Clipboard, atoms.Utf8String, atoms.Pasted, time);

    /// <summary>Answers others, and sees what others answered.</summary>
    public void Handle(in XEvent e)
    {
        switch (e.Kind)
        {
            case XEventKind.SelectionClear:
                (_copied, _isOwner) = ([], false);
                break;
            case XEventKind.SelectionRequest:
                Answer(e);
                break;
            case XEventKind.SelectionNotify when e.NotifyProperty != 0:
                _asked = LibXcb.xcb_get_property(connection.Handle, 1, window, atoms.Pasted, AnyType, 0, MaxBytes / WordBytes);
                break;
        }
    }

    /// <summary>Gives the client a text that has come.</summary>
    public void Deliver(IWindowClient client)
    {
        XReply* reply = connection.TryReply(ref _asked);
        if (reply == null)
            return;
        string? text = reply->Format != Bits8 || reply->Id == atoms.Increments ? null : Encoding.UTF8.GetString(
            LibXcb.xcb_get_property_value(reply), LibXcb.xcb_get_property_value_length(reply));
        NativeMemory.Free(reply);
        if (text is not null)
            client.Pasted(text);
    }

    private void Answer(in XEvent request)
    {
        // Programs of before 1994 name no property: the target's name serves.
        uint property = request.RequestProperty != 0 ? request.RequestProperty : request.RequestTarget;
        bool isText = request.RequestTarget == atoms.Utf8String || request.RequestTarget == atoms.PlainText
            || request.RequestTarget == atoms.Text;
        if (!_isOwner)
            property = 0;
        else if (request.RequestTarget == atoms.Targets)
            WriteTargets(request.RequestRequestor, property);
        else if (isText)
            Write(request.RequestRequestor, property, request.RequestTarget == atoms.Text ? atoms.Utf8String : request.RequestTarget);
        else
            property = 0;

        var answer = new XEvent
        {
            ResponseType = (byte)XEventKind.SelectionNotify,
            Time = request.Time,
            NotifyRequestor = request.RequestRequestor,
            NotifySelection = request.RequestSelection,
            NotifyTarget = request.RequestTarget,
            NotifyProperty = property,
        };
        LibXcb.xcb_send_event(connection.Handle, 0, request.RequestRequestor, 0, &answer);
    }

    private void Write(uint requestor, uint property, uint type)
    {
        fixed (byte* bytes = _copied)
            LibXcb.xcb_change_property(connection.Handle, Replace, requestor, property, type, Bits8, (uint)_copied.Length, bytes);
    }

    private void WriteTargets(uint requestor, uint property)
    {
        uint* targets = stackalloc uint[] { atoms.Targets, atoms.Utf8String, atoms.PlainText, atoms.Text };
        LibXcb.xcb_change_property(connection.Handle, Replace, requestor, property, X11Atoms.Atom, Bits32, 4, targets);
    }
}
