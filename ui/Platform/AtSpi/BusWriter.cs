using System.Runtime.InteropServices;
using System.Text;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>Writes what messages carry. Made once, used for one message after another, by one thread.</summary>
internal sealed unsafe class BusWriter : IDisposable
{
    private const int MostNested = 8;

    // Not managed memory: libdbus keeps their addresses while a container is open.
    private byte* _iterators = (byte*)NativeMemory.AllocZeroed(MostNested + 1, LibDbus.IteratorBytes);
    private int _depth;

    /// <summary>Begins with a message that carries nothing yet.</summary>
    public BusWriter To(nint message)
    {
        _depth = 0;
        LibDbus.dbus_message_iter_init_append(message, At(0));
        return this;
    }

    /// <summary>A number with a sign.</summary>
    public BusWriter Int32(int value) => Append('i', &value);

    /// <summary>A number without a sign.</summary>
    public BusWriter UInt32(uint value) => Append('u', &value);

    /// <summary>A number of 16 bits, with a sign.</summary>
    public BusWriter Int16(short value) => Append('n', &value);

    /// <summary>A real number.</summary>
    public BusWriter Double(double value) => Append('d', &value);

    /// <summary>Yes or no.</summary>
    public BusWriter Boolean(bool value)
    {
        uint number = value ? 1u : 0u;
        return Append('b', &number);
    }

    /// <summary>A text.</summary>
    public BusWriter String(string value) => AppendText('s', value);

    /// <summary>An object's path, which has to be a valid one.</summary>
    public BusWriter Path(string value) => AppendText('o', value);

    /// <summary>An object of some connection's, as AT-SPI writes it: (so).</summary>
    public BusWriter Reference(string connection, string path) => OpenStruct().String(connection).Path(path).Close();

    /// <summary>Begins a struct.</summary>
    public BusWriter OpenStruct() => Open('r', null);

    /// <summary>Begins an array of things of a type.</summary>
    public BusWriter OpenArray(ReadOnlySpan<byte> signature) => Open('a', signature);

    /// <summary>Begins a variant of a type.</summary>
    public BusWriter OpenVariant(ReadOnlySpan<byte> signature) => Open('v', signature);

    /// <summary>Begins a pair in an array of pairs.</summary>
    public BusWriter OpenPair() => Open('e', null);

    /// <summary>Ends what was begun last.</summary>
    public BusWriter Close()
    {
        _depth--;
        LibDbus.dbus_message_iter_close_container(At(_depth), At(_depth + 1));
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(_iterators);
        _iterators = null;
    }

    private byte* At(int depth) => _iterators + (depth * LibDbus.IteratorBytes);

    private BusWriter Append(char type, void* value)
    {
        LibDbus.dbus_message_iter_append_basic(At(_depth), type, value);
        return this;
    }

    // libdbus ends the process where a text is no valid UTF-8: what has no place in it is replaced.
    private BusWriter AppendText(char type, string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value.Replace('\0', ' ') + '\0');
        fixed (byte* text = bytes)
        {
            byte* at = text;
            return Append(type, &at);
        }
    }

    private BusWriter Open(char type, ReadOnlySpan<byte> signature)
    {
        if (_depth == MostNested)
            throw new InvalidOperationException($"A message nests at most {MostNested} containers.");
        // Literals in UTF-8 end with a zero, which their length does not count.
        fixed (byte* text = signature)
            LibDbus.dbus_message_iter_open_container(At(_depth), type, text, At(_depth + 1));
        _depth++;
        return this;
    }
}
