using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Pictures;

/// <summary>Says which line is which, for what the picture really shows; set from the right.</summary>
internal static class Legend
{
    private const double SwatchWidth = 16;
    private const double SwatchGap = 6;
    private const double EntryGap = 20;

    /// <summary>Draws the entries so that they end at <paramref name="right"/>.</summary>
    public static void Draw(ICanvas canvas, double right, double middleY, EqPictureData data, Theme theme)
    {
        var label = new TextStyle(TypeSize.Small, theme.Muted, Align: TextAlign.Right);
        double x = right;
        if (data.After is { Count: > 0 })
            x = Entry(canvas, x, middleY, "after"u8, label, Swatch.Line, theme.Amber, PictureStrokes.Spectrum);
        if (data.Before is { Count: > 0 })
            x = Entry(canvas, x, middleY, "before"u8, label, Swatch.Area, theme.Muted.WithOpacity(0.4), default);
        if (!data.SpreadDb.IsEmpty)
            x = Entry(canvas, x, middleY, "people’s spread"u8, label, Swatch.Area, theme.Amber.WithOpacity(0.25), default);
        if (data.Curve.Count > 0)
            Entry(canvas, x, middleY, "EQ as played"u8, label, Swatch.Line, theme.Text, PictureStrokes.Curve);
    }

    private static double Entry(
        ICanvas canvas, double right, double middleY, ReadOnlySpan<byte> text, in TextStyle label, Swatch swatch, Colour colour, in Pen pen)
    {
        canvas.Text(text, right, middleY + label.BaselineBelowMiddle, label);
        double swatchRight = right - canvas.MeasureWidth(text, label) - SwatchGap;
        double swatchLeft = swatchRight - SwatchWidth;
        if (swatch == Swatch.Line)
            canvas.Line(new Point(swatchLeft, middleY), new Point(swatchRight, middleY), colour, pen);
        else
            canvas.FillRoundedRectangle(Rectangle.FromEdges(swatchLeft, middleY - 4.5, swatchRight, middleY + 4.5), 2.5, colour);
        return swatchLeft - EntryGap;
    }

    private enum Swatch
    {
        Line,
        Area,
    }
}
