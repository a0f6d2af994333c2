using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;
using static SemanticEq.Vst3.Objects.ViewObject;

namespace SemanticEq.Vst3.Objects;

/// <summary>IPlugViewContentScaleSupport: the screen's pixels per unit. Main thread.</summary>
internal static unsafe class ContentScaleTable
{
    // Beyond what any screen has; what lies outside is a mistake of the host's.
    private const float Lowest = 0.25f, Highest = 8f;

    public static readonly ContentScaleSupportVtbl* Table = Make();

    private static ContentScaleSupportVtbl* Make()
    {
        var table = NativeTable.Allocate<ContentScaleSupportVtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->SetContentScaleFactor = &SetContentScaleFactor;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => ViewObject.QueryInterface(Of(self, ScaleSlot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => ViewObject.AddRef(Of(self, ScaleSlot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => ViewObject.Release(Of(self, ScaleSlot));

    [UnmanagedCallersOnly]
    private static int SetContentScaleFactor(void* self, float factor)
    {
        try
        {
            return factor is >= Lowest and <= Highest
                ? Result.Of(Instance(self, ScaleSlot).Editor.SetScale(factor))
                : Result.InvalidArgument;
        }
        catch
        {
            return Result.False;
        }
    }
}

/// <summary>IParameterFinder: which parameter lies under a point. Main thread.</summary>
internal static unsafe class ParameterFinderTable
{
    public static readonly ParameterFinderVtbl* Table = Make();

    private static ParameterFinderVtbl* Make()
    {
        var table = NativeTable.Allocate<ParameterFinderVtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->FindParameter = &FindParameter;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found) => ViewObject.QueryInterface(Of(self, FinderSlot), id, found);

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => ViewObject.AddRef(Of(self, FinderSlot));

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => ViewObject.Release(Of(self, FinderSlot));

    [UnmanagedCallersOnly]
    private static int FindParameter(void* self, int x, int y, uint* id)
    {
        try
        {
            if (id == null)
                return Result.InvalidArgument;
            if (Instance(self, FinderSlot).Editor.ParameterAt(x, y) is not { } found)
                return Result.False;
            *id = found;
            return Result.Ok;
        }
        catch
        {
            return Result.False;
        }
    }
}
