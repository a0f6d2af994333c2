using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Windows;

/// <summary>A run loop, the host's own and a plug-in's IRunLoop. The thread that turns it.</summary>
internal sealed unsafe class RunLoop : IDisposable
{
    private static readonly RunLoopVtbl* Table = MakeTable();

    private readonly List<(int Fd, Action Ready)> _own = [];
    private readonly List<(int Fd, nint Handler)> _events = [];
    private readonly List<Timer> _timers = [];
    private readonly SystemWait _wait = SystemWait.Create();
    private long _timerCalls;
    private HostObject* _self;

    public RunLoop() => _self = HostObject.Create(Table, InterfaceIds.RunLoop, this);

    /// <summary>The IRunLoop.</summary>
    public HostObject* Pointer => _self;

    /// <summary>How often timers of the plug-in have been called, by this loop or by the system.</summary>
    public long TimerCalls => _timerCalls + _wait.TimerCalls;

    /// <summary>Handlers of the plug-in that are registered now.</summary>
    public int Handlers => _events.Count + _timers.Count;

    /// <summary>A pause before each turn, in milliseconds: a host that is busy with other things.</summary>
    public int SlownessMilliseconds { get; init; }

    /// <summary>Opens standard input, to be read when its file descriptor can be.</summary>
    public Stream OpenInput() => _wait.OpenInput();

    /// <summary>Watches a file descriptor of the host's own.</summary>
    public void Watch(int fileDescriptor, Action ready) => _own.Add((fileDescriptor, ready));

    /// <summary>Called before each wait, for what was read already and so wakes nobody.</summary>
    public Action? BeforeWaiting { get; set; }

    /// <summary>Watches it no more.</summary>
    public void Forget(int fileDescriptor) => _ = _own.RemoveAll(entry => entry.Fd == fileDescriptor);

    /// <summary>Waits for what comes first, a file descriptor or a timer, and calls who waits for it.</summary>
    /// <param name="milliseconds">At most so long.</param>
    public void Turn(int milliseconds)
    {
        if (SlownessMilliseconds > 0)
            Thread.Sleep(SlownessMilliseconds);
        BeforeWaiting?.Invoke();
        int count = _own.Count + _events.Count;
        Span<int> descriptors = stackalloc int[count];
        Span<bool> isReady = stackalloc bool[count];
        for (int i = 0; i < count; i++)
            descriptors[i] = i < _own.Count ? _own[i].Fd : _events[i - _own.Count].Fd;
        _wait.Wait(descriptors, isReady, UntilNextTimer(milliseconds));
        for (int i = 0; i < count; i++)
        {
            if (isReady[i])
                CallReady(descriptors[i]);
        }
        CallTimers();
    }

    /// <summary>Turns until a moment has passed.</summary>
    public void TurnFor(int milliseconds)
    {
        long began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalMilliseconds < milliseconds)
            Turn(5);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self != null)
            _ = HostObject.Let(_self);
        _self = null;
        _wait.Dispose();
    }

    private int UntilNextTimer(int milliseconds)
    {
        double wait = milliseconds;
        foreach (var timer in _timers)
            wait = Math.Min(wait, timer.Due - Now);
        return (int)Math.Ceiling(Math.Max(0, wait));
    }

    // By number, not by place: each call may register and unregister at will.
    private void CallReady(int fileDescriptor)
    {
        foreach (var (fd, ready) in _own.ToArray())
        {
            if (fd == fileDescriptor)
                ready();
        }
        foreach (var entry in _events.ToArray())
        {
            if (entry.Fd == fileDescriptor && _events.Contains(entry))
                (*(EventHandlerVtbl**)entry.Handler)->OnFdIsSet((void*)entry.Handler, fileDescriptor);
        }
    }

    private void CallTimers()
    {
        foreach (var timer in _timers.ToArray())
        {
            if (timer.Due > Now || !_timers.Contains(timer))
                continue;
            // A host that was busy calls once, not once for each time that it missed.
            timer.Due = Now + timer.Milliseconds;
            (*(TimerHandlerVtbl**)timer.Handler)->OnTimer((void*)timer.Handler);
            _timerCalls++;
        }
    }

    private static double Now => 1000.0 * Stopwatch.GetTimestamp() / Stopwatch.Frequency;

    private static RunLoopVtbl* MakeTable()
    {
        var table = (RunLoopVtbl*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(RunLoop), sizeof(RunLoopVtbl));
        table->Unknown = HostObject.Unknown;
        table->RegisterEventHandler = &RegisterEventHandler;
        table->UnregisterEventHandler = &UnregisterEventHandler;
        table->RegisterTimer = &RegisterTimer;
        table->UnregisterTimer = &UnregisterTimer;
        return table;
    }

    private static RunLoop Owner(void* self) => HostObject.Owner<RunLoop>(self);

    [UnmanagedCallersOnly]
    private static int RegisterEventHandler(void* self, void* handler, int fileDescriptor)
    {
        if (handler == null || fileDescriptor < 0)
            return Result.InvalidArgument;
        FUnknown.AddRef(handler);
        Owner(self)._events.Add((fileDescriptor, (nint)handler));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int UnregisterEventHandler(void* self, void* handler)
    {
        int removed = Owner(self)._events.RemoveAll(entry => entry.Handler == (nint)handler);
        for (int i = 0; i < removed; i++)
            FUnknown.Release(handler);
        return Result.Of(removed > 0);
    }

    [UnmanagedCallersOnly]
    private static int RegisterTimer(void* self, void* handler, ulong milliseconds)
    {
        if (handler == null || milliseconds is 0 or > int.MaxValue)
            return Result.InvalidArgument;
        FUnknown.AddRef(handler);
        Owner(self)._timers.Add(new Timer((nint)handler, (int)milliseconds) { Due = Now + milliseconds });
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int UnregisterTimer(void* self, void* handler)
    {
        int removed = Owner(self)._timers.RemoveAll(timer => timer.Handler == (nint)handler);
        for (int i = 0; i < removed; i++)
            FUnknown.Release(handler);
        return Result.Of(removed > 0);
    }

    private sealed class Timer(nint handler, int milliseconds)
    {
        public nint Handler => handler;

        public int Milliseconds => milliseconds;

        public double Due { get; set; }
    }
}
