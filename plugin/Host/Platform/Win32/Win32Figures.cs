using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SemanticEq.Host.Platform.Win32;

/// <summary>What this process holds, from kernel32.</summary>
internal static unsafe partial class Win32Figures
{
    private const long NanosecondsPerTick = 100;
    private const nint ThisThread = -2;

    /// <summary>Open handles.</summary>
    public static int Handles => Ask(process => process.HandleCount);

    /// <summary>Threads.</summary>
    public static int Threads => Ask(process => process.Threads.Count);

    /// <summary>Resident memory.</summary>
    public static long ResidentBytes => Ask(process => process.WorkingSet64);

    /// <summary>The time that this thread has been on a processor.</summary>
    public static long ThreadNanoseconds()
    {
        long created, ended, kernel, user;
        return GetThreadTimes(ThisThread, &created, &ended, &kernel, &user) != 0 ? NanosecondsPerTick * (kernel + user) : 0;
    }

    private static T Ask<T>(Func<Process, T> figure)
    {
        using var process = Process.GetCurrentProcess();
        return figure(process);
    }

    [LibraryImport("kernel32")] private static partial int GetThreadTimes(nint thread, long* created, long* ended, long* kernel, long* user);
}
