using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>
/// Above the plot: which spectra show, whether they stand still, and a menu of the rest. What there is no room for is in the menu alone.
/// </summary>
internal sealed class PlotToolbar : Widget
{
    /// <summary>Height that it wants, in canvas units.</summary>
    public const double Height = 24;

    private const double Gap = 2, SpreadGap = 14, SpreadMark = 12, SpreadMarkGap = 5;
    private const string SpreadText = "people’s spread";

    private readonly PlotArea _plot;
    private readonly ISignals _signals;
    private readonly LegendToggle[] _toggles;
    private readonly LegendToggle _sideChain;
    private readonly Button _more;
    private bool _showsSpread;
    private bool _hasSideChain;
    private double _spreadRight;
    private double _spreadWidth;

    /// <summary>A toolbar of a plot.</summary>
    public PlotToolbar(IEditorModel model, PlotArea plot)
    {
        _plot = plot;
        IEditorSettings settings = model.Settings;
        ISignals signals = _signals = model.Signals;
        // In the order in which they give way to want of room.
        _toggles =
        [
            Add(new LegendToggle(
                "pre", "Spectrum of the input", LegendMark.Input, () => settings.ShowInput, () => settings.ShowInput = !settings.ShowInput)
                { Tip = "The input's spectrum" }),
            Add(new LegendToggle(
                "post", "Spectrum of the output", LegendMark.Output, () => settings.ShowOutput,
                () => settings.ShowOutput = !settings.ShowOutput)
                { Tip = "The output's spectrum" }),
            _sideChain = Add(new LegendToggle(
                "side", "Spectrum of the side-chain", LegendMark.SideChain, () => settings.ShowSideChain,
                () => settings.ShowSideChain = !settings.ShowSideChain)
                { Tip = "The side-chain's spectrum" }),
            Add(new LegendToggle(
                "hold", "Hold peaks", LegendMark.Hold, () => settings.PeakHold, () => settings.PeakHold = !settings.PeakHold)
                { Tip = "The output's highest peaks stay" }),
            Add(new LegendToggle(
                "freeze", "Freeze the spectra", LegendMark.Freeze, () => signals.IsFrozen, () => signals.IsFrozen = !signals.IsFrozen)
                { Tip = "The spectra stand still" }),
        ];
        _more = Add(new Button("What the plot shows", () => _plot.OpenPlotMenu(_more!.Bounds))
        { Icon = Icon.Dots, IconSize = 14, Tip = "Tilt, speed, range, piano" });
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "What the plot shows";

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        base.Tick(seconds);
        bool hasSideChain = !_signals.SideChainDb.IsEmpty;
        if (hasSideChain != _hasSideChain)
        {
            _hasSideChain = hasSideChain;
            ArrangeChildren();
            Invalidate();
        }

        if (_plot.ShowsSpread == _showsSpread)
            return;
        _showsSpread = _plot.ShowsSpread;
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        if (Scene is not { } scene)
            return;
        _more.Arrange(new Rectangle(Bounds.Right - Height, Bounds.Top, Height, Height));
        double right = _more.Bounds.Left - Gap, room = right - Bounds.Left;
        int shown = 0;
        for (double taken = 0; shown < _toggles.Length; shown++)
        {
            taken += IsThere(_toggles[shown]) ? _toggles[shown].WantedWidth(scene) + Gap : 0;
            if (taken > room)
                break;
        }

        for (int i = _toggles.Length - 1; i >= 0; i--)
        {
            _toggles[i].IsVisible = i < shown && IsThere(_toggles[i]);
            if (!_toggles[i].IsVisible)
                continue;
            double width = _toggles[i].WantedWidth(scene);
            _toggles[i].Arrange(new Rectangle(right - width, Bounds.Top, width, Height));
            right -= width + Gap;
        }

        _spreadWidth = scene.MeasureWidth(SpreadText, SpreadStyle(default)) + SpreadMark + SpreadMarkGap;
        _spreadRight = right - SpreadGap;
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        if (!_showsSpread || _spreadRight - _spreadWidth < Bounds.Left)
            return;
        TextStyle style = SpreadStyle(context.Theme.Muted);
        double left = _spreadRight - _spreadWidth, middle = Bounds.Centre.Y;
        canvas.FillRoundedRectangle(
            Rectangle.FromEdges(left, middle - 4, left + SpreadMark, middle + 4), 2, context.Theme.Amber.WithOpacity(0.35));
        canvas.Text(SpreadText, left + SpreadMark + SpreadMarkGap, middle + style.BaselineBelowMiddle, style);
    }

    // Most sessions have no side-chain: then nothing speaks of it.
    private bool IsThere(LegendToggle toggle) => toggle != _sideChain || _hasSideChain;

    private static TextStyle SpreadStyle(Colour colour) => new(TypeSize.Small, colour);
}
