using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>How the plug-in does: latency, sample rate, late decodes.</summary>
internal sealed class EarFigures(ISignals signals) : Widget
{
    private const double UpperMiddle = 0.36, LowerMiddle = 0.68;
    private double _rate = -1;
    private int _late = -1;

    /// <summary>Whether there is room for one line only.</summary>
    public bool IsOneLine { get; set; }

    /// <inheritdoc/>
    public override string AccessibleValue => $"0 samples latency, {signals.SampleRate:0} Hz, {signals.LateDecodes} late decodes";

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => "The equaliser adds no delay. A late decode was done in place: nothing was missed.";

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (signals.SampleRate == _rate && signals.LateDecodes == _late)
            return;
        (_rate, _late) = (signals.SampleRate, signals.LateDecodes);
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        var style = new TextStyle(TypeSize.Small, context.Theme.Muted, Align: TextAlign.Right);
        double upper = IsOneLine ? Bounds.Centre.Y : Bounds.Top + (Bounds.Height * UpperMiddle);
        Span<byte> buffer = stackalloc byte[3 * Readout.MaxBytes];
        Span<byte> figure = stackalloc byte[Readout.MaxBytes];
        var line = new Utf8Line(buffer);
        line.Add("0 samples latency"u8);
        if (_rate > 0)
        {
            line.Add(" · "u8);
            line.Add(Readout.SampleRate(figure, _rate));
        }

        canvas.Text(line.Bytes, Bounds.Right, upper + style.BaselineBelowMiddle, style);
        if (IsOneLine)
            return;
        var second = new Utf8Line(buffer);
        second.Add(Readout.Count(figure, Math.Max(0, _late)));
        second.Add(_late == 1 ? " late decode"u8 : " late decodes"u8);
        canvas.Text(second.Bytes, Bounds.Right, Bounds.Top + (Bounds.Height * LowerMiddle) + style.BaselineBelowMiddle, style);
    }
}
