using System.Runtime.InteropServices;

namespace SemanticEq.Inference.Platform;

/// <summary>
/// A wait for a signal with a bound that is kept to the millisecond or so. Windows' usual clock ticks every 15.6 ms, longer than the pipeline's
/// whole lead: there a timer of high resolution (Windows 10 1803 and later) ends the wait. One thread's own; allocates nothing.
/// </summary>
/// <param name="signal">What ends the wait before its time; not disposed of.</param>
internal sealed partial class PreciseWait(AutoResetEvent signal) : IDisposable
{
    private const uint HighResolution = 0x2; // CREATE_WAITABLE_TIMER_HIGH_RESOLUTION
    private const uint AllAccess = 0x1F0003; // TIMER_ALL_ACCESS
    private const uint Endless = uint.MaxValue;
    private const long HundredNanosecondsPerMillisecond = 10_000;

    private readonly nint _timer = OperatingSystem.IsWindows() ? CreateWaitableTimerEx(0, 0, HighResolution, AllAccess) : 0;

    /// <summary>Waits for the signal.</summary>
    /// <param name="milliseconds">At most, or <see cref="Timeout.Infinite"/>.</param>
    public void Wait(int milliseconds)
    {
        if (_timer == 0 || milliseconds == Timeout.Infinite || !TryWaitByTimer(milliseconds))
            signal.WaitOne(milliseconds);
    }

    /// <summary>Gives the timer back.</summary>
    public void Dispose()
    {
        if (_timer != 0)
            _ = CloseHandle(_timer);
    }

    private unsafe bool TryWaitByTimer(int milliseconds)
    {
        long due = -milliseconds * HundredNanosecondsPerMillisecond;
        if (SetWaitableTimer(_timer, &due, 0, 0, 0, 0) == 0)
            return false;
        nint* handles = stackalloc nint[] { signal.SafeWaitHandle.DangerousGetHandle(), _timer };
        _ = WaitForMultipleObjects(2, handles, 0, Endless);
        return true;
    }

    [LibraryImport("kernel32", EntryPoint = "CreateWaitableTimerExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint CreateWaitableTimerEx(nint security, nint name, uint flags, uint access);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int SetWaitableTimer(nint timer, long* due, int period, nint completion, nint argument, int resume);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial uint WaitForMultipleObjects(uint count, nint* handles, int all, uint milliseconds);

    [LibraryImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CloseHandle(nint handle);
}
