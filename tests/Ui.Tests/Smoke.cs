namespace SemanticEq.Ui.Tests;

public class Smoke
{
    [Fact]
    public void Builds() => true.ShouldBeTrue();
}
