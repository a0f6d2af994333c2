namespace SemanticEq.Ui.Accessibility;

/// <summary>What assistive technology can ask of something on the window.</summary>
public enum AccessibleRequestKind
{
    /// <summary>To press it.</summary>
    Press,

    /// <summary>To give it the keyboard.</summary>
    Focus,

    /// <summary>To set its value.</summary>
    SetValue,

    /// <summary>To put another text into it.</summary>
    SetText,

    /// <summary>To put the caret elsewhere.</summary>
    MoveCaret,
}

/// <summary>Something that assistive technology asks for.</summary>
/// <param name="Target">Of what: its number in the snapshots.</param>
/// <param name="Kind">What.</param>
/// <param name="Number">The value in the control's unit, or the caret's place in UTF-16 units.</param>
/// <param name="Text">The text.</param>
public readonly record struct AccessibleRequest(long Target, AccessibleRequestKind Kind, double Number = 0, string Text = "");
