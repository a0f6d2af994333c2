using System.Runtime.InteropServices;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Platform.X11;

/// <summary>
/// Takes files that other programs drag over the window and drop on it: a target of XDND, version 5 (freedesktop.org, "Drag-and-Drop Protocol for
/// the X Window System"), that takes text/uri-list, as copies, everywhere in the window. Nothing is waited for: what is asked of server or source
/// is looked for whenever events are handled.
/// <para>
/// The window says XdndAware although it is a host's child. Qt and JUCE go down from the screen to the first window under the pointer that says
/// so, and find this one unless the host's own says it too. GTK looks at the host's window only; a host that embeds with a GtkSocket, as Ardour
/// does, hands on what it hears.
/// </para>
/// </summary>
internal sealed unsafe partial class X11DropTarget
{
    private const uint Version = 5, OldestVersion = 3, AnyType = 0, WordBytes = 4;
    private const uint EventMaskAttribute = 1 << 11, StructureEvents = 0x20000;
    private const uint MostTypes = 1000;
    private const byte Replace = 0, Bits8 = 8, Bits32 = 32;

    private readonly X11Connection _connection;
    private readonly uint _window;
    private readonly XdndAtoms _atoms;

    // Who drags; 0 where nobody does.
    private uint _source;

    // The window that it believes to talk to: a host's, where that one hands on what it hears (XdndProxy).
    private uint _addressed;

    // The request by which its end would be told: an error tells that it has none.
    private uint _watch;
    private uint _typesQuestion;
    private uint _listQuestion;
    private bool _hasFiles;
    private bool _owesStatus;
    private bool _isTold;
    private bool _isDropped;

    /// <summary>Makes a window a target.</summary>
    public X11DropTarget(X11Connection connection, uint window)
    {
        (_connection, _window, _atoms) = (connection, window, XdndAtoms.Of(connection));
        uint version = Version;
        LibXcb.xcb_change_property(connection.Handle, Replace, window, _atoms.Aware, X11Atoms.Atom, Bits32, 1, &version);
    }

    /// <summary>Hears what a source says, and that it has ended.</summary>
    /// <returns>Whether the event was of this kind.</returns>
    public bool Handle(in XEvent e, IWindowClient client)
    {
        switch (e.Kind)
        {
            case XEventKind.ClientMessage when e.Detail == Bits32:
                return Hear(e, client);
            case XEventKind.SelectionNotify when e.NotifySelection == _atoms.Selection:
                Fetch(e);
                return true;
            // A program that ends, by whatever, takes its windows with it: then nobody says that the files have left.
            case XEventKind.Destroy when _source != 0 && e.Window == _source:
            case XEventKind.Error when _source != 0 && e.Sequence == _watch:
                Forget(client);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Looks for what was asked for; the client is given files that have come.</summary>
    /// <returns>Whether it was told anything.</returns>
    public bool Continue(IWindowClient client)
    {
        if (_typesQuestion != 0)
        {
            XReply* reply = _connection.TryReply(ref _typesQuestion);
            if (_typesQuestion == 0)
            {
                _hasFiles = reply != null && reply->Format == Bits32 && Words(reply).Contains(_atoms.UriList);
                NativeMemory.Free(reply);
                return Answer(client);
            }
        }

        return _listQuestion != 0 && Take(client);
    }

    private static ReadOnlySpan<uint> Words(XReply* reply) => new(
        LibXcb.xcb_get_property_value(reply), LibXcb.xcb_get_property_value_length(reply) / (int)WordBytes);

    private bool Hear(in XEvent e, IWindowClient client)
    {
        // No window has these numbers: what is sent there goes to the pointer's or the keyboard's.
        const uint keyboardsWindow = 1;
        uint source = e.Message0;
        if (source <= keyboardsWindow)
            return false;
        _addressed = e.MessageWindow;
        if (e.MessageType == _atoms.Enter)
        {
            Enter(e, client);
        }
        else if (e.MessageType == _atoms.Position)
        {
            _owesStatus = source == _source && !_isDropped;
            _ = Answer(client);
        }
        else if (e.MessageType == _atoms.Leave)
        {
            if (source == _source && !_isDropped)
                Forget(client);
        }
        else if (e.MessageType == _atoms.Drop)
        {
            Drop(source, time: e.Message2, client);
        }
        else
        {
            return false;
        }

        return true;
    }

    // Who has not left, or was never told that all is done, is forgotten.
    private void Enter(in XEvent e, IWindowClient client)
    {
        const uint hasList = 1;
        const int versionAt = 24;
        Forget(client);
        // Our own window has nothing to give, and other events are selected on it.
        if (e.Message1 >> versionAt < OldestVersion || e.Message0 == _window)
            return;
        _source = e.Message0;
        _watch = Watch(StructureEvents);
        _hasFiles = e.Message2 == _atoms.UriList || e.Message3 == _atoms.UriList || e.Message4 == _atoms.UriList;
        if ((e.Message1 & hasList) != 0)
        {
            _typesQuestion = LibXcb.xcb_get_property(
                _connection.Handle, 0, _source, _atoms.TypeList, X11Atoms.Atom, 0, MostTypes);
        }
    }

    // A source waits for the answer before it says where the pointer is next.
    private bool Answer(IWindowClient client)
    {
        const uint accepts = 1;
        if (!_owesStatus || _typesQuestion != 0)
            return false;
        _owesStatus = false;
        Send(_source, _atoms.Status, _hasFiles ? accepts : 0, 0, 0, _hasFiles ? _atoms.Copy : 0);
        return _hasFiles && Tell(true, client);
    }

    private bool Tell(bool areOver, IWindowClient client)
    {
        if (_isTold == areOver)
            return false;
        _isTold = areOver;
        client.FilesOver(areOver);
        return true;
    }

    private void Forget(IWindowClient client)
    {
        if (_source != 0)
            _ = Watch(0);
        Discard(ref _typesQuestion);
        Discard(ref _listQuestion);
        (_source, _watch, _hasFiles, _owesStatus, _isDropped) = (0, 0, false, false, false);
        _ = Tell(false, client);
    }

    private void Discard(ref uint question)
    {
        if (question != 0)
            LibXcb.xcb_discard_reply(_connection.Handle, question);
        question = 0;
    }

    private uint Watch(uint events) => LibXcb.xcb_change_window_attributes(_connection.Handle, _source, EventMaskAttribute, &events);

    private void Send(uint source, uint type, uint word1, uint word2, uint word3, uint word4)
    {
        var message = new XEvent
        {
            ResponseType = (byte)XEventKind.ClientMessage,
            Detail = Bits32,
            MessageWindow = source,
            MessageType = type,
            Message0 = _addressed,
            Message1 = word1,
            Message2 = word2,
            Message3 = word3,
            Message4 = word4,
        };
        LibXcb.xcb_send_event(_connection.Handle, 0, source, 0, &message);
    }
}
