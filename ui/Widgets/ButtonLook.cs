namespace SemanticEq.Ui.Widgets;

/// <summary>How loud a button is.</summary>
public enum ButtonLook
{
    /// <summary>Nothing but its sign or text until the pointer comes.</summary>
    Quiet,

    /// <summary>On a raised ground.</summary>
    Raised,
}
