using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>What is set once rather than turned: auto gain, measuring for it, and where the decoder's bands play.</summary>
internal sealed class OutputRow : Widget
{
    private const double Gap = 6;

    // Shares of the width by the longest that each has to say.
    private const double AutoShare = 0.315, MeasureShare = 0.40;

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
        double room = Bounds.Width - (2 * Gap), left = Bounds.Left;
        Place(_auto, room * AutoShare);
        Place(_measure, room * MeasureShare);
        Place(_channels, Bounds.Right - left);

        void Place(Widget widget, double width)
        {
            widget.Arrange(Bounds with { X = left, Width = width });
            left += width + Gap;
        }
    }
}
