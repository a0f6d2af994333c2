namespace SemanticEq.Bench.Running;

/// <summary>Something that is timed, always in turns with all the others.</summary>
/// <param name="name">As in the table.</param>
/// <param name="units">Units (frames, calls) that one <see cref="Run"/> does. Some 50 µs to 10 ms of work are right: the timer
/// is lost in it, and all get their turn before the machine changes its mind about its speed.</param>
internal abstract class Subject(string name, int units) : IDisposable
{
    /// <summary>As in the table.</summary>
    public string Name { get; } = name;

    /// <summary>Units that one <see cref="Run"/> does.</summary>
    public int Units { get; } = units;

    /// <summary>Readies the next run; not timed.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>What is timed.</summary>
    public abstract void Run();

    /// <summary>Throws where the last run did not do what its name says: a figure for nothing is worse than none.</summary>
    public abstract void Check();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}
