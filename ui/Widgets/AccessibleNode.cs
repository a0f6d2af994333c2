using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>One thing on the window as assistive technology wants it. Immutable; a snapshot.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Value">Its value as text; may be empty.</param>
/// <param name="Bounds">Where it lies, in canvas units.</param>
/// <param name="States">How it stands.</param>
/// <param name="Children">What it holds.</param>
public sealed record AccessibleNode(
    WidgetRole Role, string Name, string Value, Rectangle Bounds, AccessibleStates States, IReadOnlyList<AccessibleNode> Children)
{
    /// <summary>A part of a widget that is no widget of its own.</summary>
    public static AccessibleNode Part(
        WidgetRole role, string name, string value, Rectangle bounds, AccessibleStates states = AccessibleStates.None) =>
        new(role, name, value, bounds, states, []);

    /// <summary>It and everything below it.</summary>
    public IEnumerable<AccessibleNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    /// <summary>Describes a widget and what it holds, as far as it is shown. What has no role is left out, its children are not.</summary>
    internal static IEnumerable<AccessibleNode> Of(Widget widget)
    {
        if (!widget.IsVisible)
            return [];
        var below = widget.Children.SelectMany(Of).ToList();
        widget.DescribeParts(below);
        return widget.Role == WidgetRole.None && !widget.CanFocus
            ? below
            : [new(widget.Role, widget.AccessibleName, widget.AccessibleValue, widget.Bounds, StatesOf(widget), below)];
    }

    private static AccessibleStates StatesOf(Widget widget) =>
        (widget.CanFocus ? AccessibleStates.Focusable : 0) | (widget.IsFocused ? AccessibleStates.Focused : 0)
        | (widget.IsEnabled ? 0 : AccessibleStates.Disabled);
}
