using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// What is heard against what was asked, and how the plug-in does: latency, sample rate, late decodes. Of the ear it shows nothing before
/// there is one.
/// </summary>
public sealed class EarStrip(IEditorModel model) : Widget
{
    private const double BarLeft = 66;
    private const double BarWidth = 180;
    private double _asked = double.NaN;
    private double _heard = double.NaN;
    private double _rate = -1;
    private int _late = -1;
    private string _remark = "";

    /// <summary>Whether there is room for one line only.</summary>
    public bool IsOneLine { get; set; }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Asked and heard";

    /// <inheritdoc/>
    public override string AccessibleValue
    {
        get
        {
            string heard = model.Ear.IsAvailable
                ? $"asked {model.Ear.Asked * 100:0} %, heard {model.Ear.Heard * 100:0} %. {model.Ear.Remark}"
                : "This version does not listen yet.";
            return $"{heard} 0 samples latency, {model.Signals.SampleRate:0} Hz, {model.Signals.LateDecodes} late decodes";
        }
    }

    /// <inheritdoc/>
    public override string? Tooltip(Point at) => at.X > Bounds.Right - 240
        ? "The equaliser adds no delay. A late decode was done in place: nothing was missed."
        : null;

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        var (ear, signals) = (model.Ear, model.Signals);
        if (ear.Asked == _asked && ear.Heard == _heard && signals.SampleRate == _rate && signals.LateDecodes == _late && ReferenceEquals(_remark, ear.Remark))
            return;
        (_asked, _heard, _rate, _late, _remark) = (ear.Asked, ear.Heard, signals.SampleRate, signals.LateDecodes, ear.Remark);
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        var theme = context.Theme;
        canvas.FillRoundedRectangle(Bounds, Space.PanelRadius, theme.Panel);
        if (IsOneLine)
            DrawOneLine(canvas, theme);
        else
            DrawTwoLines(canvas, theme);
    }

    private void DrawTwoLines(ICanvas canvas, Theme theme)
    {
        double upper = Bounds.Top + (Bounds.Height * 0.36), lower = Bounds.Top + (Bounds.Height * 0.68);
        if (model.Ear.IsAvailable)
        {
            DrawBar(canvas, theme, "asked"u8, upper, _asked, theme.AmberFill.WithOpacity(0.45));
            DrawBar(canvas, theme, "heard"u8, lower, _heard, theme.AmberFill);
            if (_remark.Length > 0)
                DrawRemark(canvas, theme, _remark, Bounds.Centre.Y);
        }
        else
        {
            DrawNotListening(canvas, theme, Bounds.Centre.Y);
        }
        DrawFigures(canvas, theme, upper, lower);
    }

    private void DrawOneLine(ICanvas canvas, Theme theme)
    {
        double y = Bounds.Centre.Y;
        if (model.Ear.IsAvailable)
            DrawBar(canvas, theme, "heard"u8, y, _heard, theme.AmberFill);
        else
            DrawNotListening(canvas, theme, y);
        DrawFigures(canvas, theme, y, double.NaN);
    }

    private void DrawNotListening(ICanvas canvas, Theme theme, double y)
    {
        var style = new TextStyle(TypeSize.Small, theme.Muted);
        canvas.Text("asked against heard: this version does not listen yet"u8, Bounds.Left + Space.InsidePanel + 4, y + style.BaselineBelowMiddle, style);
    }

    private void DrawBar(ICanvas canvas, Theme theme, ReadOnlySpan<byte> label, double y, double share, Colour colour)
    {
        var style = new TextStyle(TypeSize.Small, theme.Muted);
        canvas.Text(label, Bounds.Left + Space.InsidePanel + 4, y + style.BaselineBelowMiddle, style);
        var track = new Rectangle(Bounds.Left + BarLeft, y - 4, BarWidth, 8);
        canvas.FillRoundedRectangle(track, 4, theme.Raised);
        if (double.IsFinite(share) && share > 0)
            canvas.FillRoundedRectangle(track with { Width = track.Width * Math.Min(1, share) }, 4, colour);
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        canvas.Text(Readout.Percent(buffer, share * 100), track.Right + 12, y + style.BaselineBelowMiddle, style with { Colour = theme.Text });
    }

    private void DrawRemark(ICanvas canvas, Theme theme, string remark, double y)
    {
        var style = new TextStyle(TypeSize.Small, theme.Text);
        canvas.Text(remark, Bounds.Left + BarLeft + BarWidth + 76, y + style.BaselineBelowMiddle, style);
    }

    private void DrawFigures(ICanvas canvas, Theme theme, double upper, double lower)
    {
        var style = new TextStyle(TypeSize.Small, theme.Muted, Align: TextAlign.Right);
        double right = Bounds.Right - Space.InsidePanel;
        Span<byte> line = stackalloc byte[3 * Readout.MaxBytes];
        int length = 0;
        Append(line, ref length, "0 samples latency"u8);
        if (_rate > 0)
        {
            Append(line, ref length, " · "u8);
            Span<byte> rate = stackalloc byte[Readout.MaxBytes];
            Append(line, ref length, Readout.SampleRate(rate, _rate));
        }
        canvas.Text(line[..length], right, upper + style.BaselineBelowMiddle, style);
        if (double.IsNaN(lower))
            return;
        Span<byte> late = stackalloc byte[Readout.MaxBytes];
        length = 0;
        Append(line, ref length, Readout.Count(late, Math.Max(0, _late)));
        Append(line, ref length, _late == 1 ? " late decode"u8 : " late decodes"u8);
        canvas.Text(line[..length], right, lower + style.BaselineBelowMiddle, style);
    }

    private static void Append(Span<byte> line, ref int length, ReadOnlySpan<byte> text)
    {
        text.CopyTo(line[length..]);
        length += text.Length;
    }
}
