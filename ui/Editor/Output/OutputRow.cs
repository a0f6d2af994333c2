using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What is set once rather than turned: freezing, auto gain, measuring for it, and where the decoder's bands play.</summary>
internal sealed class OutputRow : Widget
{
    /// <summary>The width in which freezing has room too, in canvas units.</summary>
    public const double WithFreeze = LeastFreeze + LeastAuto + LeastMeasure + LeastChannels + (3 * Gap);

    private const double Gap = 5;

    // What each needs for its words; what is left is shared.
    private const double LeastFreeze = 71, LeastAuto = 81, LeastMeasure = 72, LeastChannels = 64;

    private readonly ToggleButton _freeze;
    private readonly ToggleButton _auto;
    private readonly MeasureButton _measure;
    private readonly ChoiceButton _channels;

    /// <summary>The row of a model.</summary>
    public OutputRow(IEditorModel model)
    {
        _freeze = Add(FreezeButton.Make(model, isLabelled: true));
        _auto = Add(new ToggleButton(model.AutoGain) { Tip = "Keeps the loudness as it is without the equaliser." });
        _measure = Add(new MeasureButton(model));
        _channels = Add(new ChoiceButton(model.ChannelMode) { Tip = "Where the words' bands play: both channels, mid, side, left or right." });
    }

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        _freeze.IsVisible = Bounds.Width >= WithFreeze;
        double more = _freeze.IsVisible
            ? (Bounds.Width - WithFreeze) / 4
            : (Bounds.Width - (2 * Gap) - LeastAuto - LeastMeasure - LeastChannels) / 3;
        double left = Bounds.Left;
        if (_freeze.IsVisible)
            Place(_freeze, LeastFreeze + more);
        Place(_auto, LeastAuto + more);
        Place(_measure, LeastMeasure + more);
        Place(_channels, LeastChannels + more);

        void Place(Widget widget, double width)
        {
            widget.Arrange(Bounds with { X = left, Width = width });
            left += width + Gap;
        }
    }
}
