namespace SemanticEq.Inference;

/// <summary>What the grammar files call a phrase's pieces; the first ones are their lines' first words.</summary>
internal enum TermKind
{
    Degree,
    Measure,
    Tame,
    More,
    Less,
    Too,
    Enough,
    Lack,
    Not,
    Keep,
    Opposite,
    Than,
    Raise,
    Lower,
    RollOff,
    Particle,
    Region,
    Shape,
    At,
    By,
    Between,
    To,
    Below,
    Above,
    Quality,
    Slope,
    Width,
    Label,
    Gain,
    And,
    Or,
    But,
    With,
    Statement,
    Wish,
    Filler,
    Context,
    Foreign,
    Word,

    /// <summary>Words with weights.</summary>
    Mix,

    /// <summary>A word that nothing knows.</summary>
    Unknown,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A comma, or a dash between words.</summary>
    Comma,

    /// <summary>The end of a sentence.</summary>
    Stop,

    /// <summary>A dash between numbers.</summary>
    Dash,
}
