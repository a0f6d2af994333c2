using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>What something is, as AT-SPI numbers and names it (AtspiRole in atspi-constants.h).</summary>
internal enum AtSpiRole : uint
{
    CheckMenuItem = 8,
    Dialog = 16,
    Frame = 23,
    Image = 27,
    Label = 29,
    List = 31,
    ListItem = 32,
    MenuItem = 35,
    Panel = 39,
    PopupMenu = 41,
    PushButton = 43,
    RadioButton = 44,
    Slider = 51,
    ToggleButton = 62,
    Application = 75,
    Entry = 79,
    LevelBar = 103,
    PushButtonMenu = 129,
}

/// <summary>From our roles to AT-SPI's.</summary>
internal static class AtSpiRoles
{
    /// <summary>What something in a window is. Items are what they are items of.</summary>
    public static AtSpiRole Of(in AccessiblePlace place) => place.Node.Role switch
    {
        _ when place.Parent is null => AtSpiRole.Frame,
        WidgetRole.Button => AtSpiRole.PushButton,
        WidgetRole.Toggle => AtSpiRole.ToggleButton,
        WidgetRole.Slider => AtSpiRole.Slider,
        WidgetRole.TextField => AtSpiRole.Entry,
        WidgetRole.Choice => place.Node.CanPress ? AtSpiRole.PushButtonMenu : AtSpiRole.Panel,
        WidgetRole.List => AtSpiRole.List,
        WidgetRole.Item => place.Parent.Role switch
        {
            WidgetRole.Choice => AtSpiRole.RadioButton,
            WidgetRole.Menu => IsChecked(place.Node) ? AtSpiRole.CheckMenuItem : AtSpiRole.MenuItem,
            _ => AtSpiRole.ListItem,
        },
        WidgetRole.Menu => AtSpiRole.PopupMenu,
        WidgetRole.Image => AtSpiRole.Image,
        WidgetRole.Label => AtSpiRole.Label,
        WidgetRole.Meter => AtSpiRole.LevelBar,
        _ => place.Node.IsPopup ? AtSpiRole.Dialog : AtSpiRole.Panel,
    };

    /// <summary>The name that AT-SPI has for a role.</summary>
    public static string Name(AtSpiRole role) => role switch
    {
        AtSpiRole.CheckMenuItem => "check menu item",
        AtSpiRole.Dialog => "dialog",
        AtSpiRole.Frame => "frame",
        AtSpiRole.Image => "image",
        AtSpiRole.Label => "label",
        AtSpiRole.List => "list",
        AtSpiRole.ListItem => "list item",
        AtSpiRole.MenuItem => "menu item",
        AtSpiRole.Panel => "panel",
        AtSpiRole.PopupMenu => "popup menu",
        AtSpiRole.PushButton => "push button",
        AtSpiRole.RadioButton => "radio button",
        AtSpiRole.Slider => "slider",
        AtSpiRole.ToggleButton => "toggle button",
        AtSpiRole.Application => "application",
        AtSpiRole.Entry => "entry",
        AtSpiRole.LevelBar => "level bar",
        AtSpiRole.PushButtonMenu => "push button menu",
        _ => "unknown",
    };

    /// <summary>Whether a menu's item has its mark.</summary>
    public static bool IsChecked(AccessibleNode item) => item.Value == "checked";
}
