using System.Globalization;
using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>Where the letters of a line begin and end, measured once for each text.</summary>
internal sealed class TextEdges
{
    private string? _text;
    private double _size;
    private int[] _starts = [0];
    private double[] _lefts = [0];

    /// <summary>Width of the whole line, in canvas units.</summary>
    public double Width => _lefts[^1];

    /// <summary>Measures a text, if it is another one than before.</summary>
    public void Measure(IScene scene, string text, in TextStyle style)
    {
        if (ReferenceEquals(_text, text) && _size == style.Size)
            return;
        (_text, _size) = (text, style.Size);
        int[] letters = StringInfo.ParseCombiningCharacters(text);
        _starts = [.. letters, text.Length];
        _lefts = new double[_starts.Length];
        for (int i = 1; i < _starts.Length; i++)
            _lefts[i] = scene.MeasureWidth(text[.._starts[i]], style);
    }

    /// <summary>Distance from the line's left end to a position in the text.</summary>
    public double X(int position)
    {
        int index = Array.BinarySearch(_starts, position);
        return _lefts[Math.Clamp(index < 0 ? ~index - 1 : index, 0, _lefts.Length - 1)];
    }

    /// <summary>The position between letters that lies nearest to a distance from the line's left end.</summary>
    public int PositionAt(double x)
    {
        int nearest = 0;
        for (int i = 1; i < _lefts.Length; i++)
        {
            if (Math.Abs(_lefts[i] - x) < Math.Abs(_lefts[nearest] - x))
                nearest = i;
        }

        return _starts[nearest];
    }

    /// <summary>The letter that lies under a distance from the line's left end.</summary>
    public int LetterAt(double x)
    {
        int letter = 0;
        while (letter + 2 < _starts.Length && _lefts[letter + 1] <= x)
            letter++;
        return _starts[letter];
    }
}
