using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The preset in force: the one before, its name, its heart, the one after.</summary>
internal sealed class PresetBox : Widget
{
    private const double ButtonWidth = 30;

    private readonly IPresets _presets;
    private readonly Action<string> _say;
    private readonly Button _previous;
    private readonly PresetName _name;
    private readonly Button _heart;
    private readonly Button _next;

    /// <summary>A box of some presets.</summary>
    /// <param name="presets">Which.</param>
    /// <param name="say">Told why one can't be loaded.</param>
    public PresetBox(IPresets presets, Action<string> say)
    {
        (_presets, _say) = (presets, say);
        _previous = Add(new Button("Previous preset", () => Step(-1)) { Icon = Icon.ChevronLeft, Tip = "Previous preset" });
        _name = Add(new PresetName(presets, Open));
        _heart = Add(new Button("Favourite", SwitchHeart) { Icon = Icon.Heart, IconSize = 14, Tip = "Keep among your favourites" });
        _next = Add(new Button("Next preset", () => Step(1)) { Icon = Icon.ChevronRight, Tip = "Next preset" });
    }

    /// <inheritdoc/>
    public override WidgetRole Role => WidgetRole.Group;

    /// <inheritdoc/>
    public override string AccessibleName => "Presets";

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        Preset? current = _presets.Current;
        bool isFavourite = current is { IsFavourite: true };
        _heart.IsVisible = current is not null;
        _heart.IsLit = isFavourite;
        _heart.Icon = isFavourite ? Icon.HeartFilled : Icon.Heart;
        base.Tick(seconds);
    }

    /// <inheritdoc/>
    public override void HoverChanged(bool isHovered)
    {
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren()
    {
        _previous.Arrange(Bounds with { Width = ButtonWidth });
        _next.Arrange(Bounds with { X = Bounds.Right - ButtonWidth, Width = ButtonWidth });
        _heart.Arrange(Bounds with { X = Bounds.Right - (2 * ButtonWidth), Width = ButtonWidth });
        _name.Arrange(Bounds with { X = Bounds.Left + ButtonWidth, Width = Bounds.Width - (3 * ButtonWidth) });
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context) =>
        canvas.FillRoundedRectangle(Bounds, Space.ControlRadius, context.Theme.Panel);

    private void Open() => Scene?.OpenPopup(new PresetBrowser(_presets), Bounds);

    private void Step(int by)
    {
        if (_presets.Step(by) is { } problem)
            _say(problem);
    }

    private void SwitchHeart()
    {
        if (_presets.Current is { } current)
            _presets.SetFavourite(current, !current.IsFavourite);
    }
}
