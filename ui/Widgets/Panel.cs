using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>A rounded ground for what belongs together, with a title if it needs one. Derive from it to put widgets on it.</summary>
/// <param name="name">Its name, for people who don't see it.</param>
/// <param name="title">What stands at its upper left; null for nothing.</param>
public abstract class Panel(string name, string? title = null) : Widget
{
    private const double TitleHeight = 28;

    private FittedText _fitted;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => name;

    // Nothing of the ground itself shows that the pointer is over it.

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <summary>Where its widgets go: inside its edges and under its title.</summary>
    protected Rectangle Content
    {
        get
        {
            Rectangle inside = Bounds.Inset(Space.InsidePanel);
            double taken = title is null ? 0 : Math.Min(TitleHeight, inside.Height);
            return inside with { Y = inside.Y + taken, Height = inside.Height - taken };
        }
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        canvas.FillRoundedRectangle(Bounds, Space.PanelRadius, context.Theme.Panel);
        if (title is null)
            return;
        var style = new TextStyle(TypeSize.Label, context.Theme.Muted);
        string shown = _fitted.Of(canvas, title, style, Math.Max(0, Bounds.Width - (2 * Space.InsidePanel)));
        canvas.Text(shown, Bounds.Left + Space.InsidePanel, Bounds.Top + Space.InsidePanel + 9, style);
    }
}
