using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>How a field looks, and how far it is scrolled.</summary>
public sealed partial class TextField
{
    private const double CaretWidth = 1.5;
    private const double CaretHeightEm = 1.45;
    private const double SelectionOpacity = 0.3;

    private FittedText _placeholder;
    private double _scroll;

    /// <summary>Where the caret stands, as it was drawn last.</summary>
    internal Rectangle CaretArea
    {
        get
        {
            double height = CaretHeightEm * TextSize;
            return new Rectangle(
                TextArea.Left - _scroll + _edges.X(_buffer.Caret) - (CaretWidth / 2), Bounds.Centre.Y - (height / 2), CaretWidth, height);
        }
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        DrawGround(canvas, theme);
        Rectangle area = TextArea;
        double middle = Bounds.Centre.Y;
        var style = new TextStyle(TextSize, theme.Text);
        if (Icon != Icon.None)
            IconPaths.Draw(canvas, Icon, new Point(Bounds.Left + Padding + (TextSize / 2), middle), TextSize, theme.Muted);
        if (Scene is { } scene)
            Measure(scene);
        ScrollToCaret(area.Width);

        canvas.Save();
        canvas.ClipTo(area.Inset(-1));
        double left = area.Left - _scroll, baseline = middle + style.BaselineBelowMiddle, height = CaretHeightEm * TextSize;
        if (_buffer.Start != _buffer.End)
        {
            canvas.FillRectangle(
                Rectangle.FromEdges(
                    left + _edges.X(_buffer.Start), middle - (height / 2), left + _edges.X(_buffer.End), middle + (height / 2)),
                theme.AmberFill.WithOpacity(SelectionOpacity));
        }

        if (Text.Length > 0)
        {
            canvas.Text(Text, left, baseline, style);
        }
        else
        {
            TextStyle placeholder = style with { Colour = theme.Muted };
            canvas.Text(_placeholder.Of(canvas, Placeholder, placeholder, area.Width), area.Left, baseline, placeholder);
        }

        if (IsFocused && _showsCaret)
            canvas.FillRectangle(CaretArea, theme.Focus);

        canvas.Restore();
    }

    private void DrawGround(ICanvas canvas, Theme theme)
    {
        if (IsBare)
            return;
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, theme.Well);
        canvas.BeginPath();
        canvas.AddRoundedRectangle(Bounds.Inset(0.75), Space.ControlRadius - 0.75);
        canvas.Stroke(IsFocused ? theme.Focus : IsHovered ? theme.Faint : theme.Line, new Pen(IsFocused ? 1.5 : 1));
    }

    private void ScrollToCaret(double width)
    {
        // Nobody types: it is read from its beginning.
        double caret = IsFocused ? _edges.X(_buffer.Caret) : 0, room = Math.Max(CaretWidth, width) - CaretWidth;
        _scroll = Math.Clamp(_scroll, caret - room, caret);
        _scroll = Math.Clamp(_scroll, 0, Math.Max(0, _edges.Width - room));
    }
}
