using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Windows;

/// <summary>An IPlugFrame, which leads to the run loop where one is offered. Main thread.</summary>
/// <param name="loop">Null for a host that has none.</param>
/// <param name="resize">Gives the window the size that the view wants; true where it did.</param>
internal sealed unsafe class PlugFrame(RunLoop? loop, Func<EditorSize, bool> resize) : IOffersInterfaces, IDisposable
{
    private static readonly PlugFrameVtbl* Table = MakeTable();

    private readonly Func<EditorSize, bool> _resize = resize;
    private HostObject* _self;

    /// <summary>The IPlugFrame.</summary>
    public void* Pointer => _self == null ? _self = HostObject.Create(Table, InterfaceIds.PlugFrame, this) : _self;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
    }

    HostObject* IOffersInterfaces.Find(Guid interfaceId) => interfaceId == InterfaceIds.RunLoop && loop is not null ? loop.Pointer : null;

    private static PlugFrameVtbl* MakeTable()
    {
        var table = (PlugFrameVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(PlugFrame), sizeof(PlugFrameVtbl));
        table->Unknown = HostObject.Unknown;
        table->ResizeView = &ResizeView;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int ResizeView(void* self, void* view, ViewRect* wanted) => view == null || wanted == null || wanted->Size is not { } size
        ? Result.InvalidArgument
        : Result.Of(HostObject.Owner<PlugFrame>(self)._resize(size));
}
