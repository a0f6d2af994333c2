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
    /// <summary>The same for the same thing in every snapshot of any window of this process; 0 for none.</summary>
    public long Id { get; init; }

    /// <summary>Its value as a number; null where it is none.</summary>
    public AccessibleRange? Range { get; init; }

    /// <summary>Where the caret stands in its text, in UTF-16 units; −1 where it has none.</summary>
    public int Caret { get; init; } = -1;

    /// <summary>Whether it came up above the others.</summary>
    public bool IsPopup { get; init; }

    /// <summary>Whether it keeps keyboard and pointer for itself while it is open.</summary>
    public bool IsModal { get; init; }

    /// <summary>Whether it can be pressed.</summary>
    public bool CanPress { get; init; }

    private int? OwnPart { get; init; }

    /// <summary>A part of a widget that is no widget of its own.</summary>
    /// <param name="role">What it is.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="value">Its value as text; may be empty.</param>
    /// <param name="bounds">Where it lies.</param>
    /// <param name="states">How it stands.</param>
    /// <param name="part">What it stays known by among the widget's parts; null where that is its place among those described.</param>
    public static AccessibleNode Part(
        WidgetRole role, string name, string value, Rectangle bounds, AccessibleStates states = AccessibleStates.None, int? part = null) =>
        new(role, name, value, bounds, states, []) { OwnPart = part };

    /// <summary>It and everything below it.</summary>
    public IEnumerable<AccessibleNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    /// <summary>Describes a widget and what it holds, as far as it is shown. What has no role is left out, its children are not.</summary>
    internal static void AddTo(List<AccessibleNode> nodes, Widget widget)
    {
        if (!widget.IsVisible)
            return;
        bool isLeftOut = widget.Role == WidgetRole.None && !widget.CanFocus;
        List<AccessibleNode> below = isLeftOut ? nodes : new List<AccessibleNode>(widget.Children.Count);
        for (int i = 0; i < widget.Children.Count; i++)
            AddTo(below, widget.Children[i]);
        AddParts(below, widget);
        if (isLeftOut)
            return;
        nodes.Add(new AccessibleNode(
            widget.Role, widget.AccessibleName, widget.AccessibleValue, widget.Bounds, StatesOf(widget), below)
        {
            Id = AccessibleId.Of(widget),
            Range = AccessibleRange.Of(widget.AccessibleControl(AccessibleId.Whole)),
            Caret = widget is TextField field ? field.Caret : -1,
            CanPress = widget.CanPress,
            IsPopup = widget is Popup,
            IsModal = widget is Popup { IsModal: true },
        });
    }

    /// <summary>Describes what a widget shows that is no widget of its own.</summary>
    internal static void AddParts(List<AccessibleNode> nodes, Widget widget)
    {
        int first = nodes.Count;
        widget.DescribeParts(nodes);
        for (int i = first; i < nodes.Count; i++)
        {
            int part = nodes[i].OwnPart ?? i - first;
            nodes[i] = nodes[i] with
            {
                Id = AccessibleId.Of(widget, part),
                Range = AccessibleRange.Of(widget.AccessibleControl(part)),
                CanPress = nodes[i].Role == WidgetRole.Item,
            };
        }
    }

    private static AccessibleStates StatesOf(Widget widget) =>
        (widget.CanFocus ? AccessibleStates.Focusable : 0) | (widget.IsFocused ? AccessibleStates.Focused : 0)
        | (widget.IsEnabled ? 0 : AccessibleStates.Disabled);
}
