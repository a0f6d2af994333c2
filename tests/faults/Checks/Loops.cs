using System.Diagnostics;
using SemanticEq.Host.Hosting;

namespace SemanticEq.Faults.Checks;

/// <summary>A host that loads the plug-in, plays it and leaves it, again and again: it sounds as the first time, and nothing piles up.</summary>
internal static class Loops
{
    private const int Rounds = 200;
    private const int RoundsToWarm = 20;
    private const long MostGrowth = 32 * 1024 * 1024;

    public static void Run(string bundle)
    {
        double[]? first = null;
        long warm = 0;
        int threads = 0;
        for (int round = 1; round <= Rounds; round++)
        {
            using (var library = PluginLibrary.Open(new PluginBundle(bundle)))
            using (var rig = new Rig(library))
            {
                double[] heard = rig.Render(States.Good);
                first ??= heard;
                if (!heard.AsSpan().SequenceEqual(first))
                    throw new FaultException($"round {round} does not sound as the first");
            }
            if (round == RoundsToWarm)
                (warm, threads) = Held();
        }
        var (memory, atTheEnd) = Held();
        Console.WriteLine($"{(memory - warm) / 1024} KiB and {atTheEnd - threads} threads more after {Rounds} rounds than after {RoundsToWarm}");
        if (memory - warm > MostGrowth || atTheEnd > threads + 2)
            throw new FaultException("something piles up");
    }

    private static (long Bytes, int Threads) Held()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return (process.WorkingSet64, process.Threads.Count);
    }
}
