namespace SemanticEq.Dsp.Tests;

public class FftTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(1024)]
    public void It_equals_the_sum_that_it_stands_for(int size)
    {
        var samples = Signals.Noise(size, size);
        var fft = new Fft(size);
        double[] real = new double[fft.BinCount], imaginary = new double[fft.BinCount], power = new double[fft.BinCount];
        fft.Forward(samples, real, imaginary);
        fft.Power(samples, power);
        for (int k = 0; k < fft.BinCount; k++)
        {
            double re = 0.0, im = 0.0;
            for (int i = 0; i < size; i++)
            {
                double angle = -2.0 * Math.PI * ((long)k * i % size) / size;
                re += samples[i] * Math.Cos(angle);
                im += samples[i] * Math.Sin(angle);
            }

            real[k].ShouldBe(re, 1e-11 * size);
            imaginary[k].ShouldBe(im, 1e-11 * size);
            power[k].ShouldBe(re * re + im * im, 1e-10 * size);
        }
    }

    [Fact]
    public void Lengths_that_are_no_power_of_two_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Fft(1000)).Message.ShouldContain("power of two");

    [Fact]
    public void Transforming_allocates_nothing()
    {
        var fft = new Fft(4096);
        var samples = Signals.Noise(4096, 1);
        double[] power = new double[fft.BinCount];
        fft.Power(samples, power);
        long before = GC.GetAllocatedBytesForCurrentThread();
        fft.Power(samples, power);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
