namespace SemanticEq.Dsp;

/// <summary>
/// The long-term average spectrum, streaming: push blocks, then read. Welch's method (Hann windows, half overlapped, powers
/// averaged, so that loud moments weigh by their energy), averaged over channels. Allocates when made, never after; one thread.
/// Levels are mean squares: a full-scale sine reads −3.01 dB.
/// </summary>
public sealed class LongTermSpectrum
{
    private readonly Fft _fft;
    private readonly double _binHz;
    private readonly double[] _left;
    private readonly double[] _right;
    private readonly double[] _window;
    private readonly double[] _frame;
    private readonly double[] _bins;
    private readonly double[] _sum;
    private readonly double[] _mean;
    private bool _isStereo;
    private int _filled;
    private long _frames;

    /// <summary>For a sample rate in Hz and a window length in samples, a power of two: 8192 tells 6 Hz apart at 48 kHz.</summary>
    public LongTermSpectrum(double sampleRate, int windowLength = 8192)
    {
        _fft = new Fft(windowLength);
        _binHz = sampleRate / windowLength;
        _left = new double[windowLength];
        _right = new double[windowLength];
        _window = [.. Enumerable.Range(0, windowLength).Select(i => Hann(i, windowLength))];
        _frame = new double[windowLength];
        _bins = new double[_fft.BinCount];
        _sum = new double[_fft.BinCount];
        _mean = new double[_fft.BinCount];
    }

    /// <summary>Takes the next samples, full scale ±1.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono, and then in every call.</param>
    public void Push(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        _isStereo = !right.IsEmpty;
        while (left.Length > 0)
        {
            int count = Math.Min(left.Length, _fft.Size - _filled);
            Take(ref left, count, _left);
            if (_isStereo)
                Take(ref right, count, _right);
            _filled += count;
            if (_filled < _fft.Size)
                return;
            AddWindow(_fft.Size, _sum);
            _frames++;
            _filled = _fft.Size / 2;
            _left.AsSpan(_filled).CopyTo(_left);
            _right.AsSpan(_filled).CopyTo(_right);
        }
    }

    /// <summary>Mean square between two frequencies in Hz. Bins cut by an end count by their share.</summary>
    public double PowerBetween(double lowHz, double highHz)
    {
        Average();
        return Between(lowHz, highHz);
    }

    /// <summary>Levels in bands around given frequencies, in dB; silence reads −200.</summary>
    /// <param name="frequenciesHz">The bands' centres, for instance <see cref="CommonGrid.FrequenciesHz"/>.</param>
    /// <param name="bandwidthOctaves">The bands' width: 1/3 for third octaves; the common grid's own spacing is 0.158.</param>
    /// <param name="levelsDb">Receives as many levels.</param>
    public void ReadDb(ReadOnlySpan<double> frequenciesHz, double bandwidthOctaves, Span<double> levelsDb)
    {
        Average();
        double edge = Math.Pow(2.0, 0.5 * bandwidthOctaves);
        for (int i = 0; i < frequenciesHz.Length; i++)
            levelsDb[i] = 10.0 * Math.Log10(Between(frequenciesHz[i] / edge, frequenciesHz[i] * edge) + 1e-20);
    }

    /// <summary>
    /// How the energy shares out over the four regions that people speak of. Each is read from bins 6 Hz apart (at 48 kHz and
    /// the usual window), so that the borders are as sharp.
    /// </summary>
    public BandEnergies ReadBandEnergies()
    {
        Average();
        double total = Between(0.0, double.MaxValue);
        double Share(double lowHz, double highHz) => 10.0 * Math.Log10(Between(lowHz, highHz) / (total + 1e-30) + 1e-12);
        return new(
            Share(0.0, BandEnergies.LowMidHz),
            Share(BandEnergies.LowMidHz, BandEnergies.HighMidHz),
            Share(BandEnergies.HighMidHz, BandEnergies.HighHz),
            Share(BandEnergies.HighHz, double.MaxValue));
    }

    private void Take(ref ReadOnlySpan<double> samples, int count, double[] history)
    {
        samples[..count].CopyTo(history.AsSpan(_filled));
        samples = samples[count..];
    }

    // The mean over whole windows; of a signal shorter than one, that part under a window of its own length.
    private void Average()
    {
        if (_frames == 0)
        {
            _mean.AsSpan().Clear();
            if (_filled > 1)
                AddWindow(_filled, _mean);
            return;
        }

        for (int k = 0; k < _mean.Length; k++)
            _mean[k] = _sum[k] / _frames;
    }

    private void AddWindow(int length, double[] sum)
    {
        // A periodic Hann window's squares sum to 3/8 of its length; by Parseval the bins then sum to the mean square, one
        // side of the spectrum standing for both.
        double scale = 2.0 / (_fft.Size * (0.375 * length)) / (_isStereo ? 2.0 : 1.0);
        AddChannel(_left, length, scale, sum);
        if (_isStereo)
            AddChannel(_right, length, scale, sum);
    }

    private void AddChannel(double[] history, int length, double scale, double[] sum)
    {
        for (int i = 0; i < length; i++)
            _frame[i] = history[i] * (length == _window.Length ? _window[i] : Hann(i, length));
        _frame.AsSpan(length).Clear();
        _fft.Power(_frame, _bins);
        sum[0] += 0.5 * scale * _bins[0];
        sum[^1] += 0.5 * scale * _bins[^1];
        for (int k = 1; k < _bins.Length - 1; k++)
            sum[k] += scale * _bins[k];
    }

    private static double Hann(int index, int length) => 0.5 - 0.5 * Math.Cos(2.0 * Math.PI * index / length);

    // Bin k stands for the frequencies from k − ½ to k + ½.
    private double Between(double lowHz, double highHz)
    {
        double low = lowHz <= 0.0 ? 0.0 : lowHz / _binHz + 0.5;
        double high = Math.Min(highHz / _binHz + 0.5, _mean.Length);
        double sum = 0.0;
        for (int k = (int)low; k < high; k++)
            sum += _mean[k] * (Math.Min(high, k + 1.0) - Math.Max(low, k));
        return sum;
    }
}
