using SemanticEq.Ui.Editor;

namespace SemanticEq.Ui.Widgets;

/// <summary>A value as a number, in the control's own unit.</summary>
/// <param name="Current">As it stands.</param>
/// <param name="Min">The lowest.</param>
/// <param name="Max">The highest.</param>
/// <param name="Step">What an arrow key moves, where the scale is even; never less than a step of a stepped control.</param>
public readonly record struct AccessibleRange(double Current, double Min, double Max, double Step)
{
    /// <summary>A control's; null for none.</summary>
    public static AccessibleRange? Of(IControl? control) => control is null
        ? null
        : new AccessibleRange(
            control.Plain, control.Min, control.Max,
            (control.Max - control.Min) * (control.Steps > 0 ? 1.0 / control.Steps : ValueDrag.Step));
}
