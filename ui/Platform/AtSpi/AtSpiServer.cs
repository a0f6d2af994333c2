namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>Answers what assistive technology asks. The bus thread.</summary>
internal sealed class AtSpiServer(BusConnection bus, BusWriter writer, AtSpiApplication application)
{
    private const string Peer = "org.freedesktop.DBus.Peer", Introspectable = "org.freedesktop.DBus.Introspectable";
    private const string Unknown = "org.freedesktop.DBus.Error.UnknownMethod", Gone = "org.freedesktop.DBus.Error.UnknownObject";

    /// <summary>Answers a call.</summary>
    public void Answer(in BusMessage call)
    {
        string path = call.Path, kind = call.Interface, method = call.Member;
        nint answer = LibDbus.dbus_message_new_method_return(call.Handle);
        writer.To(answer);
        string? mistake = null;
        try
        {
            bool isKnown = application.TryFind(path, out AtSpiTarget target);
            if (!(isKnown ? CallOn(target, kind, method, call) : CallElsewhere(path, kind, method)))
                mistake = isKnown || path == CacheInterface.Path ? Unknown : Gone;
        }
        catch (Exception)
        {
            // A mistake of ours ends with the call that it is in: the host has no part in it.
            mistake = Unknown;
        }

        if (mistake is not null || !call.WantsAnswer)
        {
            LibDbus.dbus_message_unref(answer);
            answer = call.WantsAnswer ? LibDbus.dbus_message_new_error(call.Handle, mistake!, $"{kind}.{method} of {path}") : 0;
        }

        if (answer != 0)
            bus.Send(answer);
    }

    private bool CallOn(in AtSpiTarget target, string kind, string method, in BusMessage call)
    {
        BusReader given = call.Read();
        switch (kind)
        {
            case AtSpiNames.Properties:
                return CallProperties(target, method, given);
            case Peer:
                return method == "Ping";
            case Introspectable when method == "Introspect":
                writer.String("<node/>");
                return true;
        }

        return Find(target, kind)?.Call(method, target, ref given, writer) ?? false;
    }

    private bool CallElsewhere(string path, string kind, string method) => kind == Peer
        ? method == "Ping"
        : path == CacheInterface.Path && kind == AtSpiNames.Cache && CacheInterface.Call(method, writer);

    private bool CallProperties(in AtSpiTarget target, string method, BusReader given)
    {
        if (!given.TryString(out string kind) || Find(target, kind) is not { } found)
            return false;
        switch (method)
        {
            case "Get" when given.TryString(out string asked):
                return found.Get(asked, target, writer);
            case "Set" when given.TryString(out string set) && given.TryEnter(out BusReader value):
                return found.Set(set, target, ref value);
            case "GetAll":
                writer.OpenArray("{sv}"u8);
                foreach (string property in found.Properties)
                {
                    writer.OpenPair().String(property);
                    found.Get(property, target, writer);
                    writer.Close();
                }

                writer.Close();
                return true;
            default:
                return false;
        }
    }

    private static AtSpiInterface? Find(in AtSpiTarget target, string name)
    {
        foreach (AtSpiInterface one in AtSpiApplication.Interfaces)
        {
            if (one.Name == name && one.IsOf(target))
                return one;
        }

        return null;
    }
}
