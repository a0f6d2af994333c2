namespace SemanticEq.Host.Listening;

/// <summary>What <c>listen</c> has to tell of a file. Scores are null in silence.</summary>
internal sealed record ListeningReport
{
    /// <summary>The file.</summary>
    public required HeardTrack Track { get; init; }

    /// <summary>The words that are told of, in the order in which they are told.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Their scores over all of it.</summary>
    public required IReadOnlyList<double?> Overall { get; init; }

    /// <summary>Their scores in each window.</summary>
    public required IReadOnlyList<WindowScores> Windows { get; init; }

    /// <summary>Its sections.</summary>
    public required IReadOnlyList<HeardSection> Sections { get; init; }

    /// <summary>The file that it is compared with; null for none.</summary>
    public required HeardTrack? Against { get; init; }

    /// <summary>How far the words moved from there; null without it.</summary>
    public required IReadOnlyList<double?>? Change { get; init; }
}

/// <summary>A window's scores.</summary>
/// <param name="Window">The window.</param>
/// <param name="Scores">One for each word; null in silence.</param>
internal sealed record WindowScores(HeardWindow Window, IReadOnlyList<double?> Scores);

/// <summary>A part that sounds alike.</summary>
/// <param name="StartSeconds">Where it begins.</param>
/// <param name="EndSeconds">Where it ends.</param>
/// <param name="Top">The words heard most in it, most first; none in silence.</param>
internal sealed record HeardSection(double StartSeconds, double EndSeconds, IReadOnlyList<string> Top);
