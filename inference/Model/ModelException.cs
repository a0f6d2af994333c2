namespace SemanticEq.Inference;

/// <summary>A model folder can't be used; the message says which file and why.</summary>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
