using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Widgets;

/// <summary>A few words on a rounded ground of their own tint: a part of a phrase as it was understood. It may be pressed.</summary>
/// <param name="text">The words.</param>
/// <param name="pressed">What a click does; null for one that is only read.</param>
public sealed class Chip(string text, Action? pressed = null) : PressWidget
{
    /// <summary>Its height, in canvas units.</summary>
    public const double Height = 22;

    private const double Padding = 10;

    private string _text = text;
    private FittedText _fitted;

    /// <summary>The words.</summary>
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

    /// <summary>The colour of the words, and fainter of the ground.</summary>
    public Func<Theme, Colour> Tint { get; init; } = static theme => theme.Amber;

    /// <summary>Whether its outline is broken: what is only guessed.</summary>
    public bool IsUncertain { get; init; }

    /// <inheritdoc/>
    public override bool CanFocus => pressed is not null;

    /// <inheritdoc/>
    public override WidgetRole Role => pressed is null ? WidgetRole.Label : WidgetRole.Button;

    /// <inheritdoc/>
    public override string AccessibleName => Text;

    /// <inheritdoc/>
    public override CursorShape Cursor(Point at) => pressed is null ? CursorShape.Arrow : CursorShape.Hand;

    /// <inheritdoc/>
    public override bool Pressed(in PointerEvent pointer) => pressed is not null && base.Pressed(pointer);

    /// <inheritdoc/>
    public override bool Key(in KeyEvent key) => pressed is not null && base.Key(key);

    /// <summary>The width that the words want, in canvas units.</summary>
    public double WantedWidth(IScene scene) => (2 * Padding) + scene.MeasureWidth(Text, Style(default));

    /// <inheritdoc/>
    protected override void Press() => pressed?.Invoke();

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Colour tint = Tint(context.Theme);
        bool isLit = pressed is not null && (IsHovered || IsDown);
        double radius = Bounds.Height / 2;
        canvas.FillRoundedRectangle(Bounds, radius, tint.WithOpacity(context.Theme.ChipOpacity));
        if (IsUncertain || isLit)
        {
            canvas.BeginPath();
            canvas.AddRoundedRectangle(Bounds.Inset(0.5), radius - 0.5);
            canvas.Stroke(tint, isLit ? new Pen(1) : new Pen(1, DashOn: 3, DashOff: 2.5));
        }

        TextStyle style = Style(tint);
        string words = _fitted.Of(canvas, Text, style, Math.Max(0, Bounds.Width - Padding));
        canvas.Text(words, Bounds.Centre.X, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
    }

    private static TextStyle Style(Colour colour) => new(TypeSize.Small + 0.5, colour, FontWeight.Medium, TextAlign.Centre);
}
