namespace SemanticEq.Ui.Widgets;

/// <summary>What a widget is, for assistive technology; named as AT-SPI and UI Automation name them.</summary>
public enum WidgetRole
{
    /// <summary>Decoration.</summary>
    None,

    /// <summary>A group of others.</summary>
    Group,

    /// <summary>Does something when pressed.</summary>
    Button,

    /// <summary>On or off.</summary>
    Toggle,

    /// <summary>A value in a range.</summary>
    Slider,

    /// <summary>Text that can be edited.</summary>
    TextField,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>A list.</summary>
    List,

    /// <summary>A part of a list or a menu.</summary>
    Item,

    /// <summary>A menu.</summary>
    Menu,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>Text that is only read.</summary>
    Label,

    /// <summary>A level that is only read.</summary>
    Meter,
}
