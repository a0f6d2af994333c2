namespace SemanticEq.Vst3.Tests;

public class Smoke
{
    [Fact]
    public void Builds() => true.ShouldBeTrue();
}
