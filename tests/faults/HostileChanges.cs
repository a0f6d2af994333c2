using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Faults;

/// <summary>
/// An IParameterChanges that keeps none of VST3's promises: unknown and repeated ids, points out of order, before and after the block, values
/// that are no numbers, counts that are not what is there, queues and points that are refused.
/// </summary>
internal sealed unsafe class HostileChanges : IDisposable
{
    private const int MostQueues = 400;
    private const int MostPoints = 64;
    private static readonly ParameterChangesVtbl* ChangesTable = MakeChanges();
    private static readonly ParamValueQueueVtbl* QueueTable = MakeQueue();
    private static readonly double[] Values = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, -0.0, 4.9e-324, -1, 2, 0, 1];
    private readonly Changes* _self;

    public HostileChanges()
    {
        _self = (Changes*)NativeMemory.AllocZeroed((nuint)sizeof(Changes));
        _self->Table = ChangesTable;
        _self->Queues = (Queue*)NativeMemory.AllocZeroed(MostQueues, (nuint)sizeof(Queue));
        for (int i = 0; i < MostQueues; i++)
            _self->Queues[i].Points = (Point*)NativeMemory.AllocZeroed(MostPoints, (nuint)sizeof(Point));
    }

    public void* Pointer => _self;

    /// <summary>Other queues for the next block.</summary>
    public void Mix(Random random, uint[] ids, int samples)
    {
        int count = random.Next(4) == 0 ? random.Next(MostQueues) : random.Next(8);
        _self->There = count;
        _self->Told = random.Next(30) switch { 0 => int.MaxValue, 1 => -1, 2 => count + 100, _ => count };
        for (int i = 0; i < count; i++)
            Mix(ref _self->Queues[i], random, ids, samples);
    }

    public void Dispose()
    {
        for (int i = 0; i < MostQueues; i++)
            NativeMemory.Free(_self->Queues[i].Points);
        NativeMemory.Free(_self->Queues);
        NativeMemory.Free(_self);
    }

    private static void Mix(ref Queue queue, Random random, uint[] ids, int samples)
    {
        queue.Table = QueueTable;
        queue.Id = random.Next(10) == 0 ? (uint)random.Next() : ids[random.Next(ids.Length)];
        queue.There = random.Next(10) == 0 ? random.Next(MostPoints) : random.Next(5);
        queue.Told = random.Next(40) switch { 0 => int.MaxValue, 1 => -1, 2 => queue.There + 10, _ => queue.There };
        // A queue that is not there is refused, and one that says yes to all that it has not.
        queue.IsMissing = (byte)(random.Next(30) == 0 ? 1 : 0);
        queue.IsEndless = (byte)(random.Next(60) == 0 ? 1 : 0);
        bool isWild = random.Next(3) == 0;
        for (int i = 0; i < queue.There; i++)
        {
            int offset = isWild ? random.Next(6) switch { 0 => -1, 1 => int.MaxValue, 2 => int.MinValue, _ => random.Next(-samples, 2 * samples + 1) } : i * samples / queue.There;
            queue.Points[i] = new Point(offset, isWild || random.Next(8) == 0 ? Values[random.Next(Values.Length)] : random.NextDouble());
        }
    }

    private static ParameterChangesVtbl* MakeChanges()
    {
        var table = (ParameterChangesVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(HostileChanges), sizeof(ParameterChangesVtbl));
        table->Unknown = new FUnknownVtbl { QueryInterface = &Query, AddRef = &Count, Release = &Count };
        table->GetParameterCount = &GetParameterCount;
        table->GetParameterData = &GetParameterData;
        table->AddParameterData = &AddParameterData;
        return table;
    }

    private static ParamValueQueueVtbl* MakeQueue()
    {
        var table = (ParamValueQueueVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(HostileChanges), sizeof(ParamValueQueueVtbl));
        table->Unknown = new FUnknownVtbl { QueryInterface = &Query, AddRef = &Count, Release = &Count };
        table->GetParameterId = &GetParameterId;
        table->GetPointCount = &GetPointCount;
        table->GetPoint = &GetPoint;
        table->AddPoint = &AddPoint;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int Query(void* self, byte* id, void** found) => Result.NoInterface;

    [UnmanagedCallersOnly]
    private static uint Count(void* self) => 1;

    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self) => ((Changes*)self)->Told;

    [UnmanagedCallersOnly]
    private static void* GetParameterData(void* self, int index)
    {
        var changes = (Changes*)self;
        return (uint)index >= (uint)changes->There || changes->Queues[index].IsMissing != 0 ? null : &changes->Queues[index];
    }

    [UnmanagedCallersOnly]
    private static void* AddParameterData(void* self, uint* id, int* index) => null;

    [UnmanagedCallersOnly]
    private static uint GetParameterId(void* self) => ((Queue*)self)->Id;

    [UnmanagedCallersOnly]
    private static int GetPointCount(void* self) => ((Queue*)self)->Told;

    [UnmanagedCallersOnly]
    private static int GetPoint(void* self, int index, int* offset, double* value)
    {
        var queue = (Queue*)self;
        bool isThere = (uint)index < (uint)queue->There;
        if (!isThere && queue->IsEndless == 0)
            return Result.InvalidArgument;
        *offset = isThere ? queue->Points[index].Offset : index;
        *value = isThere ? queue->Points[index].Value : 0.5;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int AddPoint(void* self, int offset, double value, int* index) => Result.False;

    private struct Changes
    {
        public void* Table;
        public int There;
        public int Told;
        public Queue* Queues;
    }

    private struct Queue
    {
        public void* Table;
        public uint Id;
        public int There;
        public int Told;
        public byte IsMissing;
        public byte IsEndless;
        public Point* Points;
    }

    private readonly record struct Point(int Offset, double Value);
}
