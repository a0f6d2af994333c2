using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Where everything stands in a window of a size: say it (prompt), see it (curve, map), shape it (macros, output), trust it (ear). The
/// curve takes the room first, then the map; what is left of it in a small window is always usable.
/// </summary>
public sealed record EditorLayout
{
    /// <summary>The smallest window, in canvas units.</summary>
    public static readonly Size Least = new(640, 400);

    /// <summary>The window when it is opened for the first time.</summary>
    public static readonly Size Usual = new(1120, 700);

    // Under these widths the map folds into a drawer and the ear into one line.
    private const double MapWidth = 820;
    private const double EarWidth = 700;

    // The share of the middle's width that is the map's, as drawn at the usual size, and what it needs and can use.
    private const double MapShare = 0.3134;
    private const double LeastMap = 272;
    private const double MostMap = 640;

    // The knobs have their full size, and the output its row, before the rest has.
    private const double ControlsFirst = 1.6;

    /// <summary>The whole window.</summary>
    public required Rectangle Window { get; init; }

    /// <summary>Name, presets, undo, A/B, bypass.</summary>
    public required Rectangle Header { get; init; }

    /// <summary>The prompt line.</summary>
    public required Rectangle Prompt { get; init; }

    /// <summary>The curve.</summary>
    public required Rectangle Curve { get; init; }

    /// <summary>The word map; over curve and knobs while it is a drawer.</summary>
    public required Rectangle Map { get; init; }

    /// <summary>The macros.</summary>
    public required Rectangle Macros { get; init; }

    /// <summary>Amount, Adapt, output and meters.</summary>
    public required Rectangle Output { get; init; }

    /// <summary>What is heard against what was asked.</summary>
    public required Rectangle Ear { get; init; }

    /// <summary>Where the window is resized by its corner.</summary>
    public required Rectangle Grip { get; init; }

    /// <summary>Whether the map is a drawer, opened on demand.</summary>
    public required bool IsMapDrawer { get; init; }

    /// <summary>Whether the ear is one line.</summary>
    public required bool IsEarOneLine { get; init; }

    /// <summary>The layout of a window; one smaller than <see cref="Least"/> is laid out as that.</summary>
    public static EditorLayout For(Size size)
    {
        double width = Math.Max(size.Width, Least.Width), height = Math.Max(size.Height, Least.Height);
        // From 0 in the smallest window to 1 in the usual one: distances grow with the room.
        double room = Math.Clamp(Math.Min((width - Least.Width) / (Usual.Width - Least.Width), (height - Least.Height) / (Usual.Height - Least.Height)), 0, 1);
        double outside = Between(12, Space.Outside, room), gap = Between(6, 14, room);
        bool isDrawer = width < MapWidth, isOneLine = width < EarWidth;
        double left = outside, right = width - outside, inner = right - left;

        var header = Rectangle.FromEdges(left, Between(6, 12, room), right, Between(6, 12, room) + 32);
        var prompt = new Rectangle(left, header.Bottom + gap, inner, Between(36, 46, room));
        double earHeight = isOneLine ? 28 : Between(40, 50, room);
        var ear = new Rectangle(left, height - outside - earHeight, inner, earHeight);
        double controls = Between(96, 164, Math.Min(1, ControlsFirst * room));
        double controlsTop = ear.Top - gap - controls;
        double middleTop = prompt.Bottom + gap, middleBottom = controlsTop - gap;

        double map = Math.Clamp(inner * MapShare, LeastMap, MostMap);
        double side = isDrawer ? Math.Max(216, inner * 0.33) : map;
        double sideLeft = right - side;
        double split = sideLeft - Space.BetweenPanels;
        return new EditorLayout
        {
            Window = new Rectangle(0, 0, width, height),
            Header = header,
            Prompt = prompt,
            Curve = Rectangle.FromEdges(left, middleTop, isDrawer ? right : split, middleBottom),
            Map = isDrawer
                ? Rectangle.FromEdges(right - Math.Min(inner * 0.6, 400), middleTop, right, controlsTop + controls)
                : Rectangle.FromEdges(sideLeft, middleTop, right, middleBottom),
            Macros = Rectangle.FromEdges(left, controlsTop, split, controlsTop + controls),
            Output = Rectangle.FromEdges(sideLeft, controlsTop, right, controlsTop + controls),
            Ear = ear,
            Grip = Rectangle.FromEdges(width - 18, height - 18, width, height),
            IsMapDrawer = isDrawer,
            IsEarOneLine = isOneLine,
        };
    }

    private static double Between(double least, double usual, double room) => Math.Round(least + ((usual - least) * room));
}
