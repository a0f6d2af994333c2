using System.Diagnostics;

namespace SemanticEq.Bench.Running;

/// <summary>The times of all subjects in all rounds.</summary>
internal sealed class Timings
{
    private readonly Dictionary<Subject, long[]> _ticks;

    public Timings(IEnumerable<Subject> subjects, int rounds) => _ticks = subjects.ToDictionary(s => s, _ => new long[rounds]);

    /// <summary>Writes down a run.</summary>
    public void Set(Subject subject, int round, long ticks) => _ticks[subject][round] = ticks;

    /// <summary>Nanoseconds a unit.</summary>
    public Spread Nanoseconds(Subject subject) => Spread.Of(PerUnit(subject));

    /// <summary>Microseconds a unit.</summary>
    public Spread Microseconds(Subject subject) => Spread.Of(PerUnit(subject).Select(ns => 1e-3 * ns));

    /// <summary>How many times faster than real time, for a subject whose units are frames.</summary>
    public Spread RealtimeFactor(Subject subject, double sampleRate) => Spread.Of(PerUnit(subject).Select(ns => 1e9 / (sampleRate * ns)));

    /// <summary>
    /// How many times one costs the other, a unit. Each round gives one ratio, of runs that were some milliseconds apart: what
    /// slows the machine down for longer than that slows both, and cancels out.
    /// </summary>
    public Spread Ratio(Subject cost, Subject over) => Spread.Of(PerUnit(cost).Zip(PerUnit(over), (a, b) => a / b));

    private IEnumerable<double> PerUnit(Subject subject) =>
        _ticks[subject].Select(ticks => 1e9 * ticks / Stopwatch.Frequency / subject.Units);
}
