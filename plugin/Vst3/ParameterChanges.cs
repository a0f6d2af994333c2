namespace SemanticEq.Vst3;

/// <summary>The host's IParameterChanges (ivstparameterchanges.h): a queue for each parameter that changes. Audio thread.</summary>
public readonly unsafe ref struct ParameterChanges
{
    private readonly void* _changes;

    internal ParameterChanges(void* changes) => _changes = changes;

    private void** Table => *(void***)_changes;

    /// <summary>The number of queues.</summary>
    public int Count => _changes == null ? 0 : ((delegate* unmanaged<void*, int>)Table[3])(_changes);

    /// <summary>A queue; <see cref="ParameterQueue.Points"/> is 0 where the host gives none.</summary>
    public ParameterQueue this[int index] => new(((delegate* unmanaged<void*, int, void*>)Table[4])(_changes, index));

    internal static void Add(void* changes, uint id, int offset, double normalized)
    {
        if (changes == null)
            return;
        int index;
        void* queue = ((delegate* unmanaged<void*, uint*, int*, void*>)(*(void***)changes)[5])(changes, &id, &index);
        if (queue != null)
            _ = ((delegate* unmanaged<void*, int, double, int*, int>)(*(void***)queue)[6])(queue, offset, normalized, &index);
    }
}

/// <summary>The host's IParamValueQueue: a line through points, starting from the value at the end of the last block.</summary>
public readonly unsafe struct ParameterQueue
{
    private readonly void* _queue;

    internal ParameterQueue(void* queue) => _queue = queue;

    private void** Table => *(void***)_queue;

    /// <summary>The parameter.</summary>
    public uint Id => _queue == null ? uint.MaxValue : ((delegate* unmanaged<void*, uint>)Table[3])(_queue);

    /// <summary>The number of points, in ascending order of their samples.</summary>
    public int Points => _queue == null ? 0 : ((delegate* unmanaged<void*, int>)Table[4])(_queue);

    /// <summary>A point.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="offset">Its sample in this block.</param>
    /// <param name="normalized">Its value, as the host gives it: not checked.</param>
    /// <returns>False where the host refuses.</returns>
    public bool TryGetPoint(int index, out int offset, out double normalized)
    {
        int o = 0;
        double v = 0;
        bool ok = ((delegate* unmanaged<void*, int, int*, double*, int>)Table[5])(_queue, index, &o, &v) == 0;
        offset = o;
        normalized = v;
        return ok;
    }
}
