using System.Text;
using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;

namespace SemanticEq.Ui.Widgets;

/// <summary>Upright bars of level, with a line at the highest; above 0 dB the top is in the colour of warnings.</summary>
/// <param name="name">What is measured, for people who don't see it.</param>
/// <param name="levels">Where it comes from.</param>
/// <param name="clicked">What a click does (forget the highest); null for nothing.</param>
public sealed class Meter(string name, IMeterLevels levels, Action? clicked = null) : PressWidget
{
    /// <summary>The level at its foot, in dB full scale.</summary>
    public const double LowDb = -60;

    /// <summary>The level at its top, in dB full scale.</summary>
    public const double HighDb = 6;

    private const double BarWidth = 7;
    private const double BarGap = 3;
    private const double Quantum = 0.1;

    private (double First, double Second, double Highest) _seen;

    /// <summary>The colour of the bars.</summary>
    public Func<Theme, Colour> Accent { get; init; } = static theme => theme.TealFill;

    /// <inheritdoc/>
    public override bool CanFocus => clicked is not null;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Meter;

    /// <inheritdoc/>
    public override string AccessibleName => name;

    /// <inheritdoc/>
    public override string AccessibleValue
    {
        get
        {
            double highest = double.NegativeInfinity;
            for (int i = 0; i < levels.Channels; i++)
                highest = Math.Max(highest, levels.LevelDb(i));
            Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
            return Encoding.UTF8.GetString(Readout.Gain(buffer, highest));
        }
    }

    /// <summary>How high a level stands, 0 at the foot to 1 at the top: as IEC 60268-18 has it, dB by dB.</summary>
    public static double Height(double levelDb) => Math.Clamp((levelDb - LowDb) / (HighDb - LowDb), 0, 1);

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        // In tenths of a unit: what would look the same is not drawn anew.
        (double, double, double) now = (
            Rounded(levels.LevelDb(0)), levels.Channels > 1 ? Rounded(levels.LevelDb(1)) : 0, Rounded(levels.HighestDb));
        if (now == _seen)
            return;
        _seen = now;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Press() => clicked?.Invoke();

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        int channels = Math.Clamp(levels.Channels, 1, 2);
        double width = (channels * BarWidth) + ((channels - 1) * BarGap);
        double left = Bounds.Centre.X - (width / 2), zero = Y(0);
        for (int i = 0; i < channels; i++)
        {
            var trough = new Rectangle(left + (i * (BarWidth + BarGap)), Bounds.Top, BarWidth, Bounds.Height);
            canvas.FillRoundedRectangle(trough, 3, theme.Raised);
            double top = Y(levels.LevelDb(i));
            if (Bounds.Bottom - top < 0.5)
                continue;
            canvas.Save();
            canvas.BeginPath();
            canvas.AddRoundedRectangle(trough, 3);
            canvas.Clip();
            canvas.FillRectangle(Rectangle.FromEdges(trough.Left, Math.Max(top, zero), trough.Right, trough.Bottom), Accent(theme));
            if (top < zero)
                canvas.FillRectangle(Rectangle.FromEdges(trough.Left, top, trough.Right, zero - 1), theme.Warning);
            canvas.Restore();
        }

        double highest = levels.HighestDb;
        if (!(highest > LowDb))
            return;
        double y = Math.Max(Bounds.Top + 1, Y(highest));
        canvas.Line(new Point(left, y), new Point(left + width, y), highest > 0 ? theme.Warning : theme.Text, new Pen(1.5));
    }

    private double Y(double levelDb) => Bounds.Bottom - (Height(levelDb) * Bounds.Height);

    private double Rounded(double levelDb) => Math.Round(Height(levelDb) * Bounds.Height / Quantum);
}
