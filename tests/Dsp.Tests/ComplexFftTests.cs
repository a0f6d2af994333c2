using System.Numerics;

namespace SemanticEq.Dsp.Tests;

public class ComplexFftTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(256)]
    [InlineData(512)]
    public void It_is_the_discrete_fourier_transform(int size)
    {
        float[] real = Signals.Single(Signals.Noise(size, 1)), imaginary = Signals.Single(Signals.Noise(size, 2));
        Complex[] expected = [.. Enumerable.Range(0, size).Select(k => Enumerable.Range(0, size).Aggregate(
            Complex.Zero, (sum, n) => sum + (new Complex(real[n], imaginary[n]) * Complex.Exp(new Complex(0.0, -2.0 * Math.PI * k * n / size)))))];

        new ComplexFft(size).Forward(real, imaginary);

        for (int k = 0; k < size; k++)
            Complex.Abs(expected[k] - new Complex(real[k], imaginary[k])).ShouldBeLessThan(2e-6 * Math.Sqrt(size), $"bin {k}");
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(4096)]
    [InlineData(32768)]
    public void It_agrees_with_the_real_transform_in_double_precision(int size)
    {
        double[] noise = Signals.Noise(size, 3);
        double[] re = new double[(size / 2) + 1], im = new double[(size / 2) + 1];
        new Fft(size).Forward(noise, re, im);
        float[] real = Signals.Single(noise), imaginary = new float[size];

        new ComplexFft(size).Forward(real, imaginary);

        double error = 0.0, all = 0.0;
        for (int k = 0; k < re.Length; k++)
        {
            error += Math.Pow(real[k] - re[k], 2.0) + Math.Pow(imaginary[k] - im[k], 2.0);
            all += (re[k] * re[k]) + (im[k] * im[k]);
        }

        (10.0 * Math.Log10(error / all)).ShouldBeLessThan(-130.0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Only_powers_of_two_are_taken(int size) => Should.Throw<ArgumentOutOfRangeException>(() => new ComplexFft(size));
}
