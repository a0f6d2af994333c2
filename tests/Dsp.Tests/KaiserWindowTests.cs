namespace SemanticEq.Dsp.Tests;

public class KaiserWindowTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(6.0)]
    [InlineData(14.0)]
    public void It_is_as_its_definition_by_the_Bessel_functions_integral(double beta)
    {
        for (double along = -1.0; along <= 1.0; along += 0.125)
            KaiserWindow.At(along, beta).ShouldBe(I0(beta * Math.Sqrt(1.0 - (along * along))) / I0(beta), 1e-14);
        KaiserWindow.At(1.5, beta).ShouldBe(KaiserWindow.At(1.0, beta));
    }

    // The mean of e^(x cos θ) over a circle; equal steps are exact for what is periodic.
    private static double I0(double x) => Enumerable.Range(0, 64).Average(i => Math.Exp(x * Math.Cos(2.0 * Math.PI * i / 64.0)));
}
