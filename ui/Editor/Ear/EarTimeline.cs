using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// What the ear says in words, and below it how strongly the two followed descriptors were heard over the last three minutes, the newest at the
/// right. Main thread; draws where the ear has news.
/// </summary>
internal sealed class EarTimeline(IEditorModel model) : Widget
{
    private const double Seconds = 180;
    private const double CaptionShare = 0.26, CaptionHeight = 18;
    private const double MostNames = 84, NameGap = 12;
    private const double Margin = 5;
    private const int BufferBytes = 128;

    // Less than this is no movement worth filling the height; steps in which the range goes.
    private const double LeastRange = 1.0, RangeStep = 0.25;
    private static readonly Pen LinePen = new(1.4, LineCap.Round);

    private (int Serial, bool IsFrozen, bool IsAdapting) _seen = (-1, false, false);
    private FittedText _remark;
    private FittedText _first;
    private FittedText _second;

    /// <summary>Whether there is room for one line only: then it is the words alone.</summary>
    public bool IsOneLine { get; set; }

    /// <inheritdoc/>
    public override string? Tooltip(Point at)
    {
        IEar ear = model.Ear;
        if (!ear.IsAvailable)
            return null;
        if (ear.Remark.Length > 0 && (IsOneLine || at.Y < Bounds.Top + CaptionHeight))
            return ear.Remark;
        return (ear.Followed.First.Length, ear.Followed.Second.Length) switch
        {
            (0, _) => null,
            (_, 0) => $"How {ear.Followed.First} the output was over the last three minutes; the thin line is an average recording.",
            _ => $"How {ear.Followed.First} and how {ear.Followed.Second} the output was over the last three minutes; the thin line is an average recording.",
        };
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        var now = (model.Ear.Serial, model.Freeze.IsOn(), model.Adapt.Value > 0);
        if (now == _seen)
            return;
        _seen = now;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        if (!model.Ear.IsAvailable)
            return;
        Theme theme = context.Theme;
        DrawCaption(canvas, theme);
        if (IsOneLine || model.Ear.Moments.IsEmpty)
            return;
        double names = DrawNames(canvas, theme);
        var area = Rectangle.FromEdges(Bounds.Left, Bounds.Top + CaptionHeight, Bounds.Right - names, Bounds.Bottom - Margin);
        if (area.Width > 0)
            DrawLines(canvas, theme, area);
    }

    private void DrawCaption(ICanvas canvas, Theme theme)
    {
        string remark = model.Ear.Remark;
        var style = new TextStyle(TypeSize.Small, remark.Length > 0 ? theme.Text : theme.Muted);
        double baseline = (IsOneLine ? Bounds.Centre.Y : Bounds.Top + (Bounds.Height * CaptionShare)) + style.BaselineBelowMiddle;
        if (remark.Length > 0)
        {
            canvas.Text(_remark.Of(canvas, remark, style, Bounds.Width), Bounds.Left, baseline, style);
            return;
        }

        Span<byte> buffer = stackalloc byte[BufferBytes];
        var line = new Utf8Line(buffer);
        EarWords.AddState(ref line, model);
        canvas.Text(line.Bytes, Bounds.Left, baseline, style);
    }

    // Right of the lines, in their colours; their room.
    private double DrawNames(ICanvas canvas, Theme theme)
    {
        var (first, second) = model.Ear.Followed;
        if (first.Length == 0)
            return 0;
        var style = new TextStyle(TypeSize.Small, theme.Amber);
        string upper = _first.Of(canvas, first, style, MostNames), lower = _second.Of(canvas, second, style, MostNames);
        double width = Math.Max(canvas.MeasureWidth(upper, style), canvas.MeasureWidth(lower, style)), left = Bounds.Right - width;
        double middle = (Bounds.Top + CaptionHeight + Bounds.Bottom - Margin) / 2, apart = second.Length > 0 ? 7 : 0;
        canvas.Text(upper, left, middle - apart + style.BaselineBelowMiddle, style);
        if (second.Length > 0)
            canvas.Text(lower, left, middle + apart + style.BaselineBelowMiddle, style with { Colour = theme.Teal });
        return width + NameGap;
    }

    private void DrawLines(ICanvas canvas, Theme theme, Rectangle area)
    {
        ReadOnlySpan<EarMoment> moments = model.Ear.Moments;
        if (moments.Length > (int)Seconds + 1)
            moments = moments[^((int)Seconds + 1)..];
        (double low, double high) = Range(moments, model.Ear.Followed.Second.Length > 0);
        if (low < 0 && high > 0)
        {
            double y = canvas.SnapLine(area.Bottom + (low / (high - low) * area.Height));
            canvas.Line(new Point(area.Left, y), new Point(area.Right, y), theme.Grid, canvas.Hairline());
        }

        if (model.Ear.Followed.Second.Length > 0)
            DrawLine(canvas, moments, area, low, high, isSecond: true, theme.TealFill);
        DrawLine(canvas, moments, area, low, high, isSecond: false, theme.AmberFill);
    }

    private static void DrawLine(
        ICanvas canvas, ReadOnlySpan<EarMoment> moments, Rectangle area, double low, double high, bool isSecond, Colour colour)
    {
        canvas.BeginPath();
        bool isOpen = false;
        for (int i = 0; i < moments.Length; i++)
        {
            double value = isSecond ? moments[i].Second : moments[i].First;
            if (!double.IsFinite(value))
            {
                isOpen = false;
                continue;
            }

            double x = area.Right - ((moments.Length - 1 - i) * area.Width / Seconds), y = area.Bottom - ((value - low) / (high - low) * area.Height);
            if (!isOpen)
                canvas.MoveTo(x, y);
            // A moment between two silences is a dot.
            canvas.LineTo(x, y);
            isOpen = true;
        }

        canvas.Stroke(colour, LinePen);
    }

    // Held to steps, so that the lines don't swell and shrink with every second.
    private static (double Low, double High) Range(ReadOnlySpan<EarMoment> moments, bool hasSecond)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (EarMoment moment in moments)
        {
            if (float.IsFinite(moment.First))
                (low, high) = (Math.Min(low, moment.First), Math.Max(high, moment.First));
            if (hasSecond && float.IsFinite(moment.Second))
                (low, high) = (Math.Min(low, moment.Second), Math.Max(high, moment.Second));
        }

        if (low > high)
            return (-LeastRange / 2, LeastRange / 2);
        low = Math.Floor(low / RangeStep) * RangeStep;
        high = Math.Ceiling(high / RangeStep) * RangeStep;
        double more = Math.Max(0, LeastRange - (high - low)) / 2;
        return (low - more, high + more);
    }
}
