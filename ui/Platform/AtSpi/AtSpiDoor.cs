using SemanticEq.Ui.Accessibility;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>The connection to the bus of assistive technology, while some is there. The bus thread.</summary>
internal sealed class AtSpiDoor : IDisposable
{
    private readonly AtSpiApplication _application = new();
    private readonly BusWriter _writer;
    private readonly AtSpiServer _server;
    private readonly AtSpiEvents _events;
    private uint _askedEmbed;
    private bool _isForgotten;

    private AtSpiDoor(BusConnection bus, BusWriter writer)
    {
        (Bus, _writer) = (bus, writer);
        _application.BusName = bus.Name;
        _server = new AtSpiServer(bus, writer, _application);
        _events = new AtSpiEvents(bus, writer, _application);
        bus.Match(writer, $"type='signal',sender='{BusConnection.BusName}',member='NameOwnerChanged',arg0='{AtSpiNames.Registry}'");
        Embed();
    }

    /// <summary>The connection.</summary>
    public BusConnection Bus { get; }

    /// <summary>Whether the registry has taken us in.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Opens it.</summary>
    /// <returns>Null where there is no such bus.</returns>
    public static AtSpiDoor? Open(string address, BusWriter writer, Func<bool> isEnding) =>
        BusConnection.Open(address, isEnding) is { } bus ? new AtSpiDoor(bus, writer) : null;

    /// <summary>Takes in what has come.</summary>
    public void Handle(in BusMessage message)
    {
        switch (message.Type)
        {
            case LibDbus.MethodCall:
                _server.Answer(message);
                break;
            case LibDbus.MethodReturn when message.Answers == _askedEmbed:
                if (message.Read().TryEnter(out BusReader desktop) && desktop.TryString(out string connection) && desktop.TryString(out string path))
                    _application.Desktop = (connection, path);
                IsOpen = true;
                break;
            case LibDbus.Signal when message.Member == "NameOwnerChanged":
                FollowRegistry(message.Read());
                break;
        }
    }

    /// <summary>Tells what has become of the windows since the last time.</summary>
    public void Follow(IReadOnlyList<AtSpiWindow> open)
    {
        for (int i = _application.Windows.Count - 1; i >= 0; i--)
        {
            AtSpiWindow window = _application.Windows[i];
            if (open.Contains(window))
                continue;
            _application.Windows.RemoveAt(i);
            _events.WindowChanged(i, window.Shown!.Root, hasCome: false);
        }

        foreach (AtSpiWindow window in open)
        {
            if (window.TakePublished() is { } tree)
                Show(window, tree);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (AtSpiWindow window in _application.Windows)
            window.Shown = null;
        Bus.Dispose();
    }

    private void Show(AtSpiWindow window, AccessibleTree tree)
    {
        AccessibleTree? before = window.Shown;
        window.Shown = _events.Tree = tree;
        if (before is not null)
        {
            AccessibleChanges.Tell(before, tree, _events);
            return;
        }

        _application.Windows.Add(window);
        _events.WindowChanged(_application.Windows.Count - 1, tree.Root, hasCome: true);
        if (tree.IsActive)
            _events.Activated(tree.Root, true);
        _events.FocusMoved(0, tree.Focus);
    }

    // A registry that comes after another knows nothing of us. One that our own first call brought up does.
    private void FollowRegistry(BusReader told)
    {
        if (!told.TryString(out _) || !told.TryString(out _) || !told.TryString(out string owner))
            return;
        if (owner.Length > 0 && _isForgotten)
            Embed();
        _isForgotten = owner.Length == 0;
    }

    private void Embed()
    {
        nint call = LibDbus.dbus_message_new_method_call(AtSpiNames.Registry, AtSpiNames.Root, AtSpiNames.Socket, "Embed");
        _writer.To(call).Reference(Bus.Name, AtSpiNames.Root);
        _askedEmbed = Bus.Send(call);
    }
}
