using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>How a menu looks.</summary>
public sealed partial class Menu
{
    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        PopupGround.Draw(canvas, Bounds, theme);
        canvas.Save();
        canvas.ClipTo(Bounds.Inset(1));
        double top = Bounds.Top + Margin - _offset;
        for (int i = 0; i < items.Count; i++)
        {
            MenuItem item = items[i];
            var line = new Rectangle(Bounds.Left + Margin, top, Bounds.Width - (2 * Margin), Height(item));
            top += line.Height;
            if (item.IsSeparator)
            {
                double y = canvas.SnapLine(line.Centre.Y);
                canvas.Line(new Point(line.Left + 4, y), new Point(line.Right - 4, y), theme.Line, canvas.Hairline());
                continue;
            }

            DrawItem(canvas, theme, i, line);
        }

        canvas.Restore();
    }

    private void DrawItem(ICanvas canvas, Theme theme, int index, Rectangle line)
    {
        MenuItem item = items[index];
        if (index == _at && item.CanChoose)
            canvas.FillRoundedRectangle(line, Space.ControlRadius - 2, theme.Hovered);
        Colour colour = item.CanChoose ? theme.Text : item.Choose is null ? theme.Muted : theme.Text.WithOpacity(0.4);
        if (item.IsChecked)
            IconPaths.Draw(canvas, Icon.Check, new Point(line.Left + 15, line.Centre.Y), 14, theme.AmberFill);
        TextStyle style = Style(colour, item);
        double left = line.Left + (item.Choose is null ? 10 : TextLeft);
        string text = _fitted[index].Of(canvas, item.Text, style, Math.Max(0, line.Right - TextRight - left));
        canvas.Text(text, left, line.Centre.Y + style.BaselineBelowMiddle, style);
    }
}
