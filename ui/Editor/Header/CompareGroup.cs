using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>A, B, copying the one that plays to the other, and whether both play equally loud.</summary>
internal sealed class CompareGroup : Widget
{
    private const double SidesWidth = 68;
    private const double CopyWidth = 50;
    private const double Inset = 3;

    private readonly ICompare _compare;
    private readonly Segmented _sides;
    private readonly Button _copy;
    private readonly ToggleButton _matched;
    private bool _wasB;
    private bool _isNarrow;

    /// <summary>A group of two settings.</summary>
    public CompareGroup(ICompare compare)
    {
        _compare = compare;
        _sides = Add(new Segmented("Compare A and B", ["A", "B"], () => compare.IsB ? 1 : 0, _ => compare.Switch())
        {
            Ground = static theme => theme.Panel,
            Tip = "Two whole settings to compare",
        });
        _copy = Add(new Button("Copy the one that plays to the other", compare.CopyToOther));
        _matched = Add(new ToggleButton("Match loudness of A and B", () => compare.IsMatched, () => compare.IsMatched = !compare.IsMatched)
        {
            IsBare = true,
            Tip = "Plays B as loud as A, so that the louder one doesn't win",
        });
        SayCopy();
        IsNarrow = false;
    }

    /// <summary>Whether it says less, for small windows.</summary>
    public bool IsNarrow
    {
        get => _isNarrow;
        set
        {
            _isNarrow = value;
            _matched.Text = value ? "≈" : "matched";
        }
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Compare";

    /// <summary>The width that it wants, in canvas units.</summary>
    public double WantedWidth(IScene scene) => SidesWidth + CopyWidth + _matched.WantedWidth(scene) + Inset;

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        if (_compare.IsB != _wasB)
            SayCopy();
        base.Tick(seconds);
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        _sides.Arrange(Bounds with { Width = SidesWidth });
        Rectangle inside = Bounds.Inset(Inset);
        _copy.Arrange(inside with { X = Bounds.Left + SidesWidth, Width = CopyWidth - Inset });
        double left = Bounds.Left + SidesWidth + CopyWidth;
        _matched.Arrange(inside with { X = left, Width = inside.Right - left });
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context) =>
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, context.Theme.Panel);

    private void SayCopy()
    {
        _wasB = _compare.IsB;
        _copy.Text = _wasB ? "→A" : "→B";
        _copy.Tip = _wasB ? "Copies B to A" : "Copies A to B";
    }
}
