using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>
/// An IComponentHandler3 with its IContextMenu: a menu of a parameter that is told of instead of shown, since this host has no items. Main thread.
/// </summary>
internal sealed unsafe class ContextMenus : IDisposable
{
    private static readonly ComponentHandler3Vtbl* Table = MakeTable();
    private static readonly ContextMenuVtbl* MenuTable = MakeMenuTable();

    private readonly EditListener _listener;
    private HostObject* _self;

    public ContextMenus(EditListener listener)
    {
        _listener = listener;
        _self = HostObject.Create(Table, InterfaceIds.ComponentHandler3, this);
    }

    /// <summary>The IComponentHandler3.</summary>
    public HostObject* Pointer => _self;

    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
    }

    private static ComponentHandler3Vtbl* MakeTable()
    {
        var table = (ComponentHandler3Vtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(ContextMenus), sizeof(ComponentHandler3Vtbl));
        table->Unknown = HostObject.Unknown;
        table->CreateContextMenu = &CreateContextMenu;
        return table;
    }

    private static ContextMenuVtbl* MakeMenuTable()
    {
        var table = (ContextMenuVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(Menu), sizeof(ContextMenuVtbl));
        table->Unknown = HostObject.Unknown;
        table->GetItemCount = &GetItemCount;
        table->GetItem = &GetItem;
        table->AddItem = &RefuseItem;
        table->RemoveItem = &RefuseItem;
        table->Popup = &Popup;
        return table;
    }

    // The plug-in has the only reference: the menu goes when it lets go.
    [UnmanagedCallersOnly]
    private static void* CreateContextMenu(void* self, void* view, uint* id) =>
        HostObject.Create(MenuTable, InterfaceIds.ContextMenu, new Menu(HostObject.Owner<ContextMenus>(self)._listener, id == null ? null : *id));

    [UnmanagedCallersOnly]
    private static int GetItemCount(void* self) => 0;

    [UnmanagedCallersOnly]
    private static int GetItem(void* self, int index, ContextMenuItem* item, void** target) => Result.InvalidArgument;

    [UnmanagedCallersOnly]
    private static int RefuseItem(void* self, ContextMenuItem* item, void* target) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int Popup(void* self, int x, int y)
    {
        var menu = HostObject.Owner<Menu>(self);
        menu.Listener.Log?.Told(string.Create(CultureInfo.InvariantCulture, $"menu {menu.Id} at {x},{y}"));
        return Result.Ok;
    }

    private sealed record Menu(EditListener Listener, uint? Id);
}
