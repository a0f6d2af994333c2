namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>Where buses are.</summary>
internal static class BusAddress
{
    /// <summary>The session's bus, by the environment; null for none.</summary>
    public static string? OfSession()
    {
        if (Environment.GetEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") is { Length: > 0 } named)
            return Local(named);
        string socket = Path.Combine(Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") ?? "", "bus");
        return Path.IsPathRooted(socket) && File.Exists(socket) ? $"unix:path={socket}" : null;
    }

    /// <summary>The first of some addresses that is a socket of this machine's; null for none. Other kinds start programs.</summary>
    public static string? Local(string addresses)
    {
        foreach (string address in addresses.Split(';'))
        {
            if (address.StartsWith("unix:", StringComparison.Ordinal) && !address.Contains('\0'))
                return address;
        }

        return null;
    }
}
