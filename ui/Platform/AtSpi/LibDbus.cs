using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>
/// libdbus-1, what is used of it: messages and private connections. Nothing of it that is the whole process's: no shared connections, no
/// dispatching, no timeouts.
/// </summary>
internal static unsafe partial class LibDbus
{
    public const string Name = "libdbus-1.so.3";

    public const int MethodCall = 1, MethodReturn = 2, Error = 3, Signal = 4;

    /// <summary>More than a DBusMessageIter takes.</summary>
    public const int IteratorBytes = 128;

    [LibraryImport(Name)] public static partial void dbus_connection_set_change_sigpipe(uint willModify);
    [LibraryImport(Name)] public static partial nint dbus_connection_open_private(byte* address, void* error);
    [LibraryImport(Name)] public static partial void dbus_connection_set_exit_on_disconnect(nint connection, uint exits);
    [LibraryImport(Name)] public static partial uint dbus_connection_get_is_connected(nint connection);
    [LibraryImport(Name)] public static partial uint dbus_connection_read_write(nint connection, int milliseconds);
    [LibraryImport(Name)] public static partial nint dbus_connection_pop_message(nint connection);
    [LibraryImport(Name)] public static partial uint dbus_connection_send(nint connection, nint message, uint* serial);
    [LibraryImport(Name)] public static partial uint dbus_connection_has_messages_to_send(nint connection);
    [LibraryImport(Name)] public static partial uint dbus_connection_get_unix_fd(nint connection, int* descriptor);
    [LibraryImport(Name)] public static partial void dbus_connection_close(nint connection);
    [LibraryImport(Name)] public static partial void dbus_connection_unref(nint connection);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint dbus_message_new_method_call(string destination, string path, string member, string method);
    [LibraryImport(Name)] public static partial nint dbus_message_new_method_return(nint call);
    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint dbus_message_new_error(nint call, string name, string message);
    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint dbus_message_new_signal(string path, string member, string name);
    [LibraryImport(Name)] public static partial void dbus_message_unref(nint message);
    [LibraryImport(Name)] public static partial void dbus_message_set_auto_start(nint message, uint starts);
    [LibraryImport(Name)] public static partial int dbus_message_get_type(nint message);
    [LibraryImport(Name)] public static partial uint dbus_message_get_no_reply(nint message);
    [LibraryImport(Name)] public static partial uint dbus_message_get_reply_serial(nint message);
    [LibraryImport(Name)] public static partial byte* dbus_message_get_path(nint message);
    [LibraryImport(Name)] public static partial byte* dbus_message_get_interface(nint message);
    [LibraryImport(Name)] public static partial byte* dbus_message_get_member(nint message);

    [LibraryImport(Name)] public static partial uint dbus_message_iter_init(nint message, void* iterator);
    [LibraryImport(Name)] public static partial uint dbus_message_iter_next(void* iterator);
    [LibraryImport(Name)] public static partial int dbus_message_iter_get_arg_type(void* iterator);
    [LibraryImport(Name)] public static partial void dbus_message_iter_recurse(void* iterator, void* inner);
    [LibraryImport(Name)] public static partial void dbus_message_iter_get_basic(void* iterator, void* value);
    [LibraryImport(Name)] public static partial void dbus_message_iter_init_append(nint message, void* iterator);
    [LibraryImport(Name)] public static partial uint dbus_message_iter_append_basic(void* iterator, int type, void* value);
    [LibraryImport(Name)]
    public static partial uint dbus_message_iter_open_container(void* iterator, int type, byte* signature, void* inner);
    [LibraryImport(Name)] public static partial uint dbus_message_iter_close_container(void* iterator, void* inner);

    /// <summary>Whether the library is there.</summary>
    public static bool IsThere() => NativeLibrary.TryLoad(Name, typeof(LibDbus).Assembly, null, out _);
}
