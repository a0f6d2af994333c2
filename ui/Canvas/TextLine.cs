using System.Globalization;
using System.Text;

namespace SemanticEq.Ui.Canvas;

/// <summary>Lines of text that come as strings: set, measured, and shortened to a width.</summary>
public static class TextLine
{
    private const string Ellipsis = "…";

    // What adding and taking away edges leaves of a width that was measured.
    private const double Slack = 1e-3;

    // Three bytes are the most that one UTF-16 unit becomes.
    private const int MaxUnits = 1024;
    private const int MaxBytes = 3 * MaxUnits;

    /// <summary>As <see cref="ICanvas.Text"/>; what goes beyond 1024 UTF-16 units is left out.</summary>
    public static void Text(this ICanvas canvas, string text, double x, double baselineY, in TextStyle style)
    {
        Span<byte> buffer = stackalloc byte[MaxBytes];
        canvas.Text(Encode(text, buffer), x, baselineY, style);
    }

    /// <summary>As <see cref="ICanvas.MeasureWidth"/>; what goes beyond 1024 UTF-16 units is left out.</summary>
    public static double MeasureWidth(this ICanvas canvas, string text, in TextStyle style)
    {
        Span<byte> buffer = stackalloc byte[MaxBytes];
        return canvas.MeasureWidth(Encode(text, buffer), style);
    }

    /// <summary>
    /// The text on one line, cut between letters and ended with "…" where it is wider than there is room. Line breaks and other
    /// control characters become spaces.
    /// </summary>
    /// <param name="canvas">What measures.</param>
    /// <param name="text">Any text.</param>
    /// <param name="style">How it will be set.</param>
    /// <param name="maxWidth">Room in canvas units.</param>
    public static string FitLine(this ICanvas canvas, string text, in TextStyle style, double maxWidth)
    {
        string line = OneLine(text);
        if (line.Length <= MaxUnits && canvas.MeasureWidth(line, style) <= maxWidth + Slack)
            return line;

        int[] starts = StringInfo.ParseCombiningCharacters(line.Length <= MaxUnits ? line : line[..MaxUnits]);
        int fits = 0, tooMany = starts.Length;
        while (tooMany - fits > 1)
        {
            int middle = (fits + tooMany) / 2;
            if (canvas.MeasureWidth(Cut(line, starts[middle]), style) <= maxWidth)
                fits = middle;
            else
                tooMany = middle;
        }

        return starts.Length == 0 ? line : Cut(line, starts[fits]);
    }

    private static string Cut(string line, int length) => line[..length].TrimEnd() + Ellipsis;

    private static string OneLine(string text) =>
        HasControls(text) ? new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]) : text;

    // A loop of its own: Any makes an enumerator, which is garbage at each frame.
    private static bool HasControls(string text)
    {
        foreach (char unit in text)
        {
            if (char.IsControl(unit))
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<byte> Encode(string text, Span<byte> buffer)
    {
        ReadOnlySpan<char> units = text.Length <= MaxUnits ? text : text.AsSpan(0, MaxUnits);
        return buffer[..Encoding.UTF8.GetBytes(units, buffer)];
    }
}
