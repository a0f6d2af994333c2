using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Editor;

/// <summary>The preset's name, with a dot behind it where something was changed since; a click opens the browser.</summary>
internal sealed class PresetName(IPresets presets, Action open) : PressWidget
{
    private const double DotRadius = 2.5;
    private const double DotGap = 7;
    private const string NoPreset = "No preset";

    private Preset? _seen;
    private bool _wasModified;
    private FittedText _fitted;

    /// <inheritdoc/>
    public override string AccessibleName => "Preset";

    /// <inheritdoc/>
    public override string AccessibleValue => (presets.Current?.Name ?? NoPreset) + (presets.IsModified ? ", changed" : "");

    /// <inheritdoc/>
    public override string? Tooltip(Point at) =>
        (presets.Current is { } preset && presets.IsModified ? $"{preset.Name}, changed since it was loaded.\n" : "") + "Click for all presets.";

    /// <inheritdoc/>
    public override void Tick(double seconds)
    {
        (Preset? current, bool isModified) = (presets.Current, presets.IsModified);
        if (ReferenceEquals(current, _seen) && isModified == _wasModified)
            return;
        (_seen, _wasModified) = (current, isModified);
        Invalidate();
    }

    /// <inheritdoc/>
    protected override void Press() => open();

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, in DrawContext context)
    {
        Theme theme = context.Theme;
        if (IsHovered || IsDown)
            canvas.FillRoundedRectangle(Bounds.Inset(3), Space.ControlRadius - 2, theme.Raised);
        Preset? current = presets.Current;
        bool isModified = presets.IsModified;
        double dot = isModified ? DotGap + (2 * DotRadius) : 0;
        var style = new TextStyle(TypeSize.Control, current is null ? theme.Muted : theme.Text, FontWeight.Medium);
        string name = _fitted.Of(canvas, current?.Name ?? NoPreset, style, Math.Max(0, Bounds.Width - 12 - (2 * dot)));
        double width = canvas.MeasureWidth(name, style), left = Bounds.Centre.X - (width / 2);
        canvas.Text(name, left, Bounds.Centre.Y + style.BaselineBelowMiddle, style);
        if (isModified)
            canvas.FillCircle(new Point(left + width + DotGap + DotRadius, Bounds.Centre.Y + 0.5), DotRadius, theme.AmberFill);
    }
}
