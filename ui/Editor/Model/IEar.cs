namespace SemanticEq.Ui.Editor;

/// <summary>What was asked for and what is heard of it. Main thread, no allocation.</summary>
/// <remarks>
/// Scores and changes are in the listener's unit: 1 is what a word of middling strength at 100 % does to an average recording.
/// </remarks>
public interface IEar
{
    /// <summary>Whether this version listens.</summary>
    bool IsAvailable { get; }

    /// <summary>What it has to say.</summary>
    EarState State { get; }

    /// <summary>What is asked for, as people read it: "warm", "warm → bright", "warmer, not muddy"; empty for nothing.</summary>
    string Word { get; }

    /// <summary>How far towards it an average recording would go with these settings.</summary>
    double Asked { get; }

    /// <summary>How far this track went, by what is heard before and after.</summary>
    double Heard { get; }

    /// <summary>How much of the track has been heard, in s.</summary>
    double HeardSeconds { get; }

    /// <summary>An honest line where the track can't be made so, or what it waits for; empty for none.</summary>
    string Remark { get; }

    /// <summary>The two descriptors that <see cref="Moments"/> speak of: those asked for, else those heard most; empty for none.</summary>
    (string First, string Second) Followed { get; }

    /// <summary>The last minutes, one moment a second, oldest first; valid until the next tick.</summary>
    ReadOnlySpan<EarMoment> Moments { get; }

    /// <summary>Grows with each change of anything here.</summary>
    int Serial { get; }
}

/// <summary>What the ear has to say.</summary>
public enum EarState
{
    /// <summary>Nothing is asked for: the equaliser is flat.</summary>
    NothingAsked,

    /// <summary>Something is asked for, but too little was heard as yet, or nothing plays.</summary>
    Waiting,

    /// <summary>Asked and heard can be compared.</summary>
    Hearing,

    /// <summary>Hearing, and the equaliser is being fitted to the track.</summary>
    Adapting,

    /// <summary>Fitted to the track, and at rest.</summary>
    Settled,
}

/// <summary>A second of what goes out.</summary>
/// <param name="First">Score of the first followed descriptor; NaN in silence.</param>
/// <param name="Second">Score of the second; NaN in silence or where there is none.</param>
public readonly record struct EarMoment(float First, float Second);
