using SemanticEq.Ui.Accessibility;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>What a call on the bus is for: the application, or something in one of its windows.</summary>
/// <param name="Application">The application.</param>
/// <param name="Window">The window; null for the application.</param>
/// <param name="Tree">The window as it stands; null for the application.</param>
/// <param name="Place">What in the window.</param>
internal readonly record struct AtSpiTarget(AtSpiApplication Application, AtSpiWindow? Window, AccessibleTree? Tree, AccessiblePlace Place)
{
    /// <summary>Whether it is the application itself.</summary>
    public bool IsApplication => Tree is null;

    /// <summary>What in the window.</summary>
    public AccessibleNode Node => Place.Node;

    /// <summary>Its path on the bus.</summary>
    public string Path => IsApplication ? AtSpiNames.Root : AtSpiNames.Path(Node.Id);

    /// <summary>Has the window's thread do something to it.</summary>
    public void Ask(AccessibleRequestKind kind, double number = 0, string text = "") =>
        Window?.Ask(new AccessibleRequest(Node.Id, kind, number, text));
}
