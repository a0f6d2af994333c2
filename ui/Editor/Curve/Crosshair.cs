using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Editor;

/// <summary>What lies under the pointer: frequency, note, and the curve's gain there.</summary>
internal sealed class Crosshair
{
    private const double DotRadius = 3;
    private const double Padding = 9;
    private const double Height = 22;
    private const double FromEdge = 6;
    private const double LowShare = 0.66;

    // The widest line in Inter at this size is some 190 units.
    private const double MostWidth = 220;
    private static readonly Pen DashPen = new(1, DashOn: 3, DashOff: 3);

    /// <summary>Where the pointer is, or null.</summary>
    public Point? At { get; set; }

    /// <summary>All that it draws on, for a pointer at a place.</summary>
    public static Rectangle Area(Point at, in PlotFrame frame)
    {
        double half = (MostWidth / 2) + DotRadius;
        double left = Math.Clamp(at.X - half, frame.Area.Left, Math.Max(frame.Area.Left, frame.Area.Right - (2 * half)));
        return new Rectangle(left - 1, frame.Area.Top, (2 * half) + 2, frame.Area.Height);
    }

    /// <summary>Draws it.</summary>
    public void Draw(ICanvas canvas, CurveLine line, in PlotFrame frame, Theme theme)
    {
        if (At is not { } at)
            return;
        double gainDb = line.CurveDbAt(at.X), x = canvas.SnapLine(at.X);
        canvas.Line(new Point(x, frame.Area.Top), new Point(x, frame.Area.Bottom), theme.Muted.WithOpacity(0.6), DashPen);
        var onCurve = new Point(at.X, frame.HeldY(gainDb));
        canvas.FillCircle(onCurve, DotRadius + 1.5, theme.Panel);
        canvas.FillCircle(onCurve, DotRadius, theme.Text);
        DrawText(canvas, at, gainDb, frame, theme);
    }

    private static void DrawText(ICanvas canvas, Point at, double gainDb, in PlotFrame frame, Theme theme)
    {
        Span<byte> buffer = stackalloc byte[BandText.MaxBytes], piece = stackalloc byte[Readout.MaxBytes];
        var text = new Utf8Line(buffer);
        text.Add(BandText.Place(piece, frame.Frequencies.FrequencyHz(at.X)));
        text.Add("   "u8);
        text.Add(Readout.Gain(piece, gainDb));
        var style = new TextStyle(TypeSize.Small, theme.Text);
        double width = canvas.MeasureWidth(text.Bytes, style) + (2 * Padding);
        double left = Math.Clamp(at.X - (width / 2), frame.Area.Left, Math.Max(frame.Area.Left, frame.Area.Right - width));
        // Where the curve is not.
        bool isLow = frame.HeldY(gainDb) > frame.Area.Top + (LowShare * frame.Area.Height);
        double top = isLow ? frame.Area.Top + FromEdge : frame.Area.Bottom - FromEdge - Height;
        var pill = new Rectangle(left, top, width, Height);
        canvas.FillRoundedRectangle(pill, Height / 2, theme.Raised);
        canvas.Stroke(theme.Line, new Pen(1));
        canvas.Text(text.Bytes, left + Padding, pill.Centre.Y + style.BaselineBelowMiddle, style);
    }
}
