using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Objects;

/// <summary>
/// An ITimerHandler or IEventHandler in a host's run loop. Once silenced, a call that comes late finds nobody: hosts have called
/// handlers that were unregistered, and some without holding a reference, so the memory of ended ones stays readable for a while. Main thread.
/// </summary>
internal unsafe struct CallbackObject
{
    private const int KeptAfterTheEnd = 256;

    private static readonly TimerHandlerVtbl* Timer = MakeTimer();
    private static readonly EventHandlerVtbl* Event = MakeEvent();
    private static readonly Queue<nint> Ended = new();

    private void* _table;
    private int _references;
    private nint _callback;

    /// <summary>Makes a handler with one reference.</summary>
    public static CallbackObject* Create(bool isTimer, Action callback)
    {
        var self = (CallbackObject*)NativeMemory.AllocZeroed((nuint)sizeof(CallbackObject));
        self->_table = isTimer ? Timer : Event;
        self->_references = 1;
        self->_callback = GCHandle.ToIntPtr(GCHandle.Alloc(callback));
        return self;
    }

    /// <summary>From now on nothing is called back.</summary>
    public static void Silence(CallbackObject* self)
    {
        nint callback = Interlocked.Exchange(ref self->_callback, 0);
        if (callback != 0)
            GCHandle.FromIntPtr(callback).Free();
    }

    /// <summary>Lets go of one reference.</summary>
    public static uint Let(CallbackObject* self)
    {
        int left = Interlocked.Decrement(ref self->_references);
        if (left == 0)
            Retire(self);
        // A host that releases once too often must not end it twice.
        return (uint)Math.Max(0, left);
    }

    private static void Retire(CallbackObject* self)
    {
        Silence(self);
        lock (Ended)
        {
            Ended.Enqueue((nint)self);
            if (Ended.Count > KeptAfterTheEnd)
                NativeMemory.Free((void*)Ended.Dequeue());
        }
    }

    private static TimerHandlerVtbl* MakeTimer()
    {
        var table = NativeTable.Allocate<TimerHandlerVtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->OnTimer = &OnTimer;
        return table;
    }

    private static EventHandlerVtbl* MakeEvent()
    {
        var table = NativeTable.Allocate<EventHandlerVtbl>();
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->OnFdIsSet = &OnFdIsSet;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found)
    {
        if (found == null)
            return Result.InvalidArgument;
        var own = ((CallbackObject*)self)->_table == Timer ? InterfaceIds.TimerHandler : InterfaceIds.EventHandler;
        var wanted = Tuid.Read(id);
        bool known = wanted == own || wanted == InterfaceIds.FUnknown;
        *found = known ? self : null;
        if (known)
            _ = Interlocked.Increment(ref ((CallbackObject*)self)->_references);
        return known ? Result.Ok : Result.NoInterface;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)Interlocked.Increment(ref ((CallbackObject*)self)->_references);

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => Let((CallbackObject*)self);

    [UnmanagedCallersOnly]
    private static void OnTimer(void* self) => Call((CallbackObject*)self);

    [UnmanagedCallersOnly]
    private static void OnFdIsSet(void* self, int fileDescriptor) => Call((CallbackObject*)self);

    private static void Call(CallbackObject* self)
    {
        try
        {
            nint callback = self->_callback;
            if (callback != 0)
                ((Action)GCHandle.FromIntPtr(callback).Target!)();
        }
        catch
        {
            // Nobody is there to hear of it: the next call may go better.
        }
    }
}
