using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Pictures;

/// <summary>The sections of a timeline: a strip with their words, and lines where one ends.</summary>
internal static class TimelineSections
{
    private const double BetweenSections = 3;
    private const double InsideSection = 8;
    private const double LeastTextWidth = 26;

    /// <summary>Draws them.</summary>
    public static void Draw(ICanvas canvas, TimelineLayout layout, IReadOnlyList<TimelineSection> sections, Theme theme)
    {
        for (int i = 0; i < sections.Count; i++)
        {
            double left = layout.Times.X(sections[i].StartSeconds), right = layout.Times.X(sections[i].EndSeconds);
            if (i > 0)
                DrawEdge(canvas, layout, left, theme);
            double inner = Math.Max(left + 1, right - (i + 1 < sections.Count ? BetweenSections : 0));
            var box = Rectangle.FromEdges(left, layout.Strip.Top, inner, layout.Strip.Bottom);
            canvas.FillRoundedRectangle(box, 4, theme.Raised);
            DrawWords(canvas, box, sections[i].Top, theme);
        }
    }

    private static void DrawEdge(ICanvas canvas, TimelineLayout layout, double x, Theme theme)
    {
        double snapped = canvas.SnapLine(x - (BetweenSections / 2));
        var dashes = canvas.Hairline() with { DashOn = 3, DashOff = 3 };
        canvas.Line(new Point(snapped, layout.Strip.Bottom), new Point(snapped, layout.Loudness.Bottom), theme.Faint, dashes);
    }

    // The first word, and as many more on the second line as have room.
    private static void DrawWords(ICanvas canvas, Rectangle box, IReadOnlyList<string> words, Theme theme)
    {
        double room = box.Width - (2 * InsideSection);
        if (words.Count == 0 || room < LeastTextWidth)
            return;
        var first = new TextStyle(TypeSize.Label, theme.Text, FontWeight.Medium);
        var more = new TextStyle(TypeSize.Small, theme.Muted);
        string rest = string.Join(", ", words.Skip(1));
        for (int count = words.Count - 1; count > 1 && canvas.MeasureWidth(rest, more) > room; count--)
            rest = string.Join(", ", words.Skip(1).Take(count - 1));
        double middle = (box.Top + box.Bottom) / 2;
        double firstY = rest.Length == 0 ? middle + first.BaselineBelowMiddle : box.Top + 15;
        canvas.Text(canvas.FitLine(words[0], first, room), box.Left + InsideSection, firstY, first);
        if (rest.Length > 0)
            canvas.Text(canvas.FitLine(rest, more, room), box.Left + InsideSection, box.Bottom - 6, more);
    }
}
