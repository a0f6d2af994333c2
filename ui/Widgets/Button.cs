using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>A button with an icon, a text, or both.</summary>
/// <param name="name">What it does, for people who don't see it; shown as text where <see cref="Text"/> says so.</param>
/// <param name="pressed">Does it.</param>
public sealed class Button(string name, Action pressed) : PressWidget
{
    private const double Padding = 12;
    private const double LeastPadding = 5;
    private const double IconGap = 8;

    private Icon _icon;
    private string _text = "";
    private bool _isLit;
    private FittedText _fitted;

    /// <summary>Its sign.</summary>
    public Icon Icon
    {
        get => _icon;
        set => Set(ref _icon, value);
    }

    /// <summary>Its text; empty for none.</summary>
    public string Text
    {
        get => _text;
        set => Set(ref _text, value);
    }

    /// <summary>Whether it shows in <see cref="LitColour"/>: a heart that is lit.</summary>
    public bool IsLit
    {
        get => _isLit;
        set => Set(ref _isLit, value);
    }

    /// <summary>Its colour while <see cref="IsLit"/>.</summary>
    public Func<Theme, Colour> LitColour { get; init; } = static theme => theme.AmberFill;

    /// <summary>How loud it is.</summary>
    public ButtonLook Look { get; init; }

    /// <summary>Side of the icon, in canvas units.</summary>
    public double IconSize { get; init; } = 16;

    /// <summary>What it does, for people who don't see it.</summary>
    public string Name { get; set; } = name;

    /// <inheritdoc/>
    public override string AccessibleName => Name;

    /// <summary>The width that icon and text want, in canvas units.</summary>
    public double WantedWidth(IScene scene) =>
        Math.Ceiling((2 * Padding) + IconWidth + (Text.Length == 0 ? 0 : scene.MeasureWidth(Text, Style(default))));

    /// <inheritdoc/>
    protected override void Press() => pressed();

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        bool isHovered = IsHovered && IsEnabled;
        if (Look == ButtonLook.Raised || isHovered || IsDown)
        {
            Colour ground = IsDown || (isHovered && Look == ButtonLook.Raised) ? theme.Hovered : theme.Raised;
            canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, ground);
        }

        Colour colour = IsLit ? LitColour(theme) : isHovered || Look == ButtonLook.Raised ? theme.Text : theme.Muted;
        TextStyle style = Style(colour);
        string text = _fitted.Of(canvas, Text, style, Math.Max(0, Bounds.Width - (2 * LeastPadding) - IconWidth));
        double width = Text.Length == 0 ? 0 : canvas.MeasureWidth(text, style);
        double left = Bounds.Centre.X - ((IconWidth + width) / 2);
        if (Icon != Icon.None)
            IconPaths.Draw(canvas, Icon, new Point(left + (IconSize / 2), Bounds.Centre.Y), IconSize, colour);
        if (Text.Length > 0)
            canvas.Text(text, left + IconWidth, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
    }

    private double IconWidth => Icon == Icon.None ? 0 : IconSize + (Text.Length > 0 ? IconGap : 0);

    private static TextStyle Style(Colour colour) => new(TypeSize.Label, colour, FontWeight.Medium);

    private void Set<T>(ref T field, T value)
    {
        if (EqualityComparer<T>.Default.Equals(field, value))
            return;
        field = value;
        Invalidate();
    }
}
