using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Vst3.Tests;

/// <summary>
/// A host's IPlugFrame with an IRunLoop behind it. It holds no references to what is registered, as the worst hosts, and keeps all that
/// ever was, to call it when it is too late.
/// </summary>
public static unsafe class TestFrame
{
    public static readonly void* Self = TestMenus.Wrap(MakeFrame());

    private static readonly void* RunLoop = TestMenus.Wrap(MakeRunLoop());

    public static bool HasRunLoop { get; set; }

    public static bool RefusesTimers { get; set; }

    public static int References { get; private set; }

    public static int LoopReferences { get; private set; }

    public static List<nint> Timers { get; } = [];

    public static List<nint> Events { get; } = [];

    public static List<nint> TimersEver { get; } = [];

    public static List<nint> EventsEver { get; } = [];

    public static List<string> Calls { get; } = [];

    /// <summary>What the host does when the view asks for another size.</summary>
    public static Action<ViewRect>? OnResize { get; set; }

    public static void Reset()
    {
        HasRunLoop = true;
        RefusesTimers = false;
        References = LoopReferences = 0;
        OnResize = null;
        foreach (var list in new[] { Timers, Events, TimersEver, EventsEver })
            list.Clear();
        Calls.Clear();
    }

    public static void FireAllThatEverWere()
    {
        foreach (nint timer in TimersEver)
            Fire(timer);
        foreach (nint handler in EventsEver)
            (*(EventHandlerVtbl**)handler)->OnFdIsSet((void*)handler, 5);
    }

    public static void Fire(nint timer) => (*(TimerHandlerVtbl**)timer)->OnTimer((void*)timer);

    private static void* MakeFrame()
    {
        var table = (PlugFrameVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(PlugFrameVtbl));
        table->Unknown.QueryInterface = &QueryInterface;
        table->Unknown.AddRef = &AddRef;
        table->Unknown.Release = &Release;
        table->ResizeView = &ResizeView;
        return table;
    }

    private static void* MakeRunLoop()
    {
        var table = (RunLoopVtbl*)NativeMemory.AllocZeroed((nuint)sizeof(RunLoopVtbl));
        table->Unknown.AddRef = &AddLoopRef;
        table->Unknown.Release = &ReleaseLoop;
        table->RegisterEventHandler = &RegisterEventHandler;
        table->UnregisterEventHandler = &UnregisterEventHandler;
        table->RegisterTimer = &RegisterTimer;
        table->UnregisterTimer = &UnregisterTimer;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found)
    {
        bool known = HasRunLoop && Tuid.Read(id) == InterfaceIds.RunLoop;
        *found = known ? RunLoop : null;
        LoopReferences += known ? 1 : 0;
        return known ? Result.Ok : Result.NoInterface;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)++References;

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => (uint)--References;

    [UnmanagedCallersOnly]
    private static uint AddLoopRef(void* self) => (uint)++LoopReferences;

    [UnmanagedCallersOnly]
    private static uint ReleaseLoop(void* self) => (uint)--LoopReferences;

    [UnmanagedCallersOnly]
    private static int ResizeView(void* self, void* view, ViewRect* rect)
    {
        Calls.Add($"resize {rect->Right - rect->Left}x{rect->Bottom - rect->Top}");
        OnResize?.Invoke(*rect);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int RegisterEventHandler(void* self, void* handler, int fileDescriptor)
    {
        Calls.Add($"event {fileDescriptor}");
        return Add(Events, EventsEver, handler);
    }

    [UnmanagedCallersOnly]
    private static int RegisterTimer(void* self, void* handler, ulong milliseconds)
    {
        Calls.Add($"timer {milliseconds}");
        return RefusesTimers ? Result.False : Add(Timers, TimersEver, handler);
    }

    [UnmanagedCallersOnly]
    private static int UnregisterEventHandler(void* self, void* handler) => Result.Of(Events.Remove((nint)handler));

    [UnmanagedCallersOnly]
    private static int UnregisterTimer(void* self, void* handler) => Result.Of(Timers.Remove((nint)handler));

    private static int Add(List<nint> now, List<nint> ever, void* handler)
    {
        now.Add((nint)handler);
        ever.Add((nint)handler);
        return Result.Ok;
    }
}
