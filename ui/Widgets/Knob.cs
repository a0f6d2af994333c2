using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Widgets;

/// <summary>
/// A knob with its name and value below. It fills the width or height that it is given, up to <see cref="MaxDiameter"/>; the arc starts at
/// the middle where 0 lies there, else at the left end.
/// </summary>
public sealed class Knob(IControl control) : ControlWidget(control)
{
    /// <summary>Outer diameter of the knob that matters most, in canvas units.</summary>
    public const double Large = 80;

    /// <summary>Outer diameter of the others.</summary>
    public const double Small = 68;

    /// <summary>None becomes smaller than this.</summary>
    public const double Least = 44;

    /// <summary>Height of name and value below.</summary>
    public const double LabelHeight = 38;

    private const double StartRadians = 130 * Math.PI / 180;
    private const double SweepRadians = 280 * Math.PI / 180;
    private const double LeastArcRadians = 0.02;

    // In less, names are set smaller, and may go a little into the room between two.
    private const double CompactWidth = 56;
    private const double LabelOverhang = 4;

    private FittedText _name;

    /// <summary>The greatest outer diameter of the dial.</summary>
    public double MaxDiameter { get; init; } = Small;

    /// <summary>What stands below the dial; the control's name if null.</summary>
    public string? Label { get; init; }

    private double Diameter =>
        Math.Max(Math.Min(Least, Bounds.Width), Math.Min(MaxDiameter, Math.Min(Bounds.Width, Bounds.Height - LabelHeight)));

    private Point Centre => new(
        Bounds.Centre.X, Bounds.Top + Math.Max(0, (Bounds.Height - Diameter - LabelHeight) / 2) + (Diameter / 2));

    /// <inheritdoc/>
    protected override Rectangle EntryAnchor
    {
        get
        {
            double width = ValueEntry.Width;
            return new Rectangle(Centre.X - (width / 2), Centre.Y + (Diameter / 2) + 8, width, LabelHeight - 8);
        }
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        Point centre = Centre;
        double stroke = Diameter / 16, radius = (Diameter - stroke) / 2, dial = radius * 0.735;
        bool isLit = IsHovered || IsDragged;

        var ring = new Pen(stroke, LineCap.Round);
        canvas.BeginPath();
        canvas.Arc(centre.X, centre.Y, radius, StartRadians, StartRadians + SweepRadians);
        canvas.Stroke(theme.Line, ring);
        AddValueArc(canvas, centre, radius);
        canvas.Stroke(Accent(theme), ring);

        canvas.FillCircle(centre, dial, isLit ? theme.Hovered : theme.Raised);
        double angle = Angle(Control.Value);
        canvas.Line(
            At(centre, dial * 0.45, angle), At(centre, dial * 0.77, angle), theme.Text, new Pen(dial * 0.11, LineCap.Round));
        DrawLabels(canvas, theme, centre, isLit);
    }

    private static double Angle(double value) => StartRadians + (value * SweepRadians);

    private static Point At(Point centre, double radius, double angle) =>
        new(centre.X + (radius * Math.Cos(angle)), centre.Y + (radius * Math.Sin(angle)));

    private void AddValueArc(ICanvas canvas, Point centre, double radius)
    {
        double from = Angle(IsBipolar ? 0.5 : 0), to = Angle(Control.Value);
        canvas.BeginPath();
        if (Math.Abs(to - from) > LeastArcRadians)
            canvas.Arc(centre.X, centre.Y, radius, Math.Min(from, to), Math.Max(from, to));
    }

    private void DrawLabels(ICanvas canvas, Theme theme, Point centre, bool isLit)
    {
        var name = new TextStyle(Bounds.Width < CompactWidth ? TypeSize.Small : TypeSize.Label, theme.Text, FontWeight.Medium, TextAlign.Centre);
        double below = centre.Y + (Diameter / 2);
        canvas.Text(_name.Of(canvas, Label ?? Control.Name, name, Bounds.Width + LabelOverhang), centre.X, below + 16, name);
        var value = new TextStyle(TypeSize.Small, isLit ? theme.Text : theme.Muted, Align: TextAlign.Centre, Tabular: true);
        Span<byte> buffer = stackalloc byte[TextBytes];
        canvas.Text(Control.Text(Control.Value, buffer), centre.X, below + 32, value);
    }
}
