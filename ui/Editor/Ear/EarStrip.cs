using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// What is heard against what was asked, how that went over the last minutes, and how the plug-in does. In a small window one line.
/// </summary>
public sealed class EarStrip : Widget
{
    private const double Left = Space.InsidePanel + 4;
    private const double Gap = 20;
    private const double BarsShare = 0.34, LeastBars = 236, MostBars = 420;
    private const double OneLineBars = 228, OneLineGap = 12;
    private const double FiguresWidth = 158;

    private readonly IEditorModel _model;
    private readonly EarBars _bars;
    private readonly EarTimeline _timeline;
    private readonly EarFigures _figures;

    /// <summary>The strip of a model.</summary>
    public EarStrip(IEditorModel model)
    {
        _model = model;
        _bars = Add(new EarBars(model));
        _timeline = Add(new EarTimeline(model));
        _figures = Add(new EarFigures(model.Signals));
    }

    /// <summary>Whether there is room for one line only.</summary>
    public bool IsOneLine { get; set; }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Asked and heard";

    /// <inheritdoc/>
    public override string AccessibleValue => $"{EarWords.Spoken(_model)} {_figures.AccessibleValue}";

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        _bars.IsOneLine = _timeline.IsOneLine = _figures.IsOneLine = IsOneLine;
        double left = Bounds.Left + Left, right = Bounds.Right - Space.InsidePanel, gap = IsOneLine ? OneLineGap : Gap;
        double bars = IsOneLine ? OneLineBars : Math.Clamp(BarsShare * Bounds.Width, LeastBars, MostBars);
        _bars.Arrange(Bounds with { X = left, Width = bars });
        _figures.Arrange(Bounds with { X = right - FiguresWidth, Width = FiguresWidth });
        _timeline.Arrange(Rectangle.FromEdges(_bars.Bounds.Right + gap, Bounds.Top, _figures.Bounds.Left - gap, Bounds.Bottom));
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context) =>
        canvas.FillRoundedRectangle(Bounds, Space.PanelRadius, context.Theme.Panel);
}
