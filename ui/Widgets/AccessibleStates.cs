namespace SemanticEq.Ui.Widgets;

/// <summary>How something stands.</summary>
[Flags]
public enum AccessibleStates
{
    /// <summary>Nothing to be said.</summary>
    None = 0,

    /// <summary>The keyboard can come to it.</summary>
    Focusable = 1,

    /// <summary>The keyboard is its.</summary>
    Focused = 2,

    /// <summary>It can't be used now.</summary>
    Disabled = 4,

    /// <summary>It is the one that is chosen.</summary>
    Selected = 8,
}
