using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>
/// One editor in a host's hands, made like an <see cref="EffectObject"/>: a table for each interface, then the count of references.
/// It holds a reference to its effect, since hosts release views and controllers in either order. Main thread.
/// </summary>
internal unsafe struct ViewObject
{
    public const int ViewSlot = 0, ScaleSlot = 1, FinderSlot = 2;

    public PlugViewVtbl* View;
    public ContentScaleSupportVtbl* Scale;
    public ParameterFinderVtbl* Finder;

    private ManagedHalf _half;
    private EffectObject* _effect;

    /// <summary>Makes a view with one reference.</summary>
    public static ViewObject* Create(EffectObject* effect, EffectEditor editor)
    {
        var self = (ViewObject*)NativeMemory.AllocZeroed((nuint)sizeof(ViewObject));
        self->View = PlugViewTable.Table;
        self->Scale = ContentScaleTable.Table;
        self->Finder = ParameterFinderTable.Table;
        self->_effect = effect;
        _ = EffectObject.AddRef(effect);
        var owner = EffectObject.Instance(effect, EffectObject.ComponentSlot);
        self->_half.Begin(new ViewInstance(self, owner, editor));
        return self;
    }

    /// <summary>The view that an interface pointer belongs to.</summary>
    public static ViewObject* Of(void* slot, int number) => (ViewObject*)((void**)slot - number);

    /// <summary>The managed half of the view that an interface pointer belongs to.</summary>
    public static ViewInstance Instance(void* slot, int number) => (ViewInstance)Of(slot, number)->_half.Target;

    public static int QueryInterface(ViewObject* self, byte* id, void** found)
    {
        if (found == null)
            return Result.InvalidArgument;
        *found = Find(self, Tuid.Read(id));
        if (*found == null)
            return Result.NoInterface;
        _ = AddRef(self);
        return Result.Ok;
    }

    public static uint AddRef(ViewObject* self) => self->_half.AddRef();

    public static uint Release(ViewObject* self)
    {
        uint left = self->_half.Release();
        if (left != 0)
            return left;
        var effect = self->_effect;
        NativeMemory.Free(self);
        _ = EffectObject.Release(effect);
        return 0;
    }

    private static void* Find(ViewObject* self, Guid id)
    {
        if (id == InterfaceIds.PlugView || id == InterfaceIds.FUnknown)
            return &self->View;
        if (id == InterfaceIds.ContentScaleSupport)
            return &self->Scale;
        return id == InterfaceIds.ParameterFinder ? &self->Finder : null;
    }
}
