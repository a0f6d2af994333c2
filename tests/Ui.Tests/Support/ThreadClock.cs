using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Tests;

/// <summary>How long this thread has run: what it costs does not grow because others run too.</summary>
internal static partial class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of Linux, clock_gettime(2).
    private const int ThreadTime = 3;

    /// <summary>In ms.</summary>
    public static double Milliseconds
    {
        get
        {
            TimeSpec time = default;
            return ClockGetTime(ThreadTime, ref time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds * 1e-6) : double.NaN;
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, ref TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
