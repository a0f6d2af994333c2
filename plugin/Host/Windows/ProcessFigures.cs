using System.Globalization;
using SemanticEq.Host.Platform.Win32;

namespace SemanticEq.Host.Windows;

/// <summary>What this process holds, as its system tells. Main thread.</summary>
internal sealed class ProcessFigures
{
    private const double PageKilobytes = 4;

    private long _cpu = ThreadNanoseconds();
    private long _wall = Environment.TickCount64;
    private long _processCpu = (long)Environment.CpuUsage.TotalTime.TotalMilliseconds;
    private long _processWall = Environment.TickCount64;

    /// <summary>Open file descriptors; on Windows handles of all kinds.</summary>
    public static int FileDescriptors => OperatingSystem.IsWindows() ? Win32Figures.Handles : Directory.GetFileSystemEntries("/proc/self/fd").Length;

    /// <summary>Resident memory in megabytes, without this host's own garbage.</summary>
    public static double ResidentMegabytes
    {
        get
        {
            // The plug-in has a runtime of its own, which this does not reach.
            GC.Collect();
            return OperatingSystem.IsWindows() ? Win32Figures.ResidentBytes / (1024.0 * 1024) : Number(File.ReadAllText("/proc/self/statm"), 1) * PageKilobytes / 1024;
        }
    }

    /// <summary>Threads.</summary>
    public static int Threads => OperatingSystem.IsWindows() ? Win32Figures.Threads : Directory.GetFileSystemEntries("/proc/self/task").Length;

    /// <summary>The part of a core that the whole process has used since the last call, in percent; may be above 100.</summary>
    public double TakeProcessPercent()
    {
        long cpu = (long)Environment.CpuUsage.TotalTime.TotalMilliseconds, wall = Environment.TickCount64;
        double percent = 100.0 * (cpu - _processCpu) / Math.Max(1, wall - _processWall);
        (_processCpu, _processWall) = (cpu, wall);
        return percent;
    }

    /// <summary>The part of a core that this thread has used since the last call, in percent.</summary>
    public double TakeBusyPercent()
    {
        long cpu = ThreadNanoseconds(), wall = Environment.TickCount64;
        double percent = 100.0 * (cpu - _cpu) / (1e6 * Math.Max(1, wall - _wall));
        (_cpu, _wall) = (cpu, wall);
        return percent;
    }

    // Nanoseconds on a processor are the first number of schedstat.
    private static long ThreadNanoseconds() => OperatingSystem.IsWindows() ? Win32Figures.ThreadNanoseconds() : Number(File.ReadAllText("/proc/thread-self/schedstat"), 0);

    private static long Number(string text, int index) => long.Parse(text.Split(' ')[index], CultureInfo.InvariantCulture);
}
