using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Editor;

/// <summary>The plot with its axes, nodes and card. A double click on an empty place adds a band of the user's own.</summary>
internal sealed partial class PlotArea : Widget, IBandPlot
{
    private const int Bands = 8;
    private const double LabelsLeft = 40, LabelsBelow = 24, LabelsRight = 30, LeastWidthForLevels = 480;

    private readonly IEditorModel _model;
    private readonly BandNode[] _nodes;
    private readonly NodeLayout _layout;
    private readonly CurveLine _line = new();
    private readonly SpectrumLine _spectrum = new();
    private readonly CurveRange _range = new();
    private readonly Crosshair _crosshair = new();
    private readonly PlotNotice _notice = new();
    private readonly NodeCard _card;
    private readonly SoloBadge _solo;
    private int _hintsLeft = 3;
    private double _seconds;

    /// <summary>A plot of what plays.</summary>
    public PlotArea(IEditorModel model)
    {
        _model = model;
        Drag = new BandDrag(model);
        _nodes = new BandNode[2 * Bands];
        for (int band = 0; band < Bands; band++)
        {
            _nodes[band] = Add(new BandNode(this, new TrimmedBandEdit(model, band)));
            _nodes[Bands + band] = Add(new BandNode(this, new OwnBandEdit(model, band)));
        }

        _layout = new NodeLayout(_nodes);
        _solo = Add(new SoloBadge(model.Signals) { IsVisible = false });
        _card = Add(new NodeCard(this));
    }

    /// <inheritdoc/>
    public PlotFrame Frame { get; private set; }

    /// <inheritdoc/>
    public BandSelection Selection { get; } = new();

    /// <inheritdoc/>
    public BandDrag Drag { get; }

    /// <summary>The nodes: the decoder's eight, then the user's own.</summary>
    public IReadOnlyList<BandNode> Nodes => _nodes;

    /// <summary>The frequency under the pointer in Hz, or null.</summary>
    public double? PointedHz => _crosshair.At is { } at ? Frame.Frequencies.FrequencyHz(at.X) : null;

    /// <summary>Whether people's spread shows.</summary>
    public bool ShowsSpread => _line.HasSpread;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Curve";

    /// <inheritdoc/>
    public override string? Tooltip(Point at)
    {
        // Read a few times it is known; then it would only lie over the curve.
        if (!Frame.Area.Contains(at) || ShowsCard || _hintsLeft == 0)
            return null;
        _hintsLeft--;
        return "Double-click to add a band of your own. Right-click for what the plot shows.";
    }

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer)
    {
        if (pointer.Button == PointerButton.Secondary)
            OpenPlotMenu(new Rectangle(pointer.Position.X, pointer.Position.Y, 0, 0));
        if (pointer.Button != PointerButton.Primary)
            return pointer.Button == PointerButton.Secondary;
        Selection.Chosen = null;
        Selection.Pointed = null;
        if (pointer.Clicks == 2 && Frame.Area.Contains(pointer.Position))
            AddBand(pointer.Position);
        return true;
    }

    /// <inheritdoc/>
    public override void Moved(in PointerEvent pointer) =>
        MoveCrosshair(Frame.Area.Contains(pointer.Position) ? pointer.Position : null);

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
        if (!isHovered)
            MoveCrosshair(null);
    }

    /// <inheritdoc/>
    public bool ShowsCard => _card.IsVisible;

    /// <inheritdoc/>
    public void OpenEntry(BandNode node) => Scene?.OpenPopup(new BandEntry(node.Edit), node.Body);

    /// <inheritdoc/>
    public void OpenMenu(BandNode node) => BandMenu.Open(this, node);

    /// <summary>Shows what else the plot can show.</summary>
    /// <param name="anchor">What the menu belongs to.</param>
    public void OpenPlotMenu(Rectangle anchor) => PlotMenu.Open(this, _model, anchor);

    private void AddBand(Point at)
    {
        for (int i = Bands; i < _nodes.Length; i++)
        {
            if (_nodes[i].Edit is not OwnBandEdit { IsOn: false } own)
                continue;
            own.Add(Frame.Frequencies.FrequencyHz(at.X), Frame.Gains.LevelDb(at.Y));
            Selection.Chosen = _nodes[i];
            _layout.Prefer(_nodes[i]);
            return;
        }

        _notice.Show("All eight bands of your own are in use.", _seconds);
        Invalidate(Frame.Area);
    }

    private void MoveCrosshair(Point? to)
    {
        if (_crosshair.At == to)
            return;
        if (_crosshair.At is { } from)
            Invalidate(Crosshair.Area(from, Frame));
        _crosshair.At = to;
        if (to is { } at)
            Invalidate(Crosshair.Area(at, Frame));
    }
}
