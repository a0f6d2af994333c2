namespace SemanticEq.Inference.Onnx;

/// <summary>The ONNX Runtime or a model file for it can't be used; the message says which and why.</summary>
/// <param name="message">What and why.</param>
/// <param name="remedy">What the user can do about it, a whole sentence less its full stop, where that is not to install anew; or null.</param>
public sealed class OnnxException(string message, string? remedy = null) : Exception(message)
{
    /// <summary>What the user can do about it, or null.</summary>
    public string? Remedy { get; } = remedy;
}
