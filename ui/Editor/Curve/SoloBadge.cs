using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>Says that one band is heard alone, so that nobody forgets; a click ends it.</summary>
internal sealed class SoloBadge(ISignals signals) : PressWidget
{
    /// <summary>Height that it wants, in canvas units.</summary>
    public const double Height = 24;

    /// <summary>Width that it wants, in canvas units.</summary>
    public const double Width = 148;

    private const double Padding = 10, IconSize = 14, IconGap = 6;

    private string _text = "";

    /// <inheritdoc/>
    public override string AccessibleName => $"{_text}. Press to end.";

    /// <summary>Names the band that is heard alone; null hides it.</summary>
    public void Show(BandEdit? band)
    {
        if (band is not null && !_text.StartsWith(band.Name, StringComparison.Ordinal))
            _text = band.Name + " alone";
        IsVisible = band is not null;
    }

    /// <inheritdoc/>
    protected override void Press() => signals.Solo(own: false, -1);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        canvas.FillRoundedRectangle(Bounds, Height / 2, IsHovered ? theme.Hovered : theme.Raised);
        canvas.Stroke(theme.AmberFill, new Pen(1));
        var icon = new Point(Bounds.Left + Padding + (IconSize / 2), Bounds.Centre.Y);
        IconPaths.Draw(canvas, Icon.Headphone, icon, IconSize, theme.AmberFill);
        var style = new TextStyle(TypeSize.Small, theme.Text, FontWeight.Medium);
        canvas.Text(_text, icon.X + (IconSize / 2) + IconGap, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
        IconPaths.Draw(canvas, Icon.Close, new Point(Bounds.Right - Padding - 3, Bounds.Centre.Y), 10, theme.Muted);
    }
}
