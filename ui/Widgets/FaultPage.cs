using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>What a window shows whose widgets can't be drawn: why, in plain words. Needs nothing of a scene.</summary>
public static class FaultPage
{
    private const double LineHeight = 17;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="size">The window's, in canvas units.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="text">One paragraph.</param>
    public static void Draw(ICanvas canvas, Size size, Theme theme, string text)
    {
        canvas.FillRectangle(new Rectangle(0, 0, size.Width, size.Height), theme.Ground);
        var style = new TextStyle(TypeSize.Label, theme.Text);
        List<string> lines = [];
        TextWrap.AddLines(text, size.Width - (2 * Space.Outside), line => canvas.MeasureWidth(line, style), lines);
        for (int i = 0; i < lines.Count; i++)
            canvas.Text(lines[i], Space.Outside, Space.Outside + ((i + 1) * LineHeight), style);
    }
}
