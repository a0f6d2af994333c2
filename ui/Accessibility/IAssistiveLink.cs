namespace SemanticEq.Ui.Accessibility;

/// <summary>
/// A window's way to assistive technology, by whatever the system has for it. The window's thread calls it; nothing here waits, and nothing
/// allocates or wakes a thread while nobody listens. Disposed of when the window closes.
/// </summary>
public interface IAssistiveLink : IDisposable
{
    /// <summary>Whether assistive technology is there and wants snapshots.</summary>
    bool IsListening { get; }

    /// <summary>Gives the newest snapshot.</summary>
    void Publish(AccessibleTree tree);

    /// <summary>The next thing that was asked for.</summary>
    bool TryTake(out AccessibleRequest request);
}
