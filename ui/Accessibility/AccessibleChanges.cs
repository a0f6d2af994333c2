using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Accessibility;

/// <summary>Is told what is otherwise in a newer snapshot.</summary>
public interface IAccessibleListener
{
    /// <summary>Something has come.</summary>
    void Added(AccessibleNode parent, int index, AccessibleNode child);

    /// <summary>Something has gone.</summary>
    void Removed(AccessibleNode parent, int index, AccessibleNode child);

    /// <summary>Name, value, text or state are others.</summary>
    void Changed(in AccessiblePlace before, in AccessiblePlace now);

    /// <summary>The window got the keyboard or lost it.</summary>
    void Activated(AccessibleNode window, bool isActive);

    /// <summary>The keyboard went from one to another; 0 for none.</summary>
    void FocusMoved(long before, long now);
}

/// <summary>What became of a window between two snapshots, told in the order in which assistive technology wants to hear it.</summary>
public static class AccessibleChanges
{
    /// <summary>Tells what is otherwise.</summary>
    public static void Tell(AccessibleTree before, AccessibleTree now, IAccessibleListener listener)
    {
        foreach ((long id, AccessiblePlace place) in now.Places)
        {
            if (!before.Places.TryGetValue(id, out AccessiblePlace was))
                continue;
            TellChildren(was.Node, place.Node, listener);
            if (IsOtherwise(was.Node, place.Node))
                listener.Changed(was, place);
        }

        if (before.IsActive != now.IsActive && now.IsActive)
            listener.Activated(now.Root, true);
        if (before.Focus != now.Focus)
            listener.FocusMoved(before.Places.ContainsKey(before.Focus) && now.Places.ContainsKey(before.Focus) ? before.Focus : 0, now.Focus);
        if (before.IsActive != now.IsActive && !now.IsActive)
            listener.Activated(now.Root, false);
    }

    private static bool IsOtherwise(AccessibleNode was, AccessibleNode now) =>
        was.Name != now.Name || was.Value != now.Value || was.Range != now.Range || was.Caret != now.Caret || was.States != now.States;

    // Those that have gone from the last to the first, so that each index holds when it is told.
    private static void TellChildren(AccessibleNode was, AccessibleNode now, IAccessibleListener listener)
    {
        if (was.Children.Count == 0 && now.Children.Count == 0)
            return;
        for (int i = was.Children.Count - 1; i >= 0; i--)
        {
            if (!Holds(now, was.Children[i].Id, i))
                listener.Removed(was, i, was.Children[i]);
        }

        for (int i = 0; i < now.Children.Count; i++)
        {
            if (!Holds(was, now.Children[i].Id, i))
                listener.Added(now, i, now.Children[i]);
        }
    }

    private static bool Holds(AccessibleNode node, long id, int likelyAt)
    {
        if (likelyAt < node.Children.Count && node.Children[likelyAt].Id == id)
            return true;
        foreach (AccessibleNode child in node.Children)
        {
            if (child.Id == id)
                return true;
        }

        return false;
    }
}
