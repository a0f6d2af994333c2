using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>An IComponentHandler2: edits that are one step, and a state that is to be saved. Main thread.</summary>
internal sealed unsafe class EditGroups : IDisposable
{
    private static readonly ComponentHandler2Vtbl* Table = MakeTable();

    private readonly EditListener _listener;
    private HostObject* _self;

    public EditGroups(EditListener listener)
    {
        _listener = listener;
        _self = HostObject.Create(Table, InterfaceIds.ComponentHandler2, this);
    }

    /// <summary>The IComponentHandler2.</summary>
    public HostObject* Pointer => _self;

    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
    }

    private static ComponentHandler2Vtbl* MakeTable()
    {
        var table = (ComponentHandler2Vtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(EditGroups), sizeof(ComponentHandler2Vtbl));
        table->Unknown = HostObject.Unknown;
        table->SetDirty = &SetDirty;
        table->RequestOpenEditor = &RequestOpenEditor;
        table->StartGroupEdit = &StartGroupEdit;
        table->FinishGroupEdit = &FinishGroupEdit;
        return table;
    }

    private static int Tell(void* self, string what)
    {
        HostObject.Owner<EditGroups>(self)._listener.Log?.Told(what);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int SetDirty(void* self, byte state) => Tell(self, state != 0 ? "dirty" : "clean");

    // An editor is opened by this host's user only.
    [UnmanagedCallersOnly]
    private static int RequestOpenEditor(void* self, byte* name) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int StartGroupEdit(void* self) => Tell(self, "group");

    [UnmanagedCallersOnly]
    private static int FinishGroupEdit(void* self) => Tell(self, "end of group");
}
