using SemanticEq.Ui.Accessibility;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>
/// This process's side of AT-SPI 2, while a window is open: a thread that sleeps until the session says that assistive technology is there,
/// and then answers it from the windows' snapshots. Where there is no session bus or no libdbus, there is none.
/// </summary>
public sealed class AtSpiBridge
{
    private const int StackBytes = 256 * 1024;

    // The thread ends within a millisecond, unless a socket of a bus holds it up; it is then left to end by itself.
    private const int PatienceMilliseconds = 200;

    private static readonly Lock Gate = new();
    private static AtSpiBridge? _running;

    private readonly List<AtSpiWindow> _windows = [];
    private readonly BusWait _wait = new();
    private readonly Thread _thread;
    private AtSpiWindow[] _open = [];
    private volatile bool _isListening;
    private volatile bool _isEnding;

    private AtSpiBridge(string session) =>
        _thread = new Thread(() => Run(session), StackBytes) { IsBackground = true };

    /// <summary>Whether assistive technology is there and has taken us in. Any thread.</summary>
    internal bool IsListening => _isListening;

    /// <summary>A window has opened. Its thread.</summary>
    /// <returns>Its way to assistive technology; null where there can be none.</returns>
    public static IAssistiveLink? Join() => BusAddress.OfSession() is { } session ? Join(session) : null;

    /// <summary>The same with another session's bus.</summary>
    internal static IAssistiveLink Join(string session)
    {
        lock (Gate)
        {
            bool isFirst = _running is null;
            AtSpiBridge bridge = _running ??= new AtSpiBridge(session);
            var window = new AtSpiWindow(bridge);
            bridge._windows.Add(window);
            bridge.ShareWindows();
            if (isFirst)
                bridge._thread.Start();
            return window;
        }
    }

    /// <summary>There is something new to tell. Any thread; never waits.</summary>
    internal void Wake() => _wait.Wake();

    /// <summary>A window has closed. Its thread.</summary>
    internal void Leave(AtSpiWindow window)
    {
        lock (Gate)
        {
            if (!_windows.Remove(window))
                return;
            ShareWindows();
            _isEnding = _windows.Count == 0;
            if (_isEnding && _running == this)
                _running = null;
        }

        Wake();
        if (_isEnding)
            _ = _thread.Join(PatienceMilliseconds);
    }

    private void ShareWindows() => Volatile.Write(ref _open, [.. _windows]);

    private void Run(string address)
    {
        ThreadName.Set("semanticeq-a11y"u8);
        try
        {
            if (!_wait.IsUsable || !LibDbus.IsThere())
                return;
            using var writer = new BusWriter();
            using BusConnection? session = BusConnection.Open(address, () => _isEnding);
            if (session is not null)
                Serve(session, writer);
        }
        catch (Exception)
        {
            // What goes wrong here is not the host's: it would end with the thread.
        }
        finally
        {
            _isListening = false;
            _wait.Dispose();
        }
    }

    private void Serve(BusConnection session, BusWriter writer)
    {
        var status = new AtSpiStatus(session, writer);
        AtSpiDoor? door = null;
        try
        {
            while (!_isEnding && session.IsConnected)
            {
                Take(session, status);
                door = Follow(status, door, writer);
                _isListening = door is { IsOpen: true };
                if (door is { IsOpen: true })
                    door.Follow(Volatile.Read(ref _open));
                _wait.Wait(session, door?.Bus);
            }
        }
        finally
        {
            door?.Dispose();
        }
    }

    private static void Take(BusConnection session, AtSpiStatus status)
    {
        session.Pump();
        while (session.TryNext(out BusMessage message))
        {
            using (message)
                status.Handle(message);
        }
    }

    // Opens the door where it is wanted, answers what comes through it, and closes it where it is not, or its bus is gone.
    private AtSpiDoor? Follow(AtSpiStatus status, AtSpiDoor? door, BusWriter writer)
    {
        if (door is null && status.Address is { } address)
        {
            door = AtSpiDoor.Open(address, writer, () => _isEnding);
            if (door is null)
                status.ForgetAddress();
        }

        if (door is null)
            return null;
        door.Bus.Pump();
        while (door.Bus.TryNext(out BusMessage message))
        {
            using (message)
                door.Handle(message);
        }

        if (door.Bus.IsConnected && status.Address is not null)
            return door;
        door.Dispose();
        status.ForgetAddress();
        return null;
    }
}
