namespace SemanticEq.Plugin;

/// <summary>
/// Hands the newest of something large from one thread to another; neither ever waits. Three of it exist: one being written, one
/// being read, and between them the newest that was published.
/// </summary>
internal sealed class TripleBuffer<T>(T first, T second, T third)
    where T : class
{
    private const int Fresh = 4;
    private readonly T[] _slots = [first, second, third];
    private int _back;
    private int _front = 1;
    private int _middle = 2;

    /// <summary>The one to fill before <see cref="Publish"/>. Writing thread.</summary>
    public T Back => _slots[_back];

    /// <summary>Makes <see cref="Back"/> the newest; another one is then to be filled. Writing thread.</summary>
    public void Publish() => _back = Interlocked.Exchange(ref _middle, _back | Fresh) & ~Fresh;

    /// <summary>The newest, if one was published since the last call; it stays as it is until the next. Reading thread.</summary>
    public T? Take()
    {
        if ((Volatile.Read(ref _middle) & Fresh) == 0)
            return null;
        _front = Interlocked.Exchange(ref _middle, _front) & ~Fresh;
        return _slots[_front];
    }
}
