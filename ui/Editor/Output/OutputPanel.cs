using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>How much of it, how far it adapts, how loud it comes out, and how loud that is.</summary>
public sealed class OutputPanel : Panel
{
    /// <summary>Height of the row of switches, in canvas units.</summary>
    internal const double RowHeight = 26;

    private const double Side = Space.InsidePanel, NarrowSide = 8;
    private const double LeastAbove = 6, MostAbove = 14;
    private const double Gap = 6;

    // How much of the room beyond the least goes above, and as much below; the rest makes the knobs larger, and parts them from the row.
    private const double AboveShare = 0.3, RowGapShare = 0.1;
    private const double MeterWidth = 17;
    private const double MoreSize = 20;
    private const double FreezeSide = 18, FreezeMiddle = 0.93;

    // Amount matters most.
    private const double AmountShare = 0.37;
    private const double OthersDiameterShare = 0.82;

    private readonly IEditorModel _model;
    private readonly Knob _amount;
    private readonly Knob _adapt;
    private readonly Knob _output;
    private readonly Meter _meter;
    private readonly OutputFigures _figures;
    private readonly OutputRow _row;
    private readonly Button _more;
    private readonly ToggleButton _freeze;

    /// <summary>A panel of a model's output.</summary>
    public OutputPanel(IEditorModel model)
        : base("Output")
    {
        _model = model;
        _amount = Add(new Knob(model.Amount)
        {
            MaxDiameter = Knob.Large,
            Accent = static theme => theme.Text,
            Tip = "How much of the words and macros plays. Your own bands stay as they are.",
        });
        _adapt = Add(new Knob(model.Adapt)
        {
            MaxDiameter = Knob.Small,
            Accent = static theme => theme.TealFill,
            Tip = model.Adapt.IsAvailable ? FreezeButton.AdaptTip : "Adapting to what plays comes with a later version.",
        });
        _output = Add(new Knob(model.OutputGain)
        {
            Label = "Output",
            MaxDiameter = Knob.Small,
            Accent = static theme => theme.Muted,
            Tip = "Gain after the equaliser.",
        });
        _meter = Add(new Meter("Output peak", new OutputLevels(model.Signals)) { Tip = "Peak of the output, left and right; the line is the highest." });
        _figures = Add(new OutputFigures(model.Signals));
        _row = Add(new OutputRow(model));
        _more = Add(new Button("More of the output", OpenMore) { Icon = Icon.Dots, Tip = "Freeze, auto gain, measuring, channels" });
        _freeze = Add(FreezeButton.Make(model, isLabelled: false));
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        double free = Bounds.Height - Knob.Least - Knob.LabelHeight - RowHeight - Gap;
        double above = Math.Clamp(AboveShare * free, LeastAbove, MostAbove);
        bool hasRow = free >= 2 * LeastAbove;
        bool isNarrow = Bounds.Width < 260;
        double side = isNarrow ? NarrowSide : Side;
        _row.IsVisible = hasRow;
        _more.IsVisible = !hasRow;
        Rectangle inside = Rectangle.FromEdges(Bounds.Left + side, Bounds.Top + above, Bounds.Right - side, Bounds.Bottom - above);
        if (hasRow)
        {
            _row.Arrange(inside with { Y = inside.Bottom - RowHeight, Height = RowHeight });
            inside = inside with { Height = inside.Height - RowHeight - Gap - Math.Round(RowGapShare * free) };
        }

        double figuresBottom = hasRow ? inside.Bottom : inside.Bottom - MoreSize - 2;
        bool isLabelled = !isNarrow && figuresBottom - inside.Top >= OutputFigures.LabelledHeight;
        double figures = isLabelled ? OutputFigures.Width : OutputFigures.NarrowWidth;
        double figuresLeft = inside.Right - figures, meterLeft = figuresLeft - Gap - MeterWidth;
        _meter.Arrange(new Rectangle(meterLeft, inside.Top, MeterWidth, inside.Height));
        _figures.Arrange(Rectangle.FromEdges(figuresLeft, inside.Top, inside.Right, figuresBottom));
        _more.Arrange(new Rectangle(inside.Right - figures, inside.Bottom - MoreSize, figures, MoreSize));
        _freeze.IsVisible = !hasRow || _row.Bounds.Width < OutputRow.WithFreeze;
        ArrangeKnobs(inside with { Width = meterLeft - Gap - inside.Left });
    }

    private void ArrangeKnobs(Rectangle area)
    {
        double amount = Math.Min(area.Width * AmountShare, area.Width - (2 * Knob.Least));
        double other = (area.Width - amount) / 2;
        double diameter = Math.Min(Knob.Large, Math.Min(amount, area.Height - Knob.LabelHeight));
        double smaller = Math.Min(other, Math.Max(Knob.Least, diameter * OthersDiameterShare));
        // Names on one line: the smaller knobs stand lower.
        double bottom = area.Centre.Y + ((diameter + Knob.LabelHeight) / 2);
        Rectangle lower = Rectangle.FromEdges(area.Left, bottom - smaller - Knob.LabelHeight, area.Left + other, bottom);
        _amount.Arrange(Rectangle.FromEdges(area.Left, bottom - diameter - Knob.LabelHeight, area.Left + amount, bottom));
        _adapt.Arrange(lower with { X = area.Left + amount });
        _output.Arrange(lower with { X = area.Left + amount + other });
        // In the gap of the dial's ring.
        var adapt = new Point(_adapt.Bounds.Centre.X, lower.Top + (smaller * FreezeMiddle));
        _freeze.Arrange(new Rectangle(adapt.X - (FreezeSide / 2), adapt.Y - (FreezeSide / 2), FreezeSide, FreezeSide));
    }

    private void OpenMore() => Scene?.OpenPopup(new OutputCard(_model), _more.Bounds);
}
