namespace SemanticEq.Inference;

/// <summary>
/// A ring of (tick, values) for one writer and one reader. Neither ever waits: a full ring refuses, an empty one says so.
/// </summary>
internal sealed class TickRing
{
    private readonly int _width;
    private readonly int _mask;
    private readonly long[] _ticks;
    private readonly float[] _values;
    private int _written;
    private int _read;

    /// <param name="capacity">A power of two.</param>
    /// <param name="width">Values an entry.</param>
    public TickRing(int capacity, int width)
    {
        _width = width;
        _mask = capacity - 1;
        _ticks = new long[capacity];
        _values = new float[capacity * width];
    }

    /// <summary>Writer's thread. False where the ring is full.</summary>
    public bool TryWrite(long tick, ReadOnlySpan<float> values)
    {
        int written = _written;
        if (written - Volatile.Read(ref _read) > _mask)
            return false;
        int place = written & _mask;
        _ticks[place] = tick;
        values.CopyTo(_values.AsSpan(place * _width, _width));
        Volatile.Write(ref _written, written + 1);
        return true;
    }

    /// <summary>Reader's thread. False where the ring is empty.</summary>
    public bool TryRead(out long tick, Span<float> values)
    {
        int read = _read;
        if (read == Volatile.Read(ref _written))
        {
            tick = -1;
            return false;
        }
        int place = read & _mask;
        tick = _ticks[place];
        _values.AsSpan(place * _width, _width).CopyTo(values);
        Volatile.Write(ref _read, read + 1);
        return true;
    }
}
