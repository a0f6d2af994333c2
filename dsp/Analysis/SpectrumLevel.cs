namespace SemanticEq.Dsp;

/// <summary>
/// Power spectra of the newest sound at one sample rate, by Hann windows that overlap, averaged over two channels, as points of a
/// logarithmic axis. Allocates when made, never after; one thread.
/// </summary>
/// <remarks>
/// Left and right go as real and imaginary parts through one transform: |Z(k)|² + |Z(N − k)|² is twice the sum of both channels' powers.
/// </remarks>
internal sealed class SpectrumLevel
{
    private readonly ComplexFft _fft;
    private readonly SpectrumPoints _points;
    private readonly float[] _window;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly float[] _real;
    private readonly float[] _imaginary;
    private readonly float[] _power;
    private readonly int _hop;
    private readonly float _scale;
    private int _filled;

    /// <summary>For windows of a length, a power of two, one each hop.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="length">In samples.</param>
    /// <param name="hop">In samples, at most the length.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="frequenciesHz">The points, ascending.</param>
    public SpectrumLevel(double sampleRate, int length, int hop, int channels, ReadOnlySpan<double> frequenciesHz)
    {
        _fft = new ComplexFft(length);
        BinHz = sampleRate / length;
        HopSeconds = hop / sampleRate;
        _points = new SpectrumPoints(frequenciesHz, BinHz, (length / 2) + 1);
        _hop = hop;
        _window = new float[length];
        for (int i = 0; i < length; i++)
            _window[i] = (float)(0.5 - (0.5 * Math.Cos(2.0 * Math.PI * i / length)));
        _left = new float[length];
        _right = new float[length];
        _real = new float[length];
        _imaginary = new float[length];
        _power = new float[(length / 2) + 1];
        Points = new float[frequenciesHz.Length];
        // A sine of amplitude 1 has |X| = N / 4 in its bin behind a Hann window.
        _scale = 16.0f / ((float)length * length) / (2.0f * channels);
        _filled = length - hop;
    }

    /// <summary>From one bin to the next.</summary>
    public double BinHz { get; }

    /// <summary>From one spectrum to the next.</summary>
    public double HopSeconds { get; }

    /// <summary>The newest spectrum: each point's power, 1 for a full-scale sine.</summary>
    public float[] Points { get; }

    /// <summary>How many more samples the next spectrum needs.</summary>
    public int Missing => _window.Length - _filled;

    /// <summary>Forgets what it heard.</summary>
    public void Reset()
    {
        Array.Clear(_left);
        Array.Clear(_right);
        Array.Clear(Points);
        _filled = _window.Length - _hop;
    }

    /// <summary>Takes the next samples, at most <see cref="Missing"/>.</summary>
    /// <returns>Whether <see cref="Points"/> are new.</returns>
    public bool Push(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        left.CopyTo(_left.AsSpan(_filled));
        right.CopyTo(_right.AsSpan(_filled));
        _filled += left.Length;
        if (_filled < _window.Length)
            return false;
        for (int i = 0; i < _window.Length; i++)
        {
            _real[i] = _window[i] * _left[i];
            _imaginary[i] = _window[i] * _right[i];
        }

        _fft.Forward(_real, _imaginary);
        Read();
        _left.AsSpan(_hop).CopyTo(_left);
        _right.AsSpan(_hop).CopyTo(_right);
        _filled -= _hop;
        return true;
    }

    private void Read()
    {
        int length = _window.Length;
        for (int k = 1; k < _power.Length; k++)
        {
            float a = _real[k], b = _imaginary[k], c = _real[length - k], d = _imaginary[length - k];
            _power[k] = _scale * ((a * a) + (b * b) + (c * c) + (d * d));
        }

        _points.Gather(_power, Points);
    }
}
