using System.Collections.Concurrent;
using SemanticEq.Ui.Accessibility;

namespace SemanticEq.Ui.Platform.AtSpi;

/// <summary>A window's way to the bus: the newest snapshot there, what was asked for back.</summary>
internal sealed class AtSpiWindow(AtSpiBridge bridge) : IAssistiveLink
{
    // A client that asks faster than a window can do it is not heard: a window that nobody draws would keep it all.
    private const int MostAsked = 64;

    private readonly ConcurrentQueue<AccessibleRequest> _asked = new();
    private AccessibleTree? _published;

    /// <inheritdoc/>
    public bool IsListening => bridge.IsListening;

    /// <summary>The snapshot that the bus was told of last. The bus thread's.</summary>
    public AccessibleTree? Shown { get; set; }

    /// <inheritdoc/>
    public void Publish(AccessibleTree tree)
    {
        Volatile.Write(ref _published, tree);
        bridge.Wake();
    }

    /// <inheritdoc/>
    public bool TryTake(out AccessibleRequest request) => _asked.TryDequeue(out request);

    /// <summary>Asks the window's thread for something. The bus thread.</summary>
    public void Ask(in AccessibleRequest request)
    {
        if (_asked.Count < MostAsked)
            _asked.Enqueue(request);
    }

    /// <summary>The newest snapshot, once. The bus thread.</summary>
    public AccessibleTree? TakePublished() => Interlocked.Exchange(ref _published, null);

    /// <inheritdoc/>
    public void Dispose() => bridge.Leave(this);
}
