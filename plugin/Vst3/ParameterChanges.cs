using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3;

/// <summary>The host's IParameterChanges (ivstparameterchanges.h): a queue for each parameter that changes. Audio thread.</summary>
public readonly unsafe ref struct ParameterChanges
{
    private readonly void* _changes;

    internal ParameterChanges(void* changes) => _changes = changes;

    /// <summary>The number of queues, 0 or more.</summary>
    public int Count => _changes == null ? 0 : Math.Max(0, Table(_changes)->GetParameterCount(_changes));

    /// <summary>A queue; <see cref="ParameterQueue.Points"/> is 0 where the host gives none.</summary>
    public ParameterQueue this[int index] => new(_changes == null ? null : Table(_changes)->GetParameterData(_changes, index));

    internal static void Add(void* changes, uint id, int offset, double normalized)
    {
        if (changes == null)
            return;
        int index = 0;
        void* queue = Table(changes)->AddParameterData(changes, &id, &index);
        if (queue != null)
            _ = ParameterQueue.Table(queue)->AddPoint(queue, offset, normalized, &index);
    }

    private static ParameterChangesVtbl* Table(void* changes) => *(ParameterChangesVtbl**)changes;
}

/// <summary>The host's IParamValueQueue: a line through points, starting from the value at the end of the last block.</summary>
public readonly unsafe struct ParameterQueue
{
    private readonly void* _queue;

    internal ParameterQueue(void* queue) => _queue = queue;

    /// <summary>The parameter; the largest id, which VST3 reserves, where the host gave no queue.</summary>
    public uint Id => _queue == null ? uint.MaxValue : Table(_queue)->GetParameterId(_queue);

    /// <summary>The number of points, in ascending order of their samples.</summary>
    public int Points => _queue == null ? 0 : Math.Max(0, Table(_queue)->GetPointCount(_queue));

    /// <summary>A point.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="offset">Its sample in this block.</param>
    /// <param name="normalized">Its value, as the host gives it: not checked.</param>
    /// <returns>False where the host refuses.</returns>
    public bool TryGetPoint(int index, out int offset, out double normalized)
    {
        int sample = 0;
        double value = 0;
        bool ok = _queue != null && Table(_queue)->GetPoint(_queue, index, &sample, &value) == Result.Ok;
        offset = sample;
        normalized = value;
        return ok;
    }

    internal static ParamValueQueueVtbl* Table(void* queue) => *(ParamValueQueueVtbl**)queue;
}
