using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Clicks;

/// <summary>
/// A linear-phase filter by a windowed sinc: Kaiser window of beta 14, so the stopband lies near −130 dB and a transition is some
/// 430 Hz wide at 48 kHz.
/// </summary>
internal sealed class LinearPhaseFilter
{
    /// <summary>Samples by which the output is shorter than the input at either end.</summary>
    public const int Half = 1024;

    private readonly double[] _fir;

    private LinearPhaseFilter(IEnumerable<double> fir) => _fir = [.. fir];

    /// <summary>Passes what lies below.</summary>
    public static LinearPhaseFilter LowPass(double cornerHz, double sampleRate) => new(Sinc(cornerHz / sampleRate));

    /// <summary>Passes what lies above.</summary>
    public static LinearPhaseFilter HighPass(double cornerHz, double sampleRate) => new(Rest(Sinc(cornerHz / sampleRate)));

    /// <summary>Passes what lies below or above a band.</summary>
    public static LinearPhaseFilter BandStop(double lowHz, double highHz, double sampleRate) =>
        new(Rest(Sinc(highHz / sampleRate).Zip(Sinc(lowHz / sampleRate), (high, low) => high - low)));

    /// <summary>Filters; output sample i belongs to input sample i + <see cref="Half"/>.</summary>
    public double[] Apply(ReadOnlySpan<double> signal)
    {
        var filtered = new double[signal.Length - _fir.Length + 1];
        for (int i = 0; i < filtered.Length; i++)
            filtered[i] = TensorPrimitives.Dot(signal.Slice(i, _fir.Length), _fir);
        return filtered;
    }

    private static IEnumerable<double> Rest(IEnumerable<double> fir) => fir.Select((h, i) => (i == Half ? 1.0 : 0.0) - h);

    private static IEnumerable<double> Sinc(double share)
    {
        for (int n = -Half; n <= Half; n++)
        {
            double sinc = n == 0 ? 2.0 * share : Math.Sin(Math.PI * 2.0 * share * n) / (Math.PI * n);
            yield return sinc * KaiserWindow.At(n / (double)Half, 14.0);
        }
    }
}
