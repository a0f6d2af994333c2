using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What this is, of what version, and under which licences.</summary>
internal sealed class AboutCard : Popup
{
    private const double Margin = 20;
    private const double TitleHeight = 30;
    private const double LineHeight = 18;
    private const double TextWidth = 300;

    private readonly List<string> _lines = [];

    /// <summary>A card with some lines.</summary>
    /// <param name="lines">One fact each; long ones are broken.</param>
    /// <param name="scene">Measures them.</param>
    public AboutCard(IReadOnlyList<string> lines, IScene scene)
    {
        var style = new TextStyle(TypeSize.Label, default);
        foreach (string line in lines)
            TextWrap.AddLines(line, TextWidth, text => scene.MeasureWidth(text, style), _lines);
    }

    /// <inheritdoc/>
    public override Size Wanted => new(TextWidth + (2 * Margin), TitleHeight + (_lines.Count * LineHeight) + (2 * Margin) - 6);

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Label;

    /// <inheritdoc/>
    public override string AccessibleName => $"About Semantic EQ: {string.Join(' ', _lines)}";

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        PopupGround.Draw(canvas, Bounds, theme);
        var title = new TextStyle(TypeSize.Prompt, theme.Text, FontWeight.SemiBold);
        double left = Bounds.Left + Margin, top = Bounds.Top + Margin;
        canvas.Text("Semantic EQ"u8, left, top + 12, title);
        var style = new TextStyle(TypeSize.Label, theme.Muted);
        for (int i = 0; i < _lines.Count; i++)
            canvas.Text(_lines[i], left, top + TitleHeight + (i * LineHeight) + 9, style);
    }
}
