using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>An IComponentHandler that remembers what a plug-in told. Main thread.</summary>
public sealed unsafe class EditListener : IDisposable
{
    private static readonly ComponentHandlerVtbl* Table = MakeTable();

    private readonly HashSet<uint> _gestures = [];
    private HostObject* _self;

    /// <summary>A listener that has heard nothing.</summary>
    public EditListener() => _self = HostObject.Create(Table, InterfaceIds.ComponentHandler, this);

    /// <summary>The IComponentHandler.</summary>
    public void* Pointer => _self;

    /// <summary>Values that the plug-in's side has set, in order.</summary>
    public List<(uint Id, double Normalized)> Edits { get; } = [];

    /// <summary>How many of them came outside a gesture: between no beginEdit and endEdit of the same parameter.</summary>
    public int EditsOutsideGestures { get; private set; }

    /// <summary>
    /// Brings what the plug-in's side has set since the last call to its processor, as a host does: by the next block's queues.
    /// </summary>
    public void Queue(ParameterChangeList changes)
    {
        foreach (var (id, normalized) in Edits)
            _ = changes.For(id).Add(0, normalized);
        Edits.Clear();
    }

    /// <summary>RestartFlags that were asked for, all together.</summary>
    public int Restarts { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
    }

    private static ComponentHandlerVtbl* MakeTable()
    {
        var table = (ComponentHandlerVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(EditListener), sizeof(ComponentHandlerVtbl));
        table->Unknown = HostObject.Unknown;
        table->BeginEdit = &BeginEdit;
        table->PerformEdit = &PerformEdit;
        table->EndEdit = &EndEdit;
        table->RestartComponent = &RestartComponent;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int BeginEdit(void* self, uint id) => Result.Of(HostObject.Owner<EditListener>(self)._gestures.Add(id));

    [UnmanagedCallersOnly]
    private static int PerformEdit(void* self, uint id, double normalized)
    {
        var listener = HostObject.Owner<EditListener>(self);
        listener.Edits.Add((id, normalized));
        listener.EditsOutsideGestures += listener._gestures.Contains(id) ? 0 : 1;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int EndEdit(void* self, uint id) => Result.Of(HostObject.Owner<EditListener>(self)._gestures.Remove(id));

    [UnmanagedCallersOnly]
    private static int RestartComponent(void* self, int flags)
    {
        HostObject.Owner<EditListener>(self).Restarts |= flags;
        return Result.Ok;
    }
}
