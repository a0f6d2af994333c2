namespace SemanticEq.Tests;

/// <summary>
/// A test of what Windows has not, or not everywhere: signals, pipes as files, links that anybody may make; or by another's eyes, Debian's
/// Python or libebur128.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PosixFactAttribute : FactAttribute
{
    internal const string Reason = "of signals, pipes as files or links that anybody may make, or by Debian's Python or libebur128: not on Windows";

    public PosixFactAttribute() => Skip = OperatingSystem.IsWindows() ? Reason : null;
}

/// <summary>The same with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PosixTheoryAttribute : TheoryAttribute
{
    public PosixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? PosixFactAttribute.Reason : null;
}
