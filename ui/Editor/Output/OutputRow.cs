using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What is set once rather than turned: auto gain, measuring for it, and where the decoder's bands play.</summary>
internal sealed class OutputRow : Widget
{
    private const double Gap = 6;

    // What each needs for its words; what is left is shared.
    private const double LeastAuto = 88, LeastMeasure = 80, LeastChannels = 66;

    private readonly ToggleButton _auto;
    private readonly MeasureButton _measure;
    private readonly ChoiceButton _channels;

    /// <summary>The row of a model.</summary>
    public OutputRow(IEditorModel model)
    {
        _auto = Add(new ToggleButton(model.AutoGain) { Tip = "Keeps the loudness as it is without the equaliser." });
        _measure = Add(new MeasureButton(model));
        _channels = Add(new ChoiceButton(model.ChannelMode) { Tip = "Where the words' bands play: both channels, mid, side, left or right." });
    }

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        double more = (Bounds.Width - (2 * Gap) - LeastAuto - LeastMeasure - LeastChannels) / 3, left = Bounds.Left;
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
