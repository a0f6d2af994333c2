using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>What a plug-in tells as its user works; main thread.</summary>
public interface IEditLog
{
    /// <summary>beginEdit.</summary>
    void Began(uint id);

    /// <summary>performEdit: a value from 0 to 1.</summary>
    void Performed(uint id, double normalized);

    /// <summary>endEdit.</summary>
    void Ended(uint id);

    /// <summary>startGroupEdit or finishGroupEdit, setDirty, restartComponent and the like, in words.</summary>
    void Told(string what);
}

/// <summary>
/// An IComponentHandler, with IComponentHandler2 and 3, that remembers what a plug-in told. Main thread, but for <see cref="Queue"/>.
/// </summary>
public sealed unsafe class EditListener : IOffersInterfaces, IDisposable
{
    private static readonly ComponentHandlerVtbl* Table = MakeTable();

    private readonly HashSet<uint> _gestures = [];
    private readonly Lock _queue = new();
    private readonly EditGroups _groups;
    private readonly ContextMenus _menus;
    private HostObject* _self;

    /// <summary>A listener that has heard nothing.</summary>
    public EditListener()
    {
        _self = HostObject.Create(Table, InterfaceIds.ComponentHandler, this);
        _groups = new EditGroups(this);
        _menus = new ContextMenus(this);
    }

    /// <summary>Told of everything as it comes; null for none.</summary>
    public IEditLog? Log { get; set; }

    /// <summary>The IComponentHandler.</summary>
    public void* Pointer => _self;

    /// <summary>Values that the plug-in's side has set, in order.</summary>
    public List<(uint Id, double Normalized)> Edits { get; } = [];

    /// <summary>How many of them came outside a gesture: between no beginEdit and endEdit of the same parameter.</summary>
    public int EditsOutsideGestures { get; private set; }

    /// <summary>
    /// Brings what the plug-in's side has set since the last call to its processor, as a host does: by the next block's queues.
    /// The thread that renders.
    /// </summary>
    public void Queue(ParameterChangeList changes)
    {
        lock (_queue)
        {
            foreach (var (id, normalized) in Edits)
                _ = changes.For(id).Add(0, normalized);
            Edits.Clear();
        }
    }

    /// <summary>A value that the host's side sets (automation) goes to the processor the same way.</summary>
    public void Add(uint id, double normalized)
    {
        lock (_queue)
            Edits.Add((id, normalized));
    }

    /// <summary>RestartFlags that were asked for, all together.</summary>
    public int Restarts { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
        _groups.Dispose();
        _menus.Dispose();
    }

    HostObject* IOffersInterfaces.Find(Guid interfaceId) => interfaceId == InterfaceIds.ComponentHandler2 ? _groups.Pointer
        : interfaceId == InterfaceIds.ComponentHandler3 ? _menus.Pointer
        : null;

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
    private static int BeginEdit(void* self, uint id)
    {
        var listener = HostObject.Owner<EditListener>(self);
        listener.Log?.Began(id);
        return Result.Of(listener._gestures.Add(id));
    }

    [UnmanagedCallersOnly]
    private static int PerformEdit(void* self, uint id, double normalized)
    {
        var listener = HostObject.Owner<EditListener>(self);
        listener.Add(id, normalized);
        listener.EditsOutsideGestures += listener._gestures.Contains(id) ? 0 : 1;
        listener.Log?.Performed(id, normalized);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int EndEdit(void* self, uint id)
    {
        var listener = HostObject.Owner<EditListener>(self);
        listener.Log?.Ended(id);
        return Result.Of(listener._gestures.Remove(id));
    }

    [UnmanagedCallersOnly]
    private static int RestartComponent(void* self, int flags)
    {
        var listener = HostObject.Owner<EditListener>(self);
        listener.Restarts |= flags;
        listener.Log?.Told($"restart {flags}");
        return Result.Ok;
    }
}
