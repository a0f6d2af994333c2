using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The sign before a legend's text.</summary>
internal enum LegendMark
{
    /// <summary>A grey area.</summary>
    Input,

    /// <summary>An amber line.</summary>
    Output,

    /// <summary>A teal line.</summary>
    SideChain,

    /// <summary>A thin line above a thicker one.</summary>
    Hold,

    /// <summary>A snowflake.</summary>
    Freeze,
}

/// <summary>A word of the legend that switches what it names.</summary>
internal sealed class LegendToggle(string text, string name, LegendMark mark, Func<bool> isOn, Action toggle) : PressWidget
{
    private const double Padding = 6, MarkWidth = 12, MarkGap = 5;

    private bool _wasOn = isOn();

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Toggle;

    /// <inheritdoc/>
    public override string AccessibleName => name;

    /// <inheritdoc/>
    public override string AccessibleValue => isOn() ? "on" : "off";

    /// <summary>The width that it wants, in canvas units.</summary>
    public double WantedWidth(IScene scene) => (2 * Padding) + MarkWidth + MarkGap + scene.MeasureWidth(text, Style(default));

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (isOn() == _wasOn)
            return;
        _wasOn = isOn();
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Press() => toggle();

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        bool on = isOn();
        if (IsHovered)
            canvas.FillRoundedRectangle(Bounds, Space.ControlRadius - 2, theme.Raised);
        DrawMark(canvas, new Point(Bounds.Left + Padding + (MarkWidth / 2), Bounds.Centre.Y), on, theme);
        TextStyle style = Style(on ? theme.Text : theme.Muted);
        canvas.Text(text, Bounds.Left + Padding + MarkWidth + MarkGap, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
    }

    private void DrawMark(ICanvas canvas, Point centre, bool on, Theme theme)
    {
        Colour line = on ? theme.AmberFill : theme.Faint;
        var left = new Point(centre.X - (MarkWidth / 2), centre.Y);
        var right = new Point(centre.X + (MarkWidth / 2), centre.Y);
        switch (mark)
        {
            case LegendMark.Input:
                canvas.FillRoundedRectangle(
                    Rectangle.FromEdges(left.X, centre.Y - 4, right.X, centre.Y + 4), 2, on ? theme.Muted.WithOpacity(0.6) : theme.Line);
                break;
            case LegendMark.Output:
                canvas.Line(left, right, line, new Pen(2, LineCap.Round));
                break;
            case LegendMark.SideChain:
                canvas.Line(left, right, on ? theme.TealFill : theme.Faint, new Pen(2, LineCap.Round));
                break;
            case LegendMark.Hold:
                canvas.Line(left with { Y = centre.Y - 3 }, right with { Y = centre.Y - 3 }, line, new Pen(1, LineCap.Round));
                canvas.Line(left with { Y = centre.Y + 2 }, right with { Y = centre.Y + 2 }, theme.Faint, new Pen(2, LineCap.Round));
                break;
            default:
                IconPaths.Draw(canvas, Icon.Snowflake, centre, MarkWidth, on ? theme.TealFill : theme.Faint);
                break;
        }
    }

    private static TextStyle Style(Colour colour) => new(TypeSize.Small, colour);
}
