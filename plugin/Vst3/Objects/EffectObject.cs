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
    public const int ComponentSlot = 0, ProcessorSlot = 1, ControllerSlot = 2, Controller2Slot = 3, RequirementsSlot = 4;

    public ComponentVtbl* Component;
    public AudioProcessorVtbl* Processor;
    public EditControllerVtbl* Controller;
    public EditController2Vtbl* Controller2;
    public ProcessContextRequirementsVtbl* Requirements;

    private int _references;
    private nint _instance;

    /// <summary>Makes an object with one reference.</summary>
    public static EffectObject* Create(Effect effect)
    {
        var self = (EffectObject*)NativeMemory.AllocZeroed((nuint)sizeof(EffectObject));
        self->Component = ComponentTable.Table;
        self->Processor = ProcessorTable.Table;
        self->Controller = ControllerTable.Table;
        self->Controller2 = Controller2Table.Table;
        self->Requirements = RequirementsTable.Table;
        self->_references = 1;
        self->_instance = GCHandle.ToIntPtr(GCHandle.Alloc(new EffectInstance(effect)));
        return self;
    }

    /// <summary>The object that an interface pointer belongs to.</summary>
    public static EffectObject* Of(void* slot, int number) => (EffectObject*)((void**)slot - number);

    /// <summary>The managed half of the object that an interface pointer belongs to.</summary>
    public static EffectInstance Instance(void* slot, int number) =>
        (EffectInstance)GCHandle.FromIntPtr(Of(slot, number)->_instance).Target!;

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

    public static uint AddRef(EffectObject* self) => (uint)Interlocked.Increment(ref self->_references);

    public static uint Release(EffectObject* self)
    {
        int left = Interlocked.Decrement(ref self->_references);
        if (left != 0)
            return (uint)left;
        // A host that is let go of meanwhile may take references and drop them: they must not end it twice.
        self->_references = int.MaxValue / 2;
        var handle = GCHandle.FromIntPtr(self->_instance);
        try
        {
            ((EffectInstance)handle.Target!).Dispose();
        }
        catch
        {
            // A host can do nothing with it, and the memory must go all the same.
        }
        handle.Free();
        NativeMemory.Free(self);
        return 0;
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
        return id == InterfaceIds.ProcessContextRequirements ? &self->Requirements : null;
    }
}
