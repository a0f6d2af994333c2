using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>A line of text that is only read, shortened where it does not fit. The pointer goes through it.</summary>
public sealed class Label(string text) : Widget
{
    private string _text = text;
    private FittedText _fitted;

    /// <summary>The text.</summary>
    public string Text
    {
        get => _text;
        set
        {
            if (_text == value)
                return;
            _text = value;
            Invalidate();
        }
    }

    /// <summary>Size of type, in canvas units.</summary>
    public double Size { get; init; } = TypeSize.Label;

    /// <summary>Weight of the letters.</summary>
    public FontWeight Weight { get; init; } = FontWeight.Regular;

    /// <summary>Which end stays in place.</summary>
    public TextAlign Align { get; init; }

    /// <summary>Colour of the letters.</summary>
    public Func<Theme, Colour> Colour { get; init; } = static theme => theme.Muted;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Label;

    /// <inheritdoc/>
    public override string AccessibleName => Text;

    /// <inheritdoc/>
    protected override bool TakesPointer => false;

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        var style = new TextStyle(Size, Colour(context.Theme), Weight, Align);
        double x = Align switch
        {
            TextAlign.Left => Bounds.Left,
            TextAlign.Centre => Bounds.Centre.X,
            _ => Bounds.Right,
        };
        canvas.Text(_fitted.Of(canvas, Text, style, Bounds.Width), x, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
    }
}
