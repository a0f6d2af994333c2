namespace SemanticEq.Host;

/// <summary>Something that the user can put right; the message says what, where and what to do, in one line.</summary>
public sealed class UserError(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The exit code of every such error.</summary>
    public const int ExitCode = 2;
}
