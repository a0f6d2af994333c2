using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>
/// An IParamValueQueue: the points of one parameter in one block, ascending by sample. Memory grows to what a block needed and is kept.
/// Audio thread.
/// </summary>
public sealed unsafe class ParameterPoints : IDisposable
{
    private static readonly ParamValueQueueVtbl* Table = MakeTable();

    private (int Offset, double Normalized)[] _points = new (int, double)[16];
    private HostObject* _self;

    internal ParameterPoints() => _self = HostObject.Create(Table, InterfaceIds.ParamValueQueue, this);

    /// <summary>The parameter.</summary>
    public uint Id { get; internal set; }

    /// <summary>The number of points.</summary>
    public int Count { get; private set; }

    /// <summary>A point: its sample in the block, and its value from 0 to 1.</summary>
    public (int Offset, double Normalized) this[int index] => _points.AsSpan(0, Count)[index];

    internal void* Pointer => _self;

    /// <summary>Adds a point in its place; one at the same sample is replaced.</summary>
    /// <returns>Its index.</returns>
    public int Add(int offset, double normalized)
    {
        int index = Count;
        while (index > 0 && _points[index - 1].Offset > offset)
            index--;
        if (index > 0 && _points[index - 1].Offset == offset)
        {
            _points[index - 1].Normalized = normalized;
            return index - 1;
        }
        if (Count == _points.Length)
            Array.Resize(ref _points, 2 * Count);
        Array.Copy(_points, index, _points, index + 1, Count - index);
        _points[index] = (offset, normalized);
        Count++;
        return index;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
    }

    internal void Clear() => Count = 0;

    private static ParamValueQueueVtbl* MakeTable()
    {
        var table = (ParamValueQueueVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(ParameterPoints), sizeof(ParamValueQueueVtbl));
        table->Unknown = HostObject.Unknown;
        table->GetParameterId = &GetParameterId;
        table->GetPointCount = &GetPointCount;
        table->GetPoint = &GetPoint;
        table->AddPoint = &AddPoint;
        return table;
    }

    private static ParameterPoints Owner(void* self) => HostObject.Owner<ParameterPoints>(self);

    [UnmanagedCallersOnly]
    private static uint GetParameterId(void* self) => Owner(self).Id;

    [UnmanagedCallersOnly]
    private static int GetPointCount(void* self) => Owner(self).Count;

    [UnmanagedCallersOnly]
    private static int GetPoint(void* self, int index, int* offset, double* normalized)
    {
        var points = Owner(self);
        if ((uint)index >= (uint)points.Count || offset == null || normalized == null)
            return Result.InvalidArgument;
        (*offset, *normalized) = points._points[index];
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int AddPoint(void* self, int offset, double normalized, int* index)
    {
        int at = Owner(self).Add(offset, normalized);
        if (index != null)
            *index = at;
        return Result.Ok;
    }
}
