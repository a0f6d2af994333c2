using System.Diagnostics;

namespace SemanticEq.Faults;

/// <summary>Runs fuzzing in child processes; one that dies is named by its case, and the next goes on behind it.</summary>
internal static class FuzzParent
{
    private const int MostDeaths = 10;

    /// <summary>Runs them all.</summary>
    /// <returns>How many cases went well and how many did not.</returns>
    public static (int Passed, int Failed) Run(string kind, string bundle, int seed, int total)
    {
        int failed = 0, from = 0;
        while (from < total && failed < MostDeaths)
        {
            string mark = Path.GetTempFileName();
            var (status, told) = Child.Run(["child", kind, bundle, $"{seed}", $"{from}", $"{total}", $"{total}", mark], TimeSpan.FromHours(2));
            int last = BitConverter.ToInt32([.. File.ReadAllBytes(mark), 0, 0, 0, 0]);
            File.Delete(mark);
            Console.WriteLine($"  {told.TrimEnd()}");
            if (status == 0)
                break;
            failed++;
            int first = last - (last % StateFuzz.CasesOfAnInstance);
            Console.WriteLine($"  FAIL {kind}, case {last} of seed {seed} (status {status}); again: child {kind} BUNDLE {seed} {first} {last + 1} {total} FILE");
            from = last + 1;
        }
        return (total - failed, failed);
    }
}

/// <summary>This program once more, in a process that may die.</summary>
internal static class Child
{
    /// <summary>Runs it to its end, or to the end of patience.</summary>
    /// <returns>Its status, 124 where it was ended, and what it told on both streams.</returns>
    public static (int Status, string Told) Run(string[] arguments, TimeSpan patience, Action<ProcessStartInfo>? change = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        change?.Invoke(start);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        bool hasEnded = process.WaitForExit(patience);
        if (!hasEnded)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return (hasEnded ? process.ExitCode : 124, output.Result + error.Result);
    }
}
