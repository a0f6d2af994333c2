using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Widgets;

/// <summary>A value as text, to be dragged or typed: the frequency of a band.</summary>
/// <param name="control">What it shows.</param>
/// <param name="label">What stands before the value; the control's name if not given.</param>
public sealed class ValueField(IControl control, string? label = null) : ControlWidget(control)
{
    private const double Padding = 10;
    private const double Gap = 8;

    private FittedText _fitted;

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        bool isLit = (IsHovered && IsEnabled) || IsDragged;
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, isLit ? theme.Hovered : theme.Raised);

        var value = new TextStyle(TypeSize.Label, theme.Text, FontWeight.Medium, TextAlign.Right, Tabular: true);
        Span<byte> buffer = stackalloc byte[TextBytes];
        ReadOnlySpan<byte> text = Control.Text(Control.Value, buffer);
        double baseline = Bounds.Centre.Y + value.BaselineBelowMiddle;
        canvas.Text(text, Bounds.Right - Padding, baseline, value);

        var name = new TextStyle(TypeSize.Label, isLit ? theme.Text : theme.Muted);
        double room = Bounds.Width - (2 * Padding) - Gap - canvas.MeasureWidth(text, value);
        // In steps, so that it isn't fitted anew with every figure.
        double stepped = Math.Floor(Math.Max(0, room) / 8) * 8;
        canvas.Text(_fitted.Of(canvas, label ?? Control.Name, name, stepped), Bounds.Left + Padding, baseline, name);
    }
}
