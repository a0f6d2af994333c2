using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

/// <summary>A host's IComponentHandler2, IComponentHandler3, IUnitHandler and IContextMenu; they count on <see cref="TestHandler"/>.</summary>
public static unsafe class TestMenus
{
    public static readonly void* Handler2 = Wrap(MakeHandler2());

    public static readonly void* Handler3 = Wrap(MakeHandler3());

    public static readonly void* UnitHandler = Wrap(MakeUnitHandler());

    private static readonly void* Menu = Wrap(MakeMenu());

    /// <summary>Whether the handler has them: many hosts have not.</summary>
    public static bool AreOffered { get; set; }

    /// <summary>References to the menu that a plug-in holds.</summary>
    public static int MenuReferences { get; private set; }

    private static void* MakeHandler2()
    {
        var table = (ComponentHandler2Vtbl*)NativeMemory.AllocZeroed((nuint)sizeof(ComponentHandler2Vtbl));
        table->Unknown.Release = &Release;
        table->SetDirty = &SetDirty;
        table->StartGroupEdit = &StartGroupEdit;
        table->FinishGroupEdit = &FinishGroupEdit;
        return table;
    }

    private static void* MakeHandler3()
    {
        var table = (ComponentHandler3Vtbl*)NativeMemory.AllocZeroed((nuint)sizeof(ComponentHandler3Vtbl));
        table->Unknown.Release = &Release;
        table->CreateContextMenu = &CreateContextMenu;
        return table;
    }

    private static void* MakeUnitHandler()
    {
        var table = (UnitHandlerVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(UnitHandlerVtbl));
        table->Unknown.Release = &Release;
        table->NotifyProgramListChange = &NotifyProgramListChange;
        return table;
    }

    private static void* MakeMenu()
    {
        var table = (ContextMenuVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(ContextMenuVtbl));
        table->Unknown.Release = &ReleaseMenu;
        table->Popup = &Popup;
        return table;
    }

    internal static void* Wrap(void* table)
    {
        void** self = (void**)NativeMemory.Alloc((nuint)sizeof(void*));
        *self = table;
        return self;
    }

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => (uint)--TestHandler.References;

    [UnmanagedCallersOnly]
    private static uint ReleaseMenu(void* self) => (uint)--MenuReferences;

    [UnmanagedCallersOnly]
    private static int SetDirty(void* self, byte state) => TestHandler.Note($"dirty {state}");

    [UnmanagedCallersOnly]
    private static int StartGroupEdit(void* self) => TestHandler.Note("group");

    [UnmanagedCallersOnly]
    private static int FinishGroupEdit(void* self) => TestHandler.Note("end of group");

    [UnmanagedCallersOnly]
    private static int NotifyProgramListChange(void* self, int list, int program) => TestHandler.Note($"program {program} of list {list}");

    [UnmanagedCallersOnly]
    private static void* CreateContextMenu(void* self, void* view, uint* id)
    {
        _ = TestHandler.Note($"menu of {*id}");
        if (*id != TestEffect.GainId)
            return null;
        MenuReferences++;
        return Menu;
    }

    [UnmanagedCallersOnly]
    private static int Popup(void* self, int x, int y) => TestHandler.Note($"popup at {x}, {y}");
}
