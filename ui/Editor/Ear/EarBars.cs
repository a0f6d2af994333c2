using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Text;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>Asked and heard as bars of one scale, each with what it is of and its figure. Main thread; draws where the ear has news.</summary>
internal sealed class EarBars(IEditorModel model) : Widget
{
    private const double UpperMiddle = 0.36, LowerMiddle = 0.68;
    private const double LabelWidth = 46;
    private const double BarHeight = 8;
    private const double BarShare = 0.52;
    private const double OneLineBarWidth = 76;
    private const double TextGap = 10, FigureGap = 4;
    private const double AskedOpacity = 0.45;

    // What the whole bar stands for; the least that holds both.
    private static readonly double[] Scales = [1, 1.5, 2, 3, 5, 8, 13];

    private int _serial = -1;
    private string? _word;
    private string _more = "";
    private FittedText _fitted;

    /// <summary>Whether there is room for one line only.</summary>
    public bool IsOneLine { get; set; }

    /// <inheritdoc/>
    public override string? Tooltip(Point at)
    {
        if (!model.Ear.IsAvailable)
            return null;
        if (model.Ear.State == EarState.NothingAsked)
            return "Choose a word, or type what you want: here it will stand how far this track went there";
        return $"{_more}: how far an average recording would go with these settings (asked), and how far this track went (heard). "
            + "1 is a word of middling strength at 100 %.";
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (model.Ear.Serial == _serial)
            return;
        _serial = model.Ear.Serial;
        if (model.Ear.Word != _word)
        {
            _word = model.Ear.Word;
            _more = Comparative.Of(_word, EarWords.LanguageOf(model, _word));
        }

        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        var style = new TextStyle(TypeSize.Small, theme.Muted);
        double upper = Bounds.Top + (Bounds.Height * UpperMiddle), lower = Bounds.Top + (Bounds.Height * LowerMiddle), middle = Bounds.Centre.Y;
        IEar ear = model.Ear;
        if (!ear.IsAvailable)
        {
            canvas.Text(EarWords.NotListening, Bounds.Left, middle + style.BaselineBelowMiddle, style);
        }
        else if (ear.State == EarState.NothingAsked)
        {
            canvas.Text("nothing is asked for"u8, Bounds.Left, (IsOneLine ? middle : upper) + style.BaselineBelowMiddle, style);
            if (!IsOneLine)
                canvas.Text("choose a word, or type what you want"u8, Bounds.Left, lower + style.BaselineBelowMiddle, style);
        }
        else
        {
            if (!IsOneLine)
                DrawBar(canvas, theme, "asked"u8, upper, ear.Asked, theme.AmberFill.WithOpacity(AskedOpacity), theme.Muted, isHeard: false);
            DrawBar(canvas, theme, "heard"u8, IsOneLine ? middle : lower, ear.State == EarState.Waiting ? double.NaN : ear.Heard, theme.AmberFill, theme.Text, isHeard: true);
        }
    }

    private void DrawBar(
        ICanvas canvas, Theme theme, ReadOnlySpan<byte> label, double y, double value, Colour colour, Colour textColour, bool isHeard)
    {
        var style = new TextStyle(TypeSize.Small, theme.Muted);
        canvas.Text(label, Bounds.Left, y + style.BaselineBelowMiddle, style);
        double width = IsOneLine ? OneLineBarWidth : BarShare * (Bounds.Width - LabelWidth);
        var track = new Rectangle(Bounds.Left + LabelWidth, y - (BarHeight / 2), width, BarHeight);
        double whole = Whole(model.Ear);
        canvas.FillRoundedRectangle(track, BarHeight / 2, theme.Raised);
        if (value > 0)
            canvas.FillRoundedRectangle(track with { Width = Math.Max(BarHeight, width * Math.Min(1, value / whole)) }, BarHeight / 2, colour);
        // One line has no bar of its own for what was asked.
        double asked = track.Left + (width * Math.Clamp(model.Ear.Asked / whole, 0, 1));
        if (isHeard && model.Ear.Asked > 0)
            canvas.Line(new Point(asked, track.Top - 2), new Point(asked, track.Bottom + 2), theme.Muted, new Pen(1.5));
        DrawFigure(canvas, track.Right + TextGap, y, value, style with { Colour = textColour, Weight = isHeard ? FontWeight.Medium : FontWeight.Regular });
    }

    private void DrawFigure(ICanvas canvas, double x, double y, double value, in TextStyle style)
    {
        Span<byte> buffer = stackalloc byte[Readout.MaxBytes];
        ReadOnlySpan<byte> figure = Readout.Change(buffer, value);
        TextStyle figures = style with { Tabular = true };
        // The medium weight's width for both, so that they stand in one column and no letter comes and goes with the figure.
        TextStyle wide = style with { Weight = FontWeight.Medium };
        double room = Bounds.Right - x - FigureGap - canvas.MeasureWidth("+0.00"u8, wide with { Tabular = true });
        string word = _fitted.Of(canvas, _more, wide, Math.Max(0, room));
        double baseline = y + style.BaselineBelowMiddle;
        canvas.Text(word, x, baseline, style);
        canvas.Text(figure, x + canvas.MeasureWidth(word, wide) + FigureGap, baseline, figures);
    }

    private static double Whole(IEar ear)
    {
        double most = Math.Max(ear.Asked, ear.Heard);
        foreach (double scale in Scales)
        {
            if (most <= scale)
                return scale;
        }

        return Math.Max(1, most);
    }
}
