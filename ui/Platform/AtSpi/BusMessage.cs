using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>A message that came; it is given back once disposed of.</summary>
internal readonly unsafe struct BusMessage(nint handle) : IDisposable
{
    /// <summary>The DBusMessage.</summary>
    public nint Handle => handle;

    /// <summary>Call, return, error or signal, as <see cref="LibDbus"/> numbers them.</summary>
    public int Type => LibDbus.dbus_message_get_type(handle);

    /// <summary>The object that it is for; empty where it names none.</summary>
    public string Path => Text(LibDbus.dbus_message_get_path(handle));

    /// <summary>The interface; empty where it names none.</summary>
    public string Interface => Text(LibDbus.dbus_message_get_interface(handle));

    /// <summary>The method or signal; empty where it names none.</summary>
    public string Member => Text(LibDbus.dbus_message_get_member(handle));

    /// <summary>The call that it answers; 0 for none.</summary>
    public uint Answers => LibDbus.dbus_message_get_reply_serial(handle);

    /// <summary>Whether the caller wants an answer.</summary>
    public bool WantsAnswer => Type == LibDbus.MethodCall && LibDbus.dbus_message_get_no_reply(handle) == 0;

    /// <summary>Reads what it carries, from the first.</summary>
    public BusReader Read() => new(handle);

    /// <inheritdoc/>
    public void Dispose() => LibDbus.dbus_message_unref(handle);

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
