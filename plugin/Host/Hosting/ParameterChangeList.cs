using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>An IParameterChanges: one block's queues, in either direction. Queues are kept from block to block. Audio thread.</summary>
public sealed unsafe class ParameterChangeList : IDisposable
{
    private static readonly ParameterChangesVtbl* Table = MakeTable();

    private readonly List<ParameterPoints> _queues = [];
    private HostObject* _self;

    /// <summary>An empty list.</summary>
    public ParameterChangeList() => _self = HostObject.Create(Table, InterfaceIds.ParameterChanges, this);

    /// <summary>The number of parameters that change.</summary>
    public int Count { get; private set; }

    /// <summary>The IParameterChanges.</summary>
    public void* Pointer => _self;

    /// <summary>A parameter's points.</summary>
    public ParameterPoints this[int index] => index < Count ? _queues[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The points of a parameter; made, empty, where there are none yet.</summary>
    public ParameterPoints For(uint id) => _queues[IndexOf(id)];

    /// <summary>Forgets all points.</summary>
    public void Clear() => Count = 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var queue in _queues)
            queue.Dispose();
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
    }

    private int IndexOf(uint id)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_queues[i].Id == id)
                return i;
        }
        if (Count == _queues.Count)
            _queues.Add(new ParameterPoints());
        _queues[Count].Clear();
        _queues[Count].Id = id;
        return Count++;
    }

    private static ParameterChangesVtbl* MakeTable()
    {
        var table = (ParameterChangesVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(ParameterChangeList), sizeof(ParameterChangesVtbl));
        table->Unknown = HostObject.Unknown;
        table->GetParameterCount = &GetParameterCount;
        table->GetParameterData = &GetParameterData;
        table->AddParameterData = &AddParameterData;
        return table;
    }

    private static ParameterChangeList Owner(void* self) => HostObject.Owner<ParameterChangeList>(self);

    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self) => Owner(self).Count;

    [UnmanagedCallersOnly]
    private static void* GetParameterData(void* self, int index)
    {
        var list = Owner(self);
        return (uint)index < (uint)list.Count ? list._queues[index].Pointer : null;
    }

    [UnmanagedCallersOnly]
    private static void* AddParameterData(void* self, uint* id, int* index)
    {
        if (id == null)
            return null;
        var list = Owner(self);
        int at = list.IndexOf(*id);
        if (index != null)
            *index = at;
        return list._queues[at].Pointer;
    }
}
