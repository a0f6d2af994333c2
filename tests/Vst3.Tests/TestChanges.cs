using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

/// <summary>A host's IParameterChanges with one queue, which can misbehave as hosts have been seen to.</summary>
public static unsafe class TestChanges
{
    public static readonly void* Self = Make();

    private static readonly void* Queue = MakeQueue();

    public static int Count { get; set; }

    public static bool GivesNoQueue { get; set; }

    public static int PointCount { get; set; }

    public static bool RefusesPoints { get; set; }

    public static List<(uint Id, int Offset, double Value)> Reported { get; } = [];

    public static void Reset()
    {
        Count = 1;
        PointCount = 2;
        GivesNoQueue = RefusesPoints = false;
        Reported.Clear();
    }

    private static void* Make()
    {
        var table = (ParameterChangesVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(ParameterChangesVtbl));
        table->GetParameterCount = &GetParameterCount;
        table->GetParameterData = &GetParameterData;
        table->AddParameterData = &AddParameterData;
        return Wrap(table);
    }

    private static void* MakeQueue()
    {
        var table = (ParamValueQueueVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(ParamValueQueueVtbl));
        table->GetParameterId = &GetParameterId;
        table->GetPointCount = &GetPointCount;
        table->GetPoint = &GetPoint;
        table->AddPoint = &AddPoint;
        return Wrap(table);
    }

    private static void* Wrap(void* table)
    {
        void** self = (void**)NativeMemory.Alloc((nuint)sizeof(void*));
        *self = table;
        return self;
    }

    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self) => Count;

    [UnmanagedCallersOnly]
    private static void* GetParameterData(void* self, int index) => GivesNoQueue ? null : Queue;

    [UnmanagedCallersOnly]
    private static void* AddParameterData(void* self, uint* id, int* index) => GivesNoQueue ? null : Queue;

    [UnmanagedCallersOnly]
    private static uint GetParameterId(void* self) => TestEffect.GainId;

    [UnmanagedCallersOnly]
    private static int GetPointCount(void* self) => PointCount;

    [UnmanagedCallersOnly]
    private static int GetPoint(void* self, int index, int* offset, double* value)
    {
        *offset = 10 * index;
        *value = 0.25 * index;
        return RefusesPoints ? Result.False : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int AddPoint(void* self, int offset, double value, int* index)
    {
        Reported.Add((TestEffect.GainId, offset, value));
        return Result.Ok;
    }
}
