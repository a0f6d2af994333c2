using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>
/// One instance in a host's hands: native memory that begins with a pointer to a function table for each interface, as a C++ object
/// with several bases does. An interface's address is the address of its slot, so each function finds the object by its slot's number.
/// </summary>
internal unsafe struct EffectObject
{
    public const int ComponentSlot = 0, ProcessorSlot = 1, ControllerSlot = 2, Controller2Slot = 3, RequirementsSlot = 4, UnitSlot = 5;

    public ComponentVtbl* Component;
    public AudioProcessorVtbl* Processor;
    public EditControllerVtbl* Controller;
    public EditController2Vtbl* Controller2;
    public ProcessContextRequirementsVtbl* Requirements;
    public UnitInfoVtbl* Units;

    private ManagedHalf _half;

    /// <summary>Makes an object with one reference.</summary>
    public static EffectObject* Create(Effect effect)
    {
        var self = (EffectObject*)NativeMemory.AllocZeroed((nuint)sizeof(EffectObject));
        self->Component = ComponentTable.Table;
        self->Processor = ProcessorTable.Table;
        self->Controller = ControllerTable.Table;
        self->Controller2 = Controller2Table.Table;
        self->Requirements = RequirementsTable.Table;
        self->Units = UnitTable.Table;
        self->_half.Begin(new EffectInstance(effect));
        return self;
    }

    /// <summary>The object that an interface pointer belongs to.</summary>
    public static EffectObject* Of(void* slot, int number) => (EffectObject*)((void**)slot - number);

    /// <summary>The managed half of the object that an interface pointer belongs to.</summary>
    public static EffectInstance Instance(void* slot, int number) => (EffectInstance)Of(slot, number)->_half.Target;

    public static int QueryInterface(EffectObject* self, byte* id, void** found)
    {
        if (found == null)
            return Result.InvalidArgument;
        *found = Find(self, Tuid.Read(id));
        if (*found == null)
            return Result.NoInterface;
        _ = AddRef(self);
        return Result.Ok;
    }

    public static uint AddRef(EffectObject* self) => self->_half.AddRef();

    public static uint Release(EffectObject* self)
    {
        uint left = self->_half.Release();
        if (left == 0)
            NativeMemory.Free(self);
        return left;
    }

    private static void* Find(EffectObject* self, Guid id)
    {
        if (id == InterfaceIds.Component || id == InterfaceIds.PluginBase || id == InterfaceIds.FUnknown)
            return &self->Component;
        if (id == InterfaceIds.AudioProcessor)
            return &self->Processor;
        if (id == InterfaceIds.EditController)
            return &self->Controller;
        if (id == InterfaceIds.EditController2)
            return &self->Controller2;
        if (id == InterfaceIds.ProcessContextRequirements)
            return &self->Requirements;
        return id == InterfaceIds.UnitInfo ? &self->Units : null;
    }
}
