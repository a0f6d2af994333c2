using SemanticEq.Inference;

namespace SemanticEq.Host.Listening;

/// <summary>What <c>listen</c> has to tell of a file. Scores are null in silence.</summary>
internal sealed record ListeningReport
{
    /// <summary>The file.</summary>
    public required HeardTrack Track { get; init; }

    /// <summary>All words that were listened for.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The places of the English ones of the listener's.</summary>
    public required IReadOnlyList<int> English { get; init; }

    /// <summary>Which of them are told of, by their places, in the order in which they are told.</summary>
    public required IReadOnlyList<int> Told { get; init; }

    /// <summary>The words' scores over all of it; null where nothing is heard.</summary>
    public required double[]? Overall { get; init; }

    /// <summary>Their scores in each of the track's windows; null in silence.</summary>
    public required IReadOnlyList<double[]?> Windows { get; init; }

    /// <summary>Its sections.</summary>
    public required IReadOnlyList<HeardSection> Sections { get; init; }

    /// <summary>The file that it is compared with; null for none.</summary>
    public required HeardTrack? Against { get; init; }

    /// <summary>How far the words moved from there; null where one of the two is silent.</summary>
    public required double[]? Change { get; init; }
}
