namespace SemanticEq.Host.Tests;

/// <summary>Long tests: those that only <c>./build.sh test --full</c> runs.</summary>
internal static class Full
{
    public const string Reason = "long: runs with ./build.sh test --full";

    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("SEMANTIC_EQ_FULL") == "1";
}
