using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;
using static SemanticEq.Vst3.Objects.EffectObject;

namespace SemanticEq.Vst3.Objects;

/// <summary>IEditController2: knob modes and help windows, of which there are none. Main thread.</summary>
internal static unsafe class Controller2Table
{
    public static readonly EditController2Vtbl* Table = Make();

    private static EditController2Vtbl* Make()
    {
        var table = NativeTable.Allocate<EditController2Vtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->SetKnobMode = &SetKnobMode;
        table->OpenHelp = &Open;
        table->OpenAboutBox = &Open;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => EffectObject.QueryInterface(Of(self, Controller2Slot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => EffectObject.AddRef(Of(self, Controller2Slot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => EffectObject.Release(Of(self, Controller2Slot));

    [UnmanagedCallersOnly]
    private static int SetKnobMode(void* self, int mode) => Result.False;

    [UnmanagedCallersOnly]
    private static int Open(void* self, byte onlyCheck) => Result.False;
}

/// <summary>IProcessContextRequirements: nothing of tempo or transport is needed, so a host need not work it out. Main thread.</summary>
internal static unsafe class RequirementsTable
{
    public static readonly ProcessContextRequirementsVtbl* Table = Make();

    private static ProcessContextRequirementsVtbl* Make()
    {
        var table = NativeTable.Allocate<ProcessContextRequirementsVtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->GetProcessContextRequirements = &GetProcessContextRequirements;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => EffectObject.QueryInterface(Of(self, RequirementsSlot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => EffectObject.AddRef(Of(self, RequirementsSlot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => EffectObject.Release(Of(self, RequirementsSlot));

    [UnmanagedCallersOnly]
    private static uint GetProcessContextRequirements(void* self) => 0;
}
