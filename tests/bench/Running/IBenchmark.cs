namespace SemanticEq.Bench.Running;

/// <summary>One section of the report: what it wants timed, and what it makes of the times.</summary>
internal interface IBenchmark
{
    /// <summary>What is timed; none for a section of figures that are not times. Owned by the runner's caller.</summary>
    IReadOnlyList<Subject> Subjects { get; }

    /// <summary>The figures, in the table's order.</summary>
    IEnumerable<Measurement> Measure(Timings timings);

    /// <summary>What the reader should know of the section, a line each.</summary>
    IReadOnlyList<string> Remarks => [];
}
