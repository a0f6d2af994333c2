using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>On or off, and what it was before at the loudness that it has now.</summary>
internal sealed class PowerGroup : Widget
{
    private const double Inset = 3;

    private readonly ToggleButton _power;
    private readonly ToggleButton _dry;
    private bool _isNarrow;

    /// <summary>A group of a model.</summary>
    public PowerGroup(IEditorModel model)
    {
        IControl bypass = model.Bypass;
        _power = Add(new ToggleButton("On", () => !bypass.IsOn(), () => bypass.SetOnce(bypass.IsOn() ? 0 : 1))
        {
            IsBare = true,
            Icon = Icon.Power,
            OffText = "Off",
            Parameter = bypass.Id,
            Tip = "On, or bypassed bit for bit",
        });
        _dry = Add(new ToggleButton(model.DryCompare)
        {
            IsBare = true,
            Text = "Dry",
            Tip = "The dry signal, as loud as the equalised one: only the sound differs",
        });
    }

    /// <summary>Whether it says less, for small windows.</summary>
    public bool IsNarrow
    {
        get => _isNarrow;
        set
        {
            _isNarrow = value;
            _power.Text = value ? "" : "On";
        }
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "On or off";

    /// <summary>The width that it wants, in canvas units.</summary>
    public double WantedWidth(IScene scene) => _power.WantedWidth(scene) + _dry.WantedWidth(scene) + (3 * Inset);

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        Rectangle inside = Bounds.Inset(Inset);
        double dry = Scene is { } scene ? Math.Ceiling(_dry.WantedWidth(scene)) : inside.Width / 2;
        _power.Arrange(inside with { Width = inside.Width - dry - Inset });
        _dry.Arrange(inside with { X = inside.Right - dry, Width = dry });
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context) =>
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, context.Theme.Panel);
}
