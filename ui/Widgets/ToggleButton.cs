using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// A switch. On, it lies on a raised ground with an outline and its sign is in its accent: never told by colour alone.
/// </summary>
public sealed class ToggleButton : PressWidget
{
    private const double Padding = 10;
    private const double LeastPadding = 5;
    private const double IconGap = 6;

    private readonly IControl? _control;
    private readonly string _name;
    private readonly Func<bool> _isOn;
    private readonly Action _toggle;
    private string _text = "";
    private bool _seen;
    private bool _wasAvailable = true;
    private FittedText _fitted;

    /// <summary>Switches a parameter of one step.</summary>
    public ToggleButton(IControl control)
        : this(control.Name, control.IsOn, () => control.SetOnce(control.IsOn() ? 0 : 1))
    {
        _control = control;
        IsEnabled = _wasAvailable = control.IsAvailable;
    }

    /// <summary>Switches something else.</summary>
    /// <param name="name">What, for people who don't see it; shown as text unless <see cref="Text"/> says otherwise.</param>
    /// <param name="isOn">How it stands; asked each frame.</param>
    /// <param name="toggle">Switches it over.</param>
    public ToggleButton(string name, Func<bool> isOn, Action toggle)
    {
        (_name, _isOn, _toggle) = (name, isOn, toggle);
        Text = name;
        _seen = isOn();
    }

    /// <summary>Its text; empty for none.</summary>
    public string Text
    {
        get => _text;
        set
        {
            _text = value;
            Invalidate();
        }
    }

    /// <summary>Its text while off, where it is another one.</summary>
    public string? OffText { get; init; }

    /// <summary>Whether it has no outline: where it lies on a ground with others.</summary>
    public bool IsBare { get; init; }

    /// <summary>The parameter that it stands for, where it isn't made of one.</summary>
    public uint? Parameter { get; init; }

    /// <summary>Its sign.</summary>
    public Icon Icon { get; init; }

    /// <summary>The colour of its sign while on.</summary>
    public Func<Theme, Colour> Accent { get; init; } = static theme => theme.AmberFill;

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Toggle;

    /// <inheritdoc/>
    public override string AccessibleName => _name;

    /// <inheritdoc/>
    public override string AccessibleValue => _isOn() ? "on" : "off";

    /// <inheritdoc/>
    public override uint? ParameterAt(Point at) => Parameter ?? _control?.Id;

    private string Shown => _isOn() || Text.Length == 0 ? Text : OffText ?? Text;

    /// <summary>The width that sign and text want, in canvas units.</summary>
    public double WantedWidth(IScene scene) =>
        Math.Ceiling((2 * Padding) + IconWidth + (Text.Length == 0 ? 0 : Math.Max(Width(scene, Text), Width(scene, OffText ?? Text))));

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (_control is { } control && control.IsAvailable != _wasAvailable)
            IsEnabled = _wasAvailable = control.IsAvailable;
        bool isOn = _isOn();
        if (isOn != _seen)
            Invalidate();
        _seen = isOn;
    }

    /// <inheritdoc/>
    protected override void Press() => _toggle();

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        bool isOn = _isOn(), isHovered = IsHovered && IsEnabled;
        if (isOn || isHovered || IsDown)
            canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, IsDown || (isOn && isHovered) ? theme.Hovered : theme.Raised);
        if (!IsBare)
        {
            canvas.BeginPath();
            canvas.AddRoundedRectangle(Bounds.Inset(0.5), Space.ControlRadius - 0.5);
            canvas.Stroke(isOn ? theme.Faint : theme.Line, new Pen(1));
        }

        Colour colour = isOn || isHovered ? theme.Text : theme.Muted;
        TextStyle style = Style(colour);
        string text = _fitted.Of(canvas, Shown, style, Math.Max(0, Bounds.Width - (2 * LeastPadding) - IconWidth));
        double width = Text.Length == 0 ? 0 : canvas.MeasureWidth(text, style);
        double left = Bounds.Centre.X - ((IconWidth + width) / 2), middle = Bounds.Centre.Y;
        if (Icon != Icon.None)
            IconPaths.Draw(canvas, Icon, new Point(left + (IconSize / 2), middle), IconSize, isOn ? Accent(theme) : theme.Muted);
        else
            DrawDot(canvas, theme, new Point(left + (IconSize / 2), middle), isOn);
        if (Text.Length > 0)
            canvas.Text(text, left + IconWidth, middle + style.BaselineBelowMiddle, style);
    }

    private double IconSize => Icon == Icon.None ? 8 : 14;

    private double IconWidth => IconSize + (Text.Length > 0 ? IconGap : 0);

    private static double Width(IScene scene, string text) => scene.MeasureWidth(text, Style(default));

    private static TextStyle Style(Colour colour) => new(TypeSize.Label, colour, FontWeight.Medium);

    // Full for on, hollow for off.
    private void DrawDot(ICanvas canvas, Theme theme, Point centre, bool isOn)
    {
        canvas.BeginPath();
        canvas.Arc(centre.X, centre.Y, isOn ? 3.5 : 2.75, 0, 2 * Math.PI);
        canvas.ClosePath();
        if (isOn)
            canvas.Fill(Accent(theme));
        else
            canvas.Stroke(theme.Muted, new Pen(1.5));
    }
}
