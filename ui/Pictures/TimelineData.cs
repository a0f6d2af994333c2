namespace SemanticEq.Ui.Pictures;

/// <summary>What a picture of a track over time shows.</summary>
public sealed record TimelineData
{
    /// <summary>The first line. Cut to one line.</summary>
    public required string Title { get; init; }

    /// <summary>The second line. Cut to one line.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>How long the track is, in s, above 0.</summary>
    public required double Seconds { get; init; }

    /// <summary>The middles of the windows, in s, rising.</summary>
    public required double[] TimesSeconds { get; init; }

    /// <summary>Their loudness in LUFS, one for each; not a number in silence.</summary>
    public required double[] LevelsLufs { get; init; }

    /// <summary>The descriptors, most important first.</summary>
    public IReadOnlyList<TimelineLine> Lines { get; init; } = [];

    /// <summary>The sections, in their order.</summary>
    public IReadOnlyList<TimelineSection> Sections { get; init; } = [];
}

/// <summary>A descriptor over time.</summary>
/// <param name="Word">Its name.</param>
/// <param name="Scores">How strongly it is heard, one for each window; not a number in silence. 0 is an average recording.</param>
public sealed record TimelineLine(string Word, double[] Scores);

/// <summary>A part of a track that sounds alike.</summary>
/// <param name="StartSeconds">Where it begins.</param>
/// <param name="EndSeconds">Where it ends.</param>
/// <param name="Top">The words heard most in it, most first.</param>
public sealed record TimelineSection(double StartSeconds, double EndSeconds, IReadOnlyList<string> Top);
