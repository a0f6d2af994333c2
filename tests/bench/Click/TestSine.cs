using System.Numerics.Tensors;
using SemanticEq.Clicks;

namespace SemanticEq.Bench.Click;

/// <summary>The sine that is switched under: 1 kHz at −1 dBFS.</summary>
internal static class TestSine
{
    /// <summary>−1 dBFS.</summary>
    public static readonly double Peak = Math.Pow(10.0, -1.0 / 20.0);

    /// <summary>The sample at a place.</summary>
    public static float At(int place) => (float)(Peak * Math.Sin(2.0 * Math.PI * ClickMeasure.SineHz / ClickMeasure.SampleRate * place));

    /// <summary>The gain in dB that whole periods of it have got.</summary>
    public static double GainDb(ReadOnlySpan<double> output) =>
        10.0 * Math.Log10(2.0 * TensorPrimitives.SumOfSquares(output) / (output.Length * Peak * Peak));
}
