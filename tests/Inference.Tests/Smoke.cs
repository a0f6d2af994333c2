namespace SemanticEq.Inference.Tests;

public class Smoke
{
    [Fact]
    public void Builds() => true.ShouldBeTrue();
}
