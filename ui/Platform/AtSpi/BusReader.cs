using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>Reads what a message carries, one after the other. What is of another type than asked for is left where it is.</summary>
internal unsafe ref struct BusReader
{
    private Iterator _at;
    private bool _hasMore;

    /// <summary>Reads a message.</summary>
    public BusReader(nint message) => _hasMore = LibDbus.dbus_message_iter_init(message, Pointer(ref _at)) != 0;

    /// <summary>A number with a sign.</summary>
    public bool TryInt32(out int value)
    {
        fixed (int* to = &value)
            return Take('i', to);
    }

    /// <summary>A number without a sign.</summary>
    public bool TryUInt32(out uint value)
    {
        fixed (uint* to = &value)
            return Take('u', to);
    }

    /// <summary>A real number.</summary>
    public bool TryDouble(out double value)
    {
        fixed (double* to = &value)
            return Take('d', to);
    }

    /// <summary>Yes or no.</summary>
    public bool TryBoolean(out bool value)
    {
        uint read = 0;
        bool isRead = Take('b', &read);
        value = read != 0;
        return isRead;
    }

    /// <summary>A text, or an object's path.</summary>
    public bool TryString(out string value)
    {
        byte* text = null;
        bool isRead = Take('s', &text) || Take('o', &text);
        value = Marshal.PtrToStringUTF8((nint)text) ?? "";
        return isRead;
    }

    /// <summary>What lies in a variant, struct or array.</summary>
    public bool TryEnter(out BusReader inner)
    {
        inner = default;
        if (!_hasMore || LibDbus.dbus_message_iter_get_arg_type(Pointer(ref _at)) is not ('v' or 'r' or 'a' or 'e'))
            return false;
        LibDbus.dbus_message_iter_recurse(Pointer(ref _at), Pointer(ref inner._at));
        inner._hasMore = LibDbus.dbus_message_iter_get_arg_type(Pointer(ref inner._at)) != 0;
        Step();
        return true;
    }

    private bool Take(char type, void* value)
    {
        if (!_hasMore || LibDbus.dbus_message_iter_get_arg_type(Pointer(ref _at)) != type)
        {
            if (type is not ('s' or 'o'))
                Unsafe.InitBlockUnaligned(value, 0, type == 'd' ? 8u : 4u);
            return false;
        }

        LibDbus.dbus_message_iter_get_basic(Pointer(ref _at), value);
        Step();
        return true;
    }

    private void Step() => _hasMore = LibDbus.dbus_message_iter_next(Pointer(ref _at)) != 0;

    // A reader lives on the stack, where nothing moves it.
    private static void* Pointer(ref Iterator at) => Unsafe.AsPointer(ref at);

    [InlineArray(LibDbus.IteratorBytes / sizeof(long))]
    private struct Iterator
    {
        private long _first;
    }
}
