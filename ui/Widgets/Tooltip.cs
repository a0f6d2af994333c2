using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Ui.Widgets;

/// <summary>A few words beside the pointer, wrapped.</summary>
internal sealed class Tooltip(TextRuler ruler)
{
    private const double MaxWidth = 260;
    private const double LineHeight = 17;
    private const double Padding = 10;
    private const double BelowPointer = 20;
    private const double FirstBaseline = 12;

    private static readonly TextStyle Measured = new(TypeSize.Label, default);

    private readonly List<string> _lines = [];

    /// <summary>Whether it is shown.</summary>
    public bool IsShown => _lines.Count > 0;

    /// <summary>Where it lies.</summary>
    public Rectangle Bounds { get; private set; }

    /// <summary>Shows a text below the pointer, within the window.</summary>
    public void Show(string text, Point pointer, Rectangle window)
    {
        _lines.Clear();
        foreach (string paragraph in text.Split('\n'))
            TextWrap.AddLines(paragraph, MaxWidth, line => ruler.Width(line, Measured), _lines);
        // One word may be longer than a line.
        for (int i = 0; i < _lines.Count; i++)
            _lines[i] = ruler.Fit(_lines[i], Measured, 2 * MaxWidth);
        double width = _lines.Max(line => ruler.Width(line, Measured)) + (2 * Padding);
        double height = (_lines.Count * LineHeight) + (2 * Padding) - (LineHeight - FirstBaseline - 2);
        Bounds = PopupGround.Place(
            new Size(Math.Ceiling(width), Math.Ceiling(height)),
            new Rectangle(pointer.X, pointer.Y - 4, 0, BelowPointer), window);
    }

    /// <summary>Hides it.</summary>
    public void Hide() => _lines.Clear();

    /// <summary>Draws it, if it is shown.</summary>
    public void Draw(ICanvas canvas, Theme theme)
    {
        if (!IsShown)
            return;
        PopupGround.Draw(canvas, Bounds, theme);
        var style = new TextStyle(TypeSize.Label, theme.Text);
        for (int i = 0; i < _lines.Count; i++)
            canvas.Text(_lines[i], Bounds.Left + Padding, Bounds.Top + Padding + FirstBaseline + (i * LineHeight) - 2, style);
    }
}
