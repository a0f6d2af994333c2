using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

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

    // Dark enough to be read as text on every ground, and under white figures.
    private static readonly Colour[] LightBands =
    [
        Colour.FromRgb(0xAB3C24), Colour.FromRgb(0x915109), Colour.FromRgb(0x7C5D00), Colour.FromRgb(0x476C14),
        Colour.FromRgb(0x0D6F4F), Colour.FromRgb(0x0B6A84), Colour.FromRgb(0x4459BD), Colour.FromRgb(0x7D46AE),
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
        Floating = Colour.FromRgb(0x242931),
        Shadow = Colour.FromRgb(0).WithOpacity(0.09),
        Well = Colour.FromRgb(0x14171A),
        Grid = Colour.FromRgb(0x262A31),
        Line = Colour.FromRgb(0x343943),
        Text = Colour.FromRgb(0xECE9E2),
        Muted = Colour.FromRgb(0x8E949F),
        Faint = Colour.FromRgb(0x5C626D),
        OnBand = Colour.FromRgb(0x14161A),
        Amber = Colour.FromRgb(0xF3A95F),
        AmberFill = Colour.FromRgb(0xF3A95F),
        Teal = Colour.FromRgb(0x6CC7C1),
        TealFill = Colour.FromRgb(0x6CC7C1),
        Warning = Colour.FromRgb(0xF08A73),
        ChipOpacity = 0.14,
    };

    /// <summary>Dark on light: the same steps in reverse.</summary>
    public static Theme Light { get; } = new(LightBands)
    {
        Ground = Colour.FromRgb(0xFAFAF8),
        Panel = Colour.FromRgb(0xF0F1F2),
        Raised = Colour.FromRgb(0xE2E5E9),
        Hovered = Colour.FromRgb(0xD5D9DF),
        Floating = Colour.FromRgb(0xFFFFFF),
        Shadow = Colour.FromRgb(0x1B1E23).WithOpacity(0.03),
        Well = Colour.FromRgb(0xFBFBFB),
        Grid = Colour.FromRgb(0xDFE2E6),
        Line = Colour.FromRgb(0xC6CBD2),
        Text = Colour.FromRgb(0x1B1E23),
        Muted = Colour.FromRgb(0x555B66),
        Faint = Colour.FromRgb(0x8A909B),
        OnBand = Colour.FromRgb(0xFFFFFF),
        Amber = Colour.FromRgb(0x955000),
        AmberFill = Colour.FromRgb(0xC76B10),
        Teal = Colour.FromRgb(0x00696B),
        TealFill = Colour.FromRgb(0x118B89),
        Warning = Colour.FromRgb(0xA8321A),
        ChipOpacity = 0.12,
    };

    /// <summary>The colours that a user has chosen.</summary>
    public static Theme Of(ThemeChoice choice) => choice == ThemeChoice.Light ? Light : Dark;

    /// <summary>Behind everything.</summary>
    public required Colour Ground { get; init; }

    /// <summary>The ground of a panel.</summary>
    public required Colour Panel { get; init; }

    /// <summary>One step above a panel: hovered, chosen.</summary>
    public required Colour Raised { get; init; }

    /// <summary>One step above raised: what is raised, hovered.</summary>
    public required Colour Hovered { get; init; }

    /// <summary>The ground of what comes up above all others: menus, tooltips.</summary>
    public required Colour Floating { get; init; }

    /// <summary>One layer of their shadow.</summary>
    public required Colour Shadow { get; init; }

    /// <summary>What is typed into, and the troughs of meters and scroll bars: a step from any ground that they lie on.</summary>
    public required Colour Well { get; init; }

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

    /// <summary>The first word, and what comes after the equaliser; can be read as text.</summary>
    public required Colour Amber { get; init; }

    /// <summary>The same meaning where it is a shape, not text: arcs, bars, spots (contrast above 3).</summary>
    public required Colour AmberFill { get; init; }

    /// <summary>The second word, and adaptation; can be read as text.</summary>
    public required Colour Teal { get; init; }

    /// <summary>The same meaning where it is a shape, not text (contrast above 3).</summary>
    public required Colour TealFill { get; init; }

    /// <summary>What went wrong: always beside words that say so.</summary>
    public required Colour Warning { get; init; }

    /// <summary>How strongly a tag's ground is tinted with its own colour, 0 to 1; the colour can still be read on it.</summary>
    public required double ChipOpacity { get; init; }

    /// <summary>The ring around what has the keyboard.</summary>
    public Colour Focus => AmberFill;

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
