using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The large curve: what plays, on which words, people's spread, spectra and bands can be seen and moved.</summary>
public sealed class CurvePanel : Widget
{
    private const double ToolbarAbove = 6, ToolbarGap = 4;
    private const double LabelsBelow = 10, PianoGap = 4;

    private readonly IEditorModel _model;
    private readonly PlotArea _plot;
    private readonly PianoStrip _piano;
    private readonly PlotToolbar _toolbar;
    private bool _showsPiano;

    /// <summary>A panel of what a model plays.</summary>
    public CurvePanel(IEditorModel model)
    {
        _model = model;
        _plot = new PlotArea(model);
        _piano = Add(new PianoStrip(_plot));
        Add(_plot);
        _toolbar = Add(new PlotToolbar(model, _plot));
        _piano.IsVisible = _showsPiano = model.Settings.ShowPiano;
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Equaliser curve";

    /// <summary>The plot within.</summary>
    internal PlotArea Plot => _plot;

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (_model.Settings.ShowPiano != _showsPiano)
        {
            _piano.IsVisible = _showsPiano = _model.Settings.ShowPiano;
            Arrange(Bounds);
        }

        base.Tick(seconds);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        Rectangle inner = Bounds.Inset(Space.InsidePanel);
        double bottom = inner.Bottom + LabelsBelow;
        if (_showsPiano)
        {
            _piano.Arrange(Rectangle.FromEdges(inner.Left, inner.Bottom - PianoStrip.Height + LabelsBelow, inner.Right, bottom));
            bottom = _piano.Bounds.Top - PianoGap;
        }

        var toolbar = new Rectangle(inner.Left, inner.Top - ToolbarAbove, inner.Width, PlotToolbar.Height);
        _toolbar.Arrange(toolbar);
        _plot.Arrange(Rectangle.FromEdges(inner.Left, toolbar.Bottom + ToolbarGap, inner.Right, bottom));
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        if (!_plot.Frame.Area.Contains(context.Dirty))
            canvas.FillRoundedRectangle(Bounds, Space.PanelRadius, context.Theme.Panel);
        else
            canvas.FillRectangle(context.Dirty, context.Theme.Panel);
    }
}
