using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Plot;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// A piano's keys under the curve, each at its own frequency: a semitone is as wide everywhere, so that white keys end in the middle of the
/// black ones. The key under the pointer, here or on the curve, is lit and named.
/// </summary>
internal sealed class PianoStrip(PlotArea plot) : Widget
{
    /// <summary>Height that it wants, in canvas units.</summary>
    public const double Height = 22;

    // E0 is the first key above 20 Hz, D#10 the last below 20 kHz.
    private const int FirstKey = 16, LastKey = 135;
    private const int KeysPerOctave = 12;
    private const double BlackShare = 0.6;
    private const double LeastOctaveForNames = 42;
    private const int NoKey = -1;

    private double? _pointedX;
    private int _litKey = NoKey;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Image;

    /// <inheritdoc/>
    public override string AccessibleName => "Piano keys";

    /// <inheritdoc/>
    public override string? Tooltip(Point at)
    {
        Span<byte> buffer = stackalloc byte[NoteName.MaxBytes], piece = stackalloc byte[Readout.MaxBytes];
        int key = KeyAt(at.X);
        return $"{Encoding.UTF8.GetString(NoteName.Key(buffer, key))} · "
            + Encoding.UTF8.GetString(Readout.Frequency(piece, NoteName.FrequencyHz(key)));
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer) => _pointedX = pointer.Position.X;

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered) => _pointedX = isHovered ? _pointedX : null;

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        int lit = _pointedX is { } x ? KeyAt(x) : plot.PointedHz is { } hz ? NoteName.NearestKey(hz) : NoKey;
        if (lit == _litKey)
            return;
        _litKey = lit;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        FrequencyAxis axis = plot.Frame.Frequencies;
        Rectangle keys = Rectangle.FromEdges(axis.Left, Bounds.Top, axis.Right, Bounds.Bottom);
        canvas.Save();
        canvas.BeginPath();
        canvas.AddRoundedRectangle(keys, 3);
        canvas.Clip();
        canvas.Fill(theme.Raised);
        if (_litKey >= FirstKey && !NoteName.IsBlack(_litKey))
            canvas.FillRectangle(White(_litKey, axis, keys), theme.Muted);
        DrawSeams(canvas, axis, keys, theme);
        DrawBlacks(canvas, axis, keys, theme);
        DrawNames(canvas, axis, keys, theme);
        canvas.Restore();
    }

    private static void DrawSeams(ICanvas canvas, FrequencyAxis axis, Rectangle keys, Theme theme)
    {
        canvas.BeginPath();
        for (int key = FirstKey; key <= LastKey; key++)
        {
            if (NoteName.IsBlack(key))
                continue;
            double x = canvas.SnapLine(White(key, axis, keys).Right);
            canvas.MoveTo(x, keys.Top);
            canvas.LineTo(x, keys.Bottom);
        }

        canvas.Stroke(theme.Panel, canvas.Hairline());
    }

    private void DrawBlacks(ICanvas canvas, FrequencyAxis axis, Rectangle keys, Theme theme)
    {
        canvas.BeginPath();
        for (int key = FirstKey; key <= LastKey; key++)
        {
            if (NoteName.IsBlack(key) && key != _litKey)
                canvas.AddRectangle(Black(key, axis, keys));
        }

        canvas.Fill(theme.Ground);
        if (_litKey >= FirstKey && NoteName.IsBlack(_litKey))
            canvas.FillRectangle(Black(_litKey, axis, keys), theme.Muted);
    }

    private void DrawNames(ICanvas canvas, FrequencyAxis axis, Rectangle keys, Theme theme)
    {
        if (axis.X(NoteName.FrequencyHz(FirstKey + KeysPerOctave)) - axis.X(NoteName.FrequencyHz(FirstKey)) < LeastOctaveForNames)
            return;
        Span<byte> buffer = stackalloc byte[NoteName.MaxBytes];
        const double Size = 8.5, AboveBottom = 2.5;
        for (int key = FirstKey - (FirstKey % KeysPerOctave) + KeysPerOctave; key < LastKey; key += KeysPerOctave)
        {
            Colour colour = key == _litKey ? theme.Panel : theme.Muted;
            canvas.Text(NoteName.Key(buffer, key), White(key, axis, keys).Left + 1.5, keys.Bottom - AboveBottom, new TextStyle(Size, colour));
        }
    }

    private int KeyAt(double x) => Math.Clamp(NoteName.NearestKey(plot.Frame.Frequencies.FrequencyHz(x)), FirstKey, LastKey);

    // To the middle of its black neighbours, or half a semitone to a white one.
    private static Rectangle White(int key, FrequencyAxis axis, Rectangle keys)
    {
        double left = key - (NoteName.IsBlack(key - 1) ? 1 : 0.5), right = key + (NoteName.IsBlack(key + 1) ? 1 : 0.5);
        return Rectangle.FromEdges(axis.X(NoteName.FrequencyHz(left)), keys.Top, axis.X(NoteName.FrequencyHz(right)), keys.Bottom);
    }

    private static Rectangle Black(int key, FrequencyAxis axis, Rectangle keys) => Rectangle.FromEdges(
        axis.X(NoteName.FrequencyHz(key - 0.4)), keys.Top, axis.X(NoteName.FrequencyHz(key + 0.4)), keys.Top + (BlackShare * keys.Height));
}
