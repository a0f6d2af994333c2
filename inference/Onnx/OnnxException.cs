namespace SemanticEq.Inference.Onnx;

/// <summary>The ONNX Runtime or a model file for it can't be used; the message says which and why.</summary>
public sealed class OnnxException(string message) : Exception(message);
