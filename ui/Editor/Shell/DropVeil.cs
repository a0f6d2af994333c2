using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>Over everything while files are dragged over the window: where they can be let go, and what becomes of them.</summary>
internal sealed class DropVeil : Popup
{
    private const string Invitation = "Drop a file here";
    private const string Uses = "Audio: this track is matched to it · Preset: it is loaded and kept";
    private const double Opacity = 0.92;
    private const double FrameInset = 12;
    private const double TextInset = 16;
    private const double LineDistance = 26;

    private static readonly Pen Dashed = new(2, DashOn: 8, DashOff: 6);

    private FittedText _invitation;
    private FittedText _uses;

    /// <inheritdoc/>
    public override Size Wanted => new(double.MaxValue, double.MaxValue);

    /// <inheritdoc/>
    public override bool IsModal => false;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Label;

    /// <inheritdoc/>
    public override string AccessibleName => Invitation;

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        // To the window's edges, beyond where popups lie.
        canvas.FillRectangle(context.Dirty, theme.Ground.WithOpacity(Opacity));
        Rectangle frame = Bounds.Inset(FrameInset);
        canvas.BeginPath();
        canvas.AddRoundedRectangle(frame, Space.PanelRadius);
        canvas.Stroke(theme.Muted, Dashed);

        double room = frame.Width - (2 * TextInset);
        Point centre = frame.Centre;
        var invitation = new TextStyle(TypeSize.Title, theme.Text, FontWeight.SemiBold, TextAlign.Centre);
        var uses = new TextStyle(TypeSize.Control, theme.Muted, Align: TextAlign.Centre);
        double middle = centre.Y - (LineDistance / 2);
        canvas.Text(
            _invitation.Of(canvas, Invitation, invitation, room), centre.X, middle + invitation.BaselineBelowMiddle, invitation);
        canvas.Text(_uses.Of(canvas, Uses, uses, room), centre.X, middle + LineDistance + uses.BaselineBelowMiddle, uses);
    }
}
