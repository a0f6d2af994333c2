namespace SemanticEq.Ui.Text;

/// <summary>A line of UTF-8 put together from pieces in a buffer on the stack. What does not fit is left out whole.</summary>
/// <param name="buffer">Room for the line.</param>
public ref struct Utf8Line(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;
    private int _length;

    /// <summary>The line so far.</summary>
    public readonly ReadOnlySpan<byte> Bytes => _buffer[.._length];

    /// <summary>Adds a piece.</summary>
    public void Add(scoped ReadOnlySpan<byte> utf8)
    {
        if (!utf8.TryCopyTo(_buffer[_length..]))
            return;
        _length += utf8.Length;
    }

    /// <summary>Adds a piece that is a string.</summary>
    public void Add(string text)
    {
        if (System.Text.Encoding.UTF8.TryGetBytes(text, _buffer[_length..], out int written))
            _length += written;
    }

    /// <summary>Adds a whole number.</summary>
    public void Add(int value)
    {
        if (value.TryFormat(_buffer[_length..], out int written, default, System.Globalization.CultureInfo.InvariantCulture))
            _length += written;
    }
}
