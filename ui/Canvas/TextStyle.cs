namespace SemanticEq.Ui.Canvas;

/// <summary>Weight of type, as CSS counts it.</summary>
public enum FontWeight
{
    /// <summary>400, for reading.</summary>
    Regular = 400,

    /// <summary>500, for what is chosen.</summary>
    Medium = 500,

    /// <summary>600, for titles.</summary>
    SemiBold = 600,
}

/// <summary>Which point of a line of text lies at the given x.</summary>
public enum TextAlign
{
    /// <summary>Its left end.</summary>
    Left,

    /// <summary>Its middle.</summary>
    Centre,

    /// <summary>Its right end.</summary>
    Right,
}

/// <summary>How a line of text is set.</summary>
/// <param name="Size">Type size (em) in canvas units.</param>
/// <param name="Colour">Colour of the letters.</param>
/// <param name="Weight">Weight of the letters.</param>
/// <param name="Align">Which point of the line lies at the given x.</param>
/// <param name="Tabular">Whether every digit takes the same room, so that a number that changes stands still.</param>
public readonly record struct TextStyle(
    double Size, Colour Colour, FontWeight Weight = FontWeight.Regular, TextAlign Align = TextAlign.Left, bool Tabular = false)
{
    // Half the cap height of Inter (0.727 em); DejaVu Sans, the usual fallback, has 0.729.
    private const double HalfCapHeightEm = 0.364;

    /// <summary>How far below a middle line the baseline lies when capitals and figures are centred on that line.</summary>
    public double BaselineBelowMiddle => HalfCapHeightEm * Size;

    /// <summary>The same style, aligned otherwise.</summary>
    public TextStyle Aligned(TextAlign align) => this with { Align = align };
}
