using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Accessibility;

/// <summary>A window as assistive technology sees it, at one moment. Immutable: any thread may read it.</summary>
public sealed class AccessibleTree
{
    private readonly Dictionary<long, AccessiblePlace> _places = [];

    /// <summary>Looks through a description.</summary>
    /// <param name="root">The window.</param>
    /// <param name="keyTarget">The number of what keys are for; 0 for nothing.</param>
    public AccessibleTree(AccessibleNode root, long keyTarget)
    {
        Root = root;
        Enter(root, null, 0);
        Focus = FocusWithin(keyTarget);
    }

    /// <summary>The window.</summary>
    public AccessibleNode Root { get; }

    /// <summary>
    /// What has the keyboard; 0 for nothing. Where a list, a menu or a choice has it, its selected part is meant: that is what keys act on.
    /// </summary>
    public long Focus { get; }

    /// <summary>Whether keys come to the window.</summary>
    public bool IsActive { get; init; }

    /// <summary>Pixels per canvas unit.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The window's upper left corner on the screen, in pixels.</summary>
    public Point Origin { get; init; }

    /// <summary>Everything in it.</summary>
    public IReadOnlyDictionary<long, AccessiblePlace> Places => _places;

    private void Enter(AccessibleNode node, AccessibleNode? parent, int index)
    {
        _places[node.Id] = new AccessiblePlace(node, parent, index);
        for (int i = 0; i < node.Children.Count; i++)
            Enter(node.Children[i], node, i);
    }

    private long FocusWithin(long keyTarget)
    {
        if (!_places.TryGetValue(keyTarget, out AccessiblePlace place))
            return 0;
        foreach (AccessibleNode child in place.Node.Children)
        {
            if (child.Role == WidgetRole.Item && child.States.HasFlag(AccessibleStates.Selected))
                return child.Id;
        }

        return keyTarget;
    }
}

/// <summary>Something in a window, and where it belongs.</summary>
/// <param name="Node">It.</param>
/// <param name="Parent">What holds it; null for the window.</param>
/// <param name="Index">How many the parent holds before it.</param>
public readonly record struct AccessiblePlace(AccessibleNode Node, AccessibleNode? Parent, int Index);
