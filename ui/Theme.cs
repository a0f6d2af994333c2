using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui;

/// <summary>
/// The colours of everything drawn, one accent a meaning: amber is the first word and what comes after the equaliser, teal the
/// second word and adaptation, the text's white the curve that plays, eight muted hues the bands.
/// </summary>
public sealed record Theme
{
    private static readonly Colour[] DarkBands =
    [
        Colour.FromRgb(0xE2725B), Colour.FromRgb(0xE89B4C), Colour.FromRgb(0xE6C34A), Colour.FromRgb(0x9CC45A),
        Colour.FromRgb(0x56B98E), Colour.FromRgb(0x57AFC9), Colour.FromRgb(0x7C93E0), Colour.FromRgb(0xB587D8),
    ];

    private readonly Colour[] _bands;

    private Theme(Colour[] bands) => _bands = bands;

    /// <summary>Light on dark.</summary>
    public static Theme Dark { get; } = new(DarkBands)
    {
        Ground = Colour.FromRgb(0x121417),
        Panel = Colour.FromRgb(0x191C21),
        Raised = Colour.FromRgb(0x242931),
        Hovered = Colour.FromRgb(0x2E343D),
        Grid = Colour.FromRgb(0x262A31),
        Line = Colour.FromRgb(0x343943),
        Text = Colour.FromRgb(0xECE9E2),
        Muted = Colour.FromRgb(0x8E949F),
        Faint = Colour.FromRgb(0x5C626D),
        OnBand = Colour.FromRgb(0x14161A),
        Amber = Colour.FromRgb(0xF3A95F),
        Teal = Colour.FromRgb(0x6CC7C1),
    };

    /// <summary>Behind everything.</summary>
    public required Colour Ground { get; init; }

    /// <summary>The ground of a panel.</summary>
    public required Colour Panel { get; init; }

    /// <summary>One step above a panel: hovered, chosen.</summary>
    public required Colour Raised { get; init; }

    /// <summary>One step above raised: what is raised, hovered.</summary>
    public required Colour Hovered { get; init; }

    /// <summary>Grid lines.</summary>
    public required Colour Grid { get; init; }

    /// <summary>Axes and outlines, one step stronger than the grid.</summary>
    public required Colour Line { get; init; }

    /// <summary>Text that is read first, and the curve that plays.</summary>
    public required Colour Text { get; init; }

    /// <summary>Text that is read second; the weakest that may carry meaning (contrast on a panel above 4.5).</summary>
    public required Colour Muted { get; init; }

    /// <summary>Only for what may be missed.</summary>
    public required Colour Faint { get; init; }

    /// <summary>Figures on a band's hue.</summary>
    public required Colour OnBand { get; init; }

    /// <summary>The first word, and what comes after the equaliser.</summary>
    public required Colour Amber { get; init; }

    /// <summary>The second word, and adaptation.</summary>
    public required Colour Teal { get; init; }

    /// <summary>The ring around what has the keyboard.</summary>
    public Colour Focus => Amber;

    /// <summary>The hue of a band; the ninth begins again with the first.</summary>
    /// <param name="index">0 or more.</param>
    public Colour Band(int index) => _bands[index % _bands.Length];
}

/// <summary>Sizes of type, in canvas units.</summary>
public static class TypeSize
{
    /// <summary>Figures on axes and second lines.</summary>
    public const double Small = 10.5;

    /// <summary>Labels.</summary>
    public const double Label = 12;

    /// <summary>Controls and values.</summary>
    public const double Control = 13;

    /// <summary>The prompt.</summary>
    public const double Prompt = 16;

    /// <summary>The title of a picture.</summary>
    public const double Title = 20;
}

/// <summary>Distances, in canvas units.</summary>
public static class Space
{
    /// <summary>Between the edge of the window or picture and its panels.</summary>
    public const double Outside = 24;

    /// <summary>Between panels.</summary>
    public const double BetweenPanels = 12;

    /// <summary>Nothing comes closer to a panel's edge than this.</summary>
    public const double InsidePanel = 16;

    /// <summary>Corner radius of a panel.</summary>
    public const double PanelRadius = 10;

    /// <summary>Corner radius of a control.</summary>
    public const double ControlRadius = 8;
}
