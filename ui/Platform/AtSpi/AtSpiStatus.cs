namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>
/// Whether assistive technology is there, as the session says (org.a11y.Status), and where its bus is. Asking starts nothing: a session
/// without that service has none. The bus thread.
/// </summary>
internal sealed class AtSpiStatus
{
    private readonly BusConnection _session;
    private readonly BusWriter _writer;
    private uint _askedEnabled;
    private uint _askedReader;
    private uint _askedAddress;
    private bool _isEnabled;
    private bool _hasReader;

    /// <summary>Begins to watch.</summary>
    public AtSpiStatus(BusConnection session, BusWriter writer)
    {
        (_session, _writer) = (session, writer);
        session.Match(
            writer, $"type='signal',sender='{BusConnection.BusName}',member='NameOwnerChanged',arg0='{AtSpiNames.Launcher}'");
        session.Match(
            writer, $"type='signal',interface='{AtSpiNames.Properties}',member='PropertiesChanged',path='{AtSpiNames.LauncherPath}'");
        Ask();
    }

    /// <summary>Whether some is there.</summary>
    public bool IsWanted => _isEnabled || _hasReader;

    /// <summary>The address of its bus, once it is wanted and known; null before.</summary>
    public string? Address { get; private set; }

    /// <summary>Takes in what the session's bus says.</summary>
    public void Handle(in BusMessage message)
    {
        switch (message.Type)
        {
            case LibDbus.Signal when message.Member is "PropertiesChanged" or "NameOwnerChanged":
                Ask();
                break;
            case LibDbus.MethodReturn or LibDbus.Error when message.Answers is var answered:
                if (answered == _askedEnabled)
                    _isEnabled = IsYes(message);
                else if (answered == _askedReader)
                    _hasReader = IsYes(message);
                else if (answered == _askedAddress && message.Type == LibDbus.MethodReturn && message.Read().TryString(out string address))
                    Address = BusAddress.Local(address);
                break;
        }

        Follow();
    }

    /// <summary>The bus at the address is gone, or none: another one is waited for.</summary>
    public void ForgetAddress() => Address = null;

    private void Ask()
    {
        _askedEnabled = AskFor("IsEnabled");
        _askedReader = AskFor("ScreenReaderEnabled");
        _askedAddress = 0;
    }

    private uint AskFor(string property)
    {
        nint call = Call(AtSpiNames.Properties, "Get");
        _writer.To(call).String(AtSpiNames.Status).String(property);
        return _session.Send(call);
    }

    private static nint Call(string kind, string method)
    {
        nint call = LibDbus.dbus_message_new_method_call(AtSpiNames.Launcher, AtSpiNames.LauncherPath, kind, method);
        LibDbus.dbus_message_set_auto_start(call, 0);
        return call;
    }

    private void Follow()
    {
        if (!IsWanted)
            (_askedAddress, Address) = (0, null);
        else if (_askedAddress == 0)
            _askedAddress = _session.Send(Call(AtSpiNames.Launcher, "GetAddress"));
    }

    private static bool IsYes(in BusMessage message) =>
        message.Type == LibDbus.MethodReturn && message.Read().TryEnter(out BusReader value) && value.TryBoolean(out bool isYes) && isYes;
}
