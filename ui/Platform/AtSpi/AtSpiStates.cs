using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>How something stands, as AT-SPI numbers it (AtspiStateType in atspi-constants.h): bit n is state n.</summary>
[Flags]
internal enum AtSpiStates : ulong
{
    None = 0,
    Active = 1ul << 1,
    Checked = 1ul << 4,
    Defunct = 1ul << 6,
    Editable = 1ul << 7,
    Enabled = 1ul << 8,
    Focusable = 1ul << 11,
    Focused = 1ul << 12,
    Modal = 1ul << 16,
    Pressed = 1ul << 20,
    Selectable = 1ul << 22,
    Selected = 1ul << 23,
    Sensitive = 1ul << 24,
    Showing = 1ul << 25,
    SingleLine = 1ul << 26,
    Visible = 1ul << 30,
    Checkable = 1ul << 41,
    HasPopup = 1ul << 42,
    ReadOnly = 1ul << 43,
}

/// <summary>From our states to AT-SPI's.</summary>
internal static class AtSpiStateSet
{
    /// <summary>How something in a window stands.</summary>
    public static AtSpiStates Of(AccessibleTree tree, in AccessiblePlace place)
    {
        AccessibleNode node = place.Node;
        AtSpiStates states = AtSpiStates.Visible | AtSpiStates.Showing;
        if (!node.States.HasFlag(AccessibleStates.Disabled))
            states |= AtSpiStates.Enabled | AtSpiStates.Sensitive;
        if (node.States.HasFlag(AccessibleStates.Focusable) || node.Role == WidgetRole.Item)
            states |= AtSpiStates.Focusable;
        if (node.Id == tree.Focus)
            states |= AtSpiStates.Focused;
        if (place.Parent is null)
            return states | (tree.IsActive ? AtSpiStates.Active : 0);
        if (node.IsPopup && node.IsModal)
            states |= AtSpiStates.Modal;
        return states | OfRole(node, place.Parent);
    }

    private static AtSpiStates OfRole(AccessibleNode node, AccessibleNode parent)
    {
        bool isSelected = node.States.HasFlag(AccessibleStates.Selected);
        return node.Role switch
        {
            WidgetRole.Toggle => AtSpiStates.Checkable | (node.Value == "on" ? AtSpiStates.Checked | AtSpiStates.Pressed : 0),
            WidgetRole.TextField => AtSpiStates.Editable | AtSpiStates.SingleLine,
            WidgetRole.Choice when node.CanPress => AtSpiStates.HasPopup,
            WidgetRole.Item when parent.Role == WidgetRole.Choice => AtSpiStates.Checkable | (isSelected ? AtSpiStates.Checked : 0),
            WidgetRole.Item => AtSpiStates.Selectable | (isSelected ? AtSpiStates.Selected : 0)
                | (AtSpiRoles.IsChecked(node) ? AtSpiStates.Checkable | AtSpiStates.Checked : 0),
            WidgetRole.Meter => AtSpiStates.ReadOnly,
            _ => 0,
        };
    }
}
