namespace SemanticEq.Ui.Canvas;

/// <summary>Drawing is not possible here; the message says why and what to do.</summary>
public sealed class CanvasException : Exception
{
    /// <summary>With what went wrong and what to do.</summary>
    public CanvasException(string message)
        : base(message)
    {
    }

    /// <summary>With what went wrong, what to do, and where it came from.</summary>
    public CanvasException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
