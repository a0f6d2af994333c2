using System.Text;
using SemanticEq.Ui.Platform.X11;

namespace SemanticEq.Ui.Tests.X11;

/// <summary>A program that drags something by XDND, one message at a time, and notes what it is answered.</summary>
internal sealed unsafe class DragSource : IDisposable
{
    private const byte Replace = 0, Bits8 = 8, Bits32 = 32;
    private const uint Version = 5;

    private readonly X11Connection _connection;
    private readonly XdndAtoms _atoms;
    private readonly X11Window _target;

    public DragSource(Xvfb server, X11Window target)
    {
        _connection = X11Connection.Open(server.Display, out string? problem) ?? throw new InvalidOperationException(problem);
        _atoms = XdndAtoms.Of(_connection);
        _target = target;
        X11Visual visual = X11Visual.Find(_connection.Handle, _connection.Screen)!.Value;
        Window = X11Creation.Create(_connection, _connection.Screen->Root, visual, 10, 10);
        LibXcb.xcb_set_selection_owner(_connection.Handle, Window, _atoms.Selection, 0);
        (Type, Addressed) = (_atoms.UriList, (uint)target.Handle);
        Settle();
    }

    public uint Window { get; set; }

    /// <summary>The window that it believes to talk to: another where that one has it talk to this one (XdndProxy).</summary>
    public uint Addressed { get; set; }

    /// <summary>Who answered last, as the answer says.</summary>
    public uint Answering { get; private set; }

    /// <summary>What it gives when it is asked; null for nothing.</summary>
    public byte[]? Gives { get; set; }

    /// <summary>The type that it gives it as.</summary>
    public uint Type { get; set; }

    public uint UriList => _atoms.UriList;

    public uint Copy => _atoms.Copy;

    /// <summary>Of each XdndStatus: flags and action.</summary>
    public List<(uint Flags, uint Action)> Statuses { get; } = [];

    /// <summary>Of each XdndFinished: flags and action.</summary>
    public List<(uint Flags, uint Action)> Ends { get; } = [];

    /// <summary>How often it was asked for what it drags.</summary>
    public int Questions { get; private set; }

    public uint Atom(string name)
    {
        Span<uint> atom = stackalloc uint[1];
        _connection.Atoms([name], atom);
        return atom[0];
    }

    public void Enter(params uint[] types) => Enter(Version, types);

    public void Enter(uint version, uint[] types)
    {
        if (types.Length > 3)
        {
            fixed (uint* list = types)
                LibXcb.xcb_change_property(_connection.Handle, Replace, Window, _atoms.TypeList, X11Atoms.Atom, Bits32, (uint)types.Length, list);
        }

        uint[] first = [.. types.Take(3), 0, 0, 0];
        Send(_atoms.Enter, (version << 24) | (types.Length > 3 ? 1u : 0), first[0], first[1], first[2]);
    }

    public void Move() => Send(_atoms.Position, 0, (50 << 16) | 50, 1, _atoms.Copy);

    public void Leave() => Send(_atoms.Leave, 0, 0, 0, 0);

    public void Drop() => Send(_atoms.Drop, 0, 1, 0, 0);

    /// <summary>Enters with files and has the answer.</summary>
    public void Come()
    {
        int before = Statuses.Count;
        Enter(_atoms.UriList);
        Move();
        Until(() => Statuses.Count > before, "an answer");
    }

    /// <summary>Lets both sides go on until something is so.</summary>
    public void Until(Func<bool> isSo, string what) => _target.Until(
        () =>
        {
            Settle();
            return isSo();
        },
        what);

    /// <summary>Sends a message of any kind.</summary>
    public void Send(uint type, uint word1, uint word2, uint word3, uint word4)
    {
        var message = new XEvent
        {
            ResponseType = (byte)XEventKind.ClientMessage,
            Detail = Bits32,
            MessageWindow = Addressed,
            MessageType = type,
            Message0 = Window,
            Message1 = word1,
            Message2 = word2,
            Message3 = word3,
            Message4 = word4,
        };
        LibXcb.xcb_send_event(_connection.Handle, 0, (uint)_target.Handle, 0, &message);
        LibXcb.xcb_flush(_connection.Handle);
    }

    /// <summary>Its program ends.</summary>
    public void Dispose() => _connection.Dispose();

    private void Settle()
    {
        while (_connection.TryNextEvent(out XEvent e))
        {
            if (e.Kind == XEventKind.SelectionRequest)
                Answer(e);
            else if (e.Kind == XEventKind.ClientMessage && e.MessageType == _atoms.Status)
                Statuses.Add((e.Message1, e.Message4));
            else if (e.Kind == XEventKind.ClientMessage && e.MessageType == _atoms.Finished)
                Ends.Add((e.Message1, e.Message2));
            if (e.Kind == XEventKind.ClientMessage)
                Answering = e.Message0;
        }
    }

    private void Answer(in XEvent request)
    {
        Questions++;
        fixed (byte* bytes = Gives)
        {
            if (Gives is { } given)
            {
                LibXcb.xcb_change_property(
                    _connection.Handle, Replace, request.RequestRequestor, request.RequestProperty, Type, Bits8, (uint)given.Length, bytes);
            }
        }

        var answer = new XEvent
        {
            ResponseType = (byte)XEventKind.SelectionNotify,
            Time = request.Time,
            NotifyRequestor = request.RequestRequestor,
            NotifySelection = request.RequestSelection,
            NotifyTarget = request.RequestTarget,
            NotifyProperty = Gives is null ? 0 : request.RequestProperty,
        };
        LibXcb.xcb_send_event(_connection.Handle, 0, request.RequestRequestor, 0, &answer);
        LibXcb.xcb_flush(_connection.Handle);
    }

    /// <summary>A list of files as text.</summary>
    public static byte[] List(params string[] uris) => Encoding.UTF8.GetBytes(string.Concat(uris.Select(uri => uri + "\r\n")));
}
