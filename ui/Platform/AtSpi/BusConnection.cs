using System.Diagnostics;
using System.Text;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>
/// A connection to a bus of one's own. libdbus' shared ones would be the host's too, and end the process with the bus. One thread.
/// </summary>
internal sealed unsafe class BusConnection : IDisposable
{
    public const string BusName = "org.freedesktop.DBus", BusPath = "/org/freedesktop/DBus";

    private const int PatienceMilliseconds = 5000, LookEachMilliseconds = 50;

    private nint _handle;

    private BusConnection(nint handle)
    {
        _handle = handle;
        int descriptor = -1;
        LibDbus.dbus_connection_get_unix_fd(handle, &descriptor);
        FileDescriptor = descriptor;
    }

    /// <summary>The name that the bus gave it, as ":1.7".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The socket.</summary>
    public int FileDescriptor { get; }

    /// <summary>Whether the bus is still there.</summary>
    public bool IsConnected => _handle != 0 && LibDbus.dbus_connection_get_is_connected(_handle) != 0;

    /// <summary>Whether something waits for room in the socket.</summary>
    public bool HasToSend => LibDbus.dbus_connection_has_messages_to_send(_handle) != 0;

    /// <summary>Connects, and waits some seconds for the bus to say hello.</summary>
    /// <param name="address">The bus's.</param>
    /// <param name="isEnding">Whether to give up.</param>
    /// <returns>Null where there is no bus, or a silent one.</returns>
    public static BusConnection? Open(string address, Func<bool> isEnding)
    {
        // The process's way with SIGPIPE is not ours to change; libdbus writes without it on Linux.
        LibDbus.dbus_connection_set_change_sigpipe(0);
        nint handle;
        fixed (byte* text = Encoding.UTF8.GetBytes(address + '\0'))
            handle = LibDbus.dbus_connection_open_private(text, null);
        if (handle == 0)
            return null;
        LibDbus.dbus_connection_set_exit_on_disconnect(handle, 0);
        var connection = new BusConnection(handle);
        if (connection.SayHello(isEnding))
            return connection;
        connection.Dispose();
        return null;
    }

    /// <summary>Sends a message, which is then the connection's.</summary>
    /// <returns>Its number, which an answer names.</returns>
    public uint Send(nint message)
    {
        uint serial = 0;
        LibDbus.dbus_connection_send(_handle, message, &serial);
        LibDbus.dbus_message_unref(message);
        return serial;
    }

    /// <summary>Has the bus send us some signals.</summary>
    public void Match(BusWriter writer, string rule)
    {
        nint call = LibDbus.dbus_message_new_method_call(BusName, BusPath, BusName, "AddMatch");
        writer.To(call).String(rule);
        Send(call);
    }

    /// <summary>Reads and writes what the socket has and takes, without waiting.</summary>
    public void Pump() => LibDbus.dbus_connection_read_write(_handle, 0);

    /// <summary>The next message that has come in.</summary>
    public bool TryNext(out BusMessage message)
    {
        nint next = LibDbus.dbus_connection_pop_message(_handle);
        message = new BusMessage(next);
        return next != 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle == 0)
            return;
        LibDbus.dbus_connection_close(_handle);
        // What has come in and what says that it is closed hold memory until they are taken.
        while (TryNext(out BusMessage left))
            left.Dispose();
        LibDbus.dbus_connection_unref(_handle);
        _handle = 0;
    }

    private bool SayHello(Func<bool> isEnding)
    {
        uint hello = Send(LibDbus.dbus_message_new_method_call(BusName, BusPath, BusName, "Hello"));
        var clock = Stopwatch.StartNew();
        while (!isEnding() && clock.ElapsedMilliseconds < PatienceMilliseconds && IsConnected)
        {
            LibDbus.dbus_connection_read_write(_handle, LookEachMilliseconds);
            while (TryNext(out BusMessage message))
            {
                using (message)
                {
                    if (message.Answers != hello)
                        continue;
                    if (message.Type != LibDbus.MethodReturn || !message.Read().TryString(out string name))
                        return false;
                    Name = name;
                    return true;
                }
            }
        }

        return false;
    }
}
