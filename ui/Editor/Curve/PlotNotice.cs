using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Editor;

/// <summary>A short line over the plot that goes away by itself.</summary>
internal sealed class PlotNotice
{
    private const double ShownSeconds = 3;
    private const double Height = 26, Padding = 12, BelowTop = 10;

    private string _text = "";
    private double _until;

    /// <summary>Whether it is to be seen.</summary>
    public bool IsShown => _text.Length > 0;

    /// <summary>Shows a line from now on.</summary>
    public void Show(string text, double seconds) => (_text, _until) = (text, seconds + ShownSeconds);

    /// <summary>Lets time pass.</summary>
    /// <returns>Whether it went away just now.</returns>
    public bool Tick(double seconds)
    {
        if (!IsShown || seconds < _until)
            return false;
        _text = "";
        return true;
    }

    /// <summary>Draws it at the top of an area.</summary>
    public void Draw(ICanvas canvas, Rectangle area, Theme theme)
    {
        if (!IsShown)
            return;
        var style = new TextStyle(TypeSize.Label, theme.Text, Align: TextAlign.Centre);
        double width = canvas.MeasureWidth(_text, style) + (2 * Padding);
        var pill = new Rectangle(area.Centre.X - (width / 2), area.Top + BelowTop, width, Height);
        canvas.FillRoundedRectangle(pill, Height / 2, theme.Raised);
        canvas.Text(_text, pill.Centre.X, pill.Centre.Y + style.BaselineBelowMiddle, style);
    }
}
