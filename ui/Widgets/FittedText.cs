using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// A text shortened to its room (<see cref="TextLine.FitLine"/>), and kept until text, room or type are others, so that drawing allocates
/// nothing.
/// </summary>
internal struct FittedText
{
    private string? _text;
    private string? _fitted;
    private double _width;
    private double _size;
    private FontWeight _weight;

    /// <summary>The text as it fits.</summary>
    public string Of(ICanvas canvas, string text, in TextStyle style, double width)
    {
        if (_fitted is null || _text != text || _width != width || _size != style.Size || _weight != style.Weight)
        {
            (_text, _width, _size, _weight) = (text, width, style.Size, style.Weight);
            _fitted = canvas.FitLine(text, style, width);
        }

        return _fitted;
    }
}
