namespace SemanticEq.Plugin.Tests;

public class Smoke
{
    [Fact]
    public void Builds() => true.ShouldBeTrue();
}
