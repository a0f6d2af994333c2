using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>Why a phrase was refused, in plain words below the line; the keyboard stays with the line. Main thread.</summary>
internal sealed class PromptNotice(string says, IScene scene) : Popup
{
    private const double Padding = 12;
    private const double MostWidth = 640;
    private const double Height = 34;

    private FittedText _fitted;

    /// <inheritdoc/>
    public override Size Wanted => new(Math.Min(MostWidth, scene.MeasureWidth(says, Style(default)) + (2 * Padding) + 1), Height);

    /// <inheritdoc/>
    public override bool IsModal => false;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Label;

    /// <inheritdoc/>
    public override string AccessibleName => says;

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => says;

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        PopupGround.Draw(canvas, Bounds, context.Theme);
        TextStyle style = Style(context.Theme.Warning);
        canvas.Text(_fitted.Of(canvas, says, style, Bounds.Width - (2 * Padding)), Bounds.Left + Padding, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
    }

    private static TextStyle Style(Colour colour) => new(TypeSize.Label, colour);
}
