namespace SemanticEq.Dsp.Tests;

public class Smoke
{
    [Fact]
    public void Builds() => true.ShouldBeTrue();
}
