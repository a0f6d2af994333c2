namespace SemanticEq.Audio;

/// <summary>An audio file can't be read; the message says which and why, for people, in one line.</summary>
public sealed class AudioFileException(string message) : Exception(message);
