using System.Diagnostics;

namespace SemanticEq.Bench.Running;

/// <summary>
/// Times subjects in turns: in each round every one runs once, in an order drawn anew from a fixed seed. An untimed run goes
/// before, so that what is timed has its own code and data in the caches, whoever ran last.
/// </summary>
internal static class Runner
{
    private const int WarmUpRounds = 20;

    /// <summary>Runs all rounds.</summary>
    public static Timings Run(IReadOnlyList<Subject> subjects, int rounds)
    {
        var timings = new Timings(subjects, rounds);
        Subject[] order = [.. subjects];
        var random = new Random(1);
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var subject in order)
            {
                subject.Prepare();
                subject.Run();
                subject.Prepare();
                long began = Stopwatch.GetTimestamp();
                subject.Run();
                long ticks = Stopwatch.GetTimestamp() - began;
                if (round >= 0)
                    timings.Set(subject, round, ticks);
            }
        }

        foreach (var subject in subjects)
            subject.Check();
        return timings;
    }
}
