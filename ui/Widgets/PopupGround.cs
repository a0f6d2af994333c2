using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>Where popups lie, and what they are drawn on.</summary>
public static class PopupGround
{
    /// <summary>Between a popup and what it belongs to, in canvas units.</summary>
    public const double Gap = 4;

    private const double WindowMargin = 6;
    private const double ShadowReach = 8;
    private const int ShadowSteps = 4;

    /// <summary>
    /// The place of a popup: below its anchor and flush with its left edge; above where there is more room; always within the window, and
    /// smaller than it wants to be where that is too small.
    /// </summary>
    public static Rectangle Place(Size wanted, Rectangle anchor, Rectangle window)
    {
        Rectangle room = window.Inset(WindowMargin);
        double width = Math.Min(wanted.Width, room.Width), height = Math.Min(wanted.Height, room.Height);
        double below = anchor.Bottom + Gap, above = anchor.Top - Gap - height;
        bool fitsBelow = below + height <= room.Bottom;
        double top = fitsBelow || room.Bottom - anchor.Bottom >= anchor.Top - room.Top ? below : above;
        return new Rectangle(
            Math.Clamp(anchor.Left, room.Left, Math.Max(room.Left, room.Right - width)),
            Math.Clamp(top, room.Top, Math.Max(room.Top, room.Bottom - height)),
            width,
            height);
    }

    /// <summary>A popup's bounds and its shadow.</summary>
    public static Rectangle Around(Rectangle bounds) => bounds.Inset(-ShadowReach - 2);

    /// <summary>Draws ground, outline and shadow.</summary>
    public static void Draw(ICanvas canvas, Rectangle bounds, Theme theme)
    {
        for (int i = ShadowSteps; i > 0; i--)
        {
            double reach = ShadowReach * i / ShadowSteps;
            Rectangle shadow = bounds.Inset(-reach);
            canvas.FillRoundedRectangle(shadow with { Y = shadow.Y + 2 }, Space.ControlRadius + reach, theme.Shadow);
        }

        canvas.FillRoundedRectangle(bounds, Space.ControlRadius, theme.Floating);
        canvas.BeginPath();
        canvas.AddRoundedRectangle(bounds.Inset(0.5), Space.ControlRadius - 0.5);
        canvas.Stroke(theme.Line, new Pen(1));
    }
}
