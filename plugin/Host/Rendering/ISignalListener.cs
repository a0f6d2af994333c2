namespace SemanticEq.Host.Rendering;

/// <summary>Hears a signal pass by, block after block. The thread that renders.</summary>
public interface ISignalListener
{
    /// <summary>The next samples.</summary>
    /// <param name="left">The first channel.</param>
    /// <param name="right">The second, of the same length; empty for mono.</param>
    void Listen(ReadOnlySpan<float> left, ReadOnlySpan<float> right);
}
