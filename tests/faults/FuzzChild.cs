using System.Diagnostics;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Faults;

/// <summary>Cases by number: the same number does the same to the plug-in.</summary>
internal interface IFuzz
{
    /// <summary>Runs one.</summary>
    /// <exception cref="FaultException">The plug-in has not done what it must.</exception>
    void Run(int number);
}

/// <summary>
/// Runs cases in this process, which may die of them: the number of the case in hand stands in a file, so that whoever started this can name
/// it. One that takes too long ends the process too.
/// </summary>
internal static class FuzzChild
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // What a runtime, its heap and two instances come to, and again as much.
    private const long MostGrowthKiB = 256 * 1024;
    private const int CasesToWarm = 300;

    /// <summary>Runs cases [from, to).</summary>
    /// <returns>0, or 1 where one went wrong.</returns>
    public static int Run(string kind, PluginLibrary library, int seed, int from, int to, int total, string markFile)
    {
        using var mark = File.OpenHandle(markFile, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        long begun = Stopwatch.GetTimestamp();
        int current = from;
        using var watch = new Timer(_ =>
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref begun)) <= Longest)
                return;
            Console.WriteLine($"case {current} has not come back for {Longest.TotalSeconds:0} s");
            Environment.Exit(1);
        }, null, 1000, 1000);
        IFuzz fuzz = kind == "states" ? new StateFuzz(library, seed, total) : new StreamFuzz(library, seed);
        long warm = 0;
        for (int number = from; number < to; number++)
        {
            current = number;
            Interlocked.Exchange(ref begun, Stopwatch.GetTimestamp());
            RandomAccess.Write(mark, BitConverter.GetBytes(number), 0);
            fuzz.Run(number);
            if (number - from == CasesToWarm)
                warm = PeakKiB();
        }
        long growth = warm == 0 ? 0 : PeakKiB() - warm;
        ((IDisposable)fuzz).Dispose();
        Console.WriteLine($"{to - from} {kind}; the most memory {PeakKiB() / 1024} MiB, of it {growth / 1024} since the first {CasesToWarm}");
        if (growth > MostGrowthKiB)
            throw new FaultException($"the process grew by {growth / 1024} MiB");
        return 0;
    }

    private static long PeakKiB()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024;
    }
}
