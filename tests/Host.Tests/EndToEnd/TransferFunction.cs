using SemanticEq.Dsp;

namespace SemanticEq.Host.Tests.EndToEnd;

/// <summary>
/// What a linear system did to a signal, by frequency: averaged cross spectra over averaged input spectra (the H1 estimate; Bendat
/// and Piersol, "Random Data", 6.1).
/// </summary>
internal sealed class TransferFunction
{
    private const int Window = 32768;
    private readonly double _sampleRate;
    private readonly double[] _input = new double[(Window / 2) + 1];
    private readonly double[] _real = new double[(Window / 2) + 1];
    private readonly double[] _imaginary = new double[(Window / 2) + 1];

    public TransferFunction(float[] input, float[] output, double sampleRate)
    {
        _sampleRate = sampleRate;
        var fft = new Fft(Window);
        double[] x = new double[Window], y = new double[Window];
        double[] xr = new double[fft.BinCount], xi = new double[fft.BinCount], yr = new double[fft.BinCount], yi = new double[fft.BinCount];
        for (int at = 0; at + Window <= input.Length; at += Window / 4)
        {
            for (int i = 0; i < Window; i++)
            {
                double hann = 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Window));
                x[i] = hann * input[at + i];
                y[i] = hann * output[at + i];
            }
            fft.Forward(x, xr, xi);
            fft.Forward(y, yr, yi);
            for (int k = 0; k < fft.BinCount; k++)
            {
                _input[k] += (xr[k] * xr[k]) + (xi[k] * xi[k]);
                _real[k] += (xr[k] * yr[k]) + (xi[k] * yi[k]);
                _imaginary[k] += (xr[k] * yi[k]) - (xi[k] * yr[k]);
            }
        }
    }

    /// <summary>The loudest part's power, to tell where there is enough to measure on.</summary>
    public double LoudestPower => _input.Max();

    /// <summary>The power of the input near a frequency, the mean over 1/12 octave.</summary>
    public double PowerAt(double hz) => Range(hz).Average(k => _input[k]);

    /// <summary>Gain in dB near a frequency, weighted by the input's power there.</summary>
    public double GainDb(double hz) => Mean(hz, k => Math.Sqrt((_real[k] * _real[k]) + (_imaginary[k] * _imaginary[k])));

    /// <summary>A known curve in dB, seen through the same weights.</summary>
    public double GainDb(double hz, Func<double, double> curveDb) =>
        Mean(hz, k => _input[k] * Math.Pow(10, curveDb(k * _sampleRate / Window) / 20));

    private double Mean(double hz, Func<int, double> value) => 20 * Math.Log10(Range(hz).Sum(value) / Range(hz).Sum(k => _input[k]));

    private IEnumerable<int> Range(double hz)
    {
        int from = (int)Math.Ceiling(hz * Math.Pow(2, -1 / 24.0) * Window / _sampleRate);
        int to = Math.Max(from, (int)(hz * Math.Pow(2, 1 / 24.0) * Window / _sampleRate));
        return Enumerable.Range(from, to - from + 1);
    }
}
