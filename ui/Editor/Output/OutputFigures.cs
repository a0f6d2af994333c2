using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The highest peak, which a click forgets, and the short-term loudness of output and input.</summary>
internal sealed class OutputFigures(ISignals signals) : PressWidget
{
    /// <summary>The width in which its labels have room, in canvas units.</summary>
    public const double Width = 52;

    /// <summary>The width that figures alone take.</summary>
    public const double NarrowWidth = 30;

    /// <summary>The height in which they do.</summary>
    public const double LabelledHeight = 6 * LineHeight;

    private const double LineHeight = 14;
    private const double TopBaseline = 8;

    private (double Highest, double Output, double Input) _seen;

    /// <inheritdoc/>
    public override string AccessibleName => "Output level: press to forget the highest peak";

    /// <inheritdoc/>
    public override string AccessibleValue =>
        $"highest peak {Said(signals.HighestDb(output: true))} dB full scale, "
        + $"short-term loudness {Said(signals.ShortTermLufs(output: true))} LUFS out, {Said(signals.ShortTermLufs(output: false))} LUFS in";

    /// <inheritdoc/>
    public override string? Tooltip(Point at) =>
        "Highest peak of the output in dB full scale; click to forget it.\nBelow it the loudness of the last 3 seconds in LUFS, output and input.";

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        var now = (
            Tenths(signals.HighestDb(output: true)), Tenths(signals.ShortTermLufs(output: true)), Tenths(signals.ShortTermLufs(output: false)));
        if (now == _seen)
            return;
        _seen = now;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Press() => signals.ResetHighest();

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        double highest = signals.HighestDb(output: true), output = signals.ShortTermLufs(output: true);
        Colour peak = highest > 0 ? theme.Warning : theme.Text;
        if (Bounds.Width < Width || Bounds.Height < LabelledHeight)
        {
            DrawFigure(canvas, highest, default, 0, peak, theme);
            DrawFigure(canvas, output, default, -1, theme.Text, theme);
            return;
        }

        DrawLabel(canvas, "peak"u8, 0, theme);
        DrawFigure(canvas, highest, "dB"u8, 1, peak, theme);
        DrawLabel(canvas, "LUFS"u8, -3, theme);
        DrawFigure(canvas, output, "out"u8, -2, theme.Text, theme);
        DrawFigure(canvas, signals.ShortTermLufs(output: false), "in"u8, -1, theme.Muted, theme);
    }

    private static double Tenths(double decibels) => Math.Round(decibels, 1);

    private static string Said(double decibels)
    {
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        return Encoding.UTF8.GetString(Readout.Level(buffer, decibels));
    }

    // Lines are counted from the top; the last one is −1.
    private double Baseline(int line) =>
        line >= 0 ? Bounds.Top + TopBaseline + (line * LineHeight) : Bounds.Bottom - 1 + ((line + 1) * LineHeight);

    private void DrawLabel(ICanvas canvas, ReadOnlySpan<byte> label, int line, Theme theme) =>
        canvas.Text(label, Bounds.Left, Baseline(line), new TextStyle(TypeSize.Small, IsHovered ? theme.Text : theme.Muted));

    // Figures end where the others end, so that they can be compared; what they are stands behind them.
    private void DrawFigure(ICanvas canvas, double decibels, ReadOnlySpan<byte> unit, int line, Colour colour, Theme theme)
    {
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        var style = new TextStyle(TypeSize.Small, colour, FontWeight.Medium, TextAlign.Right, Tabular: true);
        canvas.Text(Readout.Level(buffer, decibels), Bounds.Left + NarrowWidth, Baseline(line), style);
        if (unit.Length > 0)
            canvas.Text(unit, Bounds.Left + NarrowWidth + 4, Baseline(line), new TextStyle(TypeSize.Small, theme.Muted));
    }
}
