namespace SemanticEq.Tests;

/// <summary>A test of what Windows has not: signals, pipes with names, links that anybody may make.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PosixFactAttribute : FactAttribute
{
    internal const string Reason = "of signals, pipes with names or links that anybody may make: not on Windows";

    public PosixFactAttribute() => Skip = OperatingSystem.IsWindows() ? Reason : null;
}

/// <summary>The same with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PosixTheoryAttribute : TheoryAttribute
{
    public PosixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? PosixFactAttribute.Reason : null;
}
