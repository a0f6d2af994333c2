using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>Measures the track for auto gain and dry compare, and says how far it is.</summary>
internal sealed class MeasureButton(IEditorModel model) : PressWidget
{
    private const double DotRadius = 3;
    private const double Gap = 6;
    private (bool IsOn, bool IsMeasuring, double Heard, bool IsEnough) _seen;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Toggle;

    /// <inheritdoc/>
    public override string AccessibleName => "Measure loudness";

    /// <inheritdoc/>
    public override string AccessibleValue
    {
        get
        {
            (bool isMeasuring, double heard, bool isEnough) = model.Signals.Measuring;
            string enough = isEnough ? ", enough" : "";
            return isMeasuring ? $"measuring, {heard:0.0} s heard{enough}" : isEnough ? "measured" : "off";
        }
    }

    /// <inheritdoc/>
    public override string? Tooltip(Point at) =>
        "Listens to your track, so that auto gain and dry compare match its own loudness instead of pink noise's. Play the loudest part, then press again.";

    /// <inheritdoc/>
    public override uint? ParameterAt(Point at) => model.MeasureLoudness.Id;

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        (bool isMeasuring, double heard, bool isEnough) = model.Signals.Measuring;
        var now = (model.MeasureLoudness.IsOn(), isMeasuring, Math.Round(heard, 1), isEnough);
        if (now == _seen)
            return;
        _seen = now;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Press() => model.MeasureLoudness.SetOnce(model.MeasureLoudness.IsOn() ? 0 : 1);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        bool isOn = model.MeasureLoudness.IsOn(), isLit = IsHovered && IsEnabled;
        if (isOn || isLit)
            canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, isOn && isLit ? theme.Hovered : theme.Raised);
        canvas.BeginPath();
        canvas.AddRoundedRectangle(Bounds.Inset(0.5), Space.ControlRadius - 0.5);
        canvas.Stroke(isOn ? theme.Faint : theme.Line, new Pen(1));

        var style = new TextStyle(TypeSize.Label, isOn || isLit ? theme.Text : theme.Muted, FontWeight.Medium, Tabular: true);
        Span<byte> buffer = stackalloc byte[2 * Readout.MaxBytes];
        double sign = (2 * DotRadius) + Gap, room = Bounds.Width - sign - (2 * Gap);
        ReadOnlySpan<byte> text = Says(buffer, isLong: true);
        if (canvas.MeasureWidth(text, style) > room)
            text = Says(buffer, isLong: false);
        double width = canvas.MeasureWidth(text, style);
        double left = Math.Max(Bounds.Left + Gap, Bounds.Centre.X - ((width + sign) / 2));
        DrawDot(canvas, theme, new Point(left + DotRadius, Bounds.Centre.Y), isOn);
        canvas.Text(text, left + sign, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
    }

    private ReadOnlySpan<byte> Says(Span<byte> buffer, bool isLong)
    {
        (bool isMeasuring, double heard, bool isEnough) = model.Signals.Measuring;
        if (!isMeasuring)
            return isEnough ? "Measured"u8 : "Measure"u8;
        var line = new Utf8Line(buffer);
        Span<byte> duration = stackalloc byte[Readout.MaxBytes];
        line.Add(Readout.Duration(duration, heard));
        if (isLong)
            line.Add(isEnough ? ", enough"u8 : " heard"u8);
        return line.Bytes;
    }

    // Full once it has heard enough, hollow before.
    private void DrawDot(ICanvas canvas, Theme theme, Point centre, bool isOn)
    {
        Colour colour = isOn || model.Signals.Measuring.IsEnough ? theme.TealFill : theme.Muted;
        canvas.BeginPath();
        canvas.Arc(centre.X, centre.Y, DotRadius, 0, 2 * Math.PI);
        canvas.ClosePath();
        if (model.Signals.Measuring.IsEnough)
            canvas.Fill(colour);
        else
            canvas.Stroke(colour, new Pen(1.5));
    }
}
