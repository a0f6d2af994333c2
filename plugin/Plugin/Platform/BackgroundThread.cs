using System.Runtime.InteropServices;

namespace SemanticEq.Plugin.Platform;

/// <summary>Work that may wait for everything else.</summary>
internal static partial class BackgroundThread
{
    private const int PriorityOfProcess = 0;
    private const int ThisThread = 0;
    private const int Nice = 10;

    /// <summary>Lowers the calling thread's priority; where that is refused it stays. .NET's own setting does nothing on Linux.</summary>
    public static void Lower()
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(PriorityOfProcess, ThisThread, Nice);
        else
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    // On Linux of a thread, whatever POSIX says of processes (setpriority(2), "Bugs").
    [LibraryImport("libc.so.6", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
