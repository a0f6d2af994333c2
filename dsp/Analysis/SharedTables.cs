namespace SemanticEq.Dsp;

/// <summary>
/// Tables that never change, made once for all who need them at a time: a session of a hundred instances would else have each a hundred
/// times. Where nobody holds a table any more the collector takes it. Any thread but the audio thread.
/// </summary>
/// <param name="make">Makes what belongs to a key.</param>
internal sealed class SharedTables<TKey, TTable>(Func<TKey, TTable> make)
    where TKey : notnull
    where TTable : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, WeakReference<TTable>> _live = [];

    /// <summary>The table of a key; the same as long as anybody holds it.</summary>
    public TTable Of(TKey key)
    {
        lock (_gate)
        {
            if (_live.TryGetValue(key, out var held) && held.TryGetTarget(out var table))
                return table;
            table = make(key);
            _live[key] = new WeakReference<TTable>(table);
            return table;
        }
    }
}
