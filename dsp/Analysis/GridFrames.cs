using System.Numerics;
using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// Power in each band of the common grid, in windows of about 170 ms, half overlapped: Hann's, by Welch's method, channels' powers added.
/// Two channels go through one complex transform. Allocates when made, never after; one thread. All of a format share their tables.
/// </summary>
internal sealed class GridFrames
{
    // 8192 samples at 48 kHz, and at 44.1.
    private const double WindowSeconds = 8192.0 / 48000.0;

    private static readonly SharedTables<int, float[]> Windows = new(Window);
    private static readonly SharedTables<(double BinHz, int Bins), GridBands> Bands = new(of => new GridBands(of.BinHz, of.Bins));
    private readonly ComplexFft _fft;
    private readonly GridBands _bands;
    private readonly float[] _window;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly float[] _real;
    private readonly float[] _imaginary;
    private readonly float[] _bins;
    private readonly float[] _powers = new float[CommonGrid.Count];
    private readonly bool _isStereo;
    private int _filled;

    /// <summary>For a sample rate in Hz and 1 or 2 channels.</summary>
    public GridFrames(double sampleRate, int channels)
    {
        int size = Math.Max(64, 1 << (int)Math.Round(Math.Log2(WindowSeconds * sampleRate)));
        _isStereo = channels > 1;
        _fft = new ComplexFft(size);
        _bands = Bands.Of((sampleRate / size, (size / 2) + 1));
        _window = Windows.Of(size);
        _left = new float[size];
        _right = new float[size];
        _real = new float[size];
        _imaginary = new float[size];
        _bins = new float[(size / 2) + 1];
        Hop = size / 2;
    }

    /// <summary>From one window to the next, in samples.</summary>
    public int Hop { get; }

    /// <summary>Whether the newest hop holds nothing but samples: numbers, up to +120 dBFS. One that does not is held to be silent.</summary>
    public bool IsAudio { get; private set; }

    /// <summary>The newest hop's samples.</summary>
    public ReadOnlySpan<float> Left => _left.AsSpan(Hop);

    /// <summary>The newest hop's samples; empty for one channel.</summary>
    public ReadOnlySpan<float> Right => _isStereo ? _right.AsSpan(Hop) : default;

    /// <summary>The newest window's mean square in each band.</summary>
    public ReadOnlySpan<float> Powers => _powers;

    /// <summary>The part of a steady sound's energy in a window that lies before a place in it, both as parts of the whole.</summary>
    public static double EnergyBefore(double place)
    {
        double x = Math.Clamp(place, 0.0, 1.0);
        return x - (2.0 / (3.0 * Math.PI) * Math.Sin(2.0 * Math.PI * x)) + (Math.Sin(4.0 * Math.PI * x) / (12.0 * Math.PI));
    }

    /// <summary>Begins anew, after silence.</summary>
    public void Reset()
    {
        _filled = 0;
        Array.Clear(_left);
        Array.Clear(_right);
    }

    /// <summary>Takes samples from the start of a run up to the end of the hop, or of the run.</summary>
    /// <param name="left">The left or only channel, full scale ±1; what was taken is cut off.</param>
    /// <param name="right">The right channel, as long; not looked at for one channel.</param>
    /// <returns>Whether a hop ended, and with it a window.</returns>
    public bool Push<T>(ref ReadOnlySpan<T> left, ref ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T>
    {
        int count = Math.Min(left.Length, Hop - _filled);
        Take(ref left, count, _left);
        if (_isStereo)
            Take(ref right, count, _right);
        _filled += count;
        if (_filled < Hop)
            return false;
        _filled = 0;
        IsAudio = SoundSamples.AreSound(Left) && SoundSamples.AreSound(Right);
        if (!IsAudio)
        {
            _left.AsSpan(Hop).Clear();
            _right.AsSpan(Hop).Clear();
        }

        Transform();
        return true;
    }

    // So that the bins, one side standing for both, sum to the mean square: a Hann window's squares sum to 3/8 of its length.
    private static float[] Window(int size)
    {
        double scale = Math.Sqrt(1.0 / 0.375) / size;
        return [.. Enumerable.Range(0, size).Select(i => (float)(scale * (0.5 - (0.5 * Math.Cos(2.0 * Math.PI * i / size)))))];
    }

    // The newest hop is the later half; before it comes a copy of the one that was the newest.
    private void Take<T>(ref ReadOnlySpan<T> samples, int count, float[] history)
        where T : unmanaged, INumberBase<T>
    {
        if (_filled == 0)
            history.AsSpan(Hop).CopyTo(history);
        TensorPrimitives.ConvertTruncating(samples[..count], history.AsSpan(Hop + _filled, count));
        samples = samples[count..];
    }

    private void Transform()
    {
        TensorPrimitives.Multiply(_window, _left, _real);
        if (_isStereo)
            TensorPrimitives.Multiply(_window, _right, _imaginary);
        else
            Array.Clear(_imaginary);
        _fft.Forward(_real, _imaginary);
        TensorPrimitives.Multiply(_real, _real, _real);
        TensorPrimitives.MultiplyAdd(_imaginary, _imaginary, _real, _real);
        // |L|² + |R|² of two real signals that were taken as one complex one.
        _bins[0] = _real[0];
        _bins[Hop] = _real[Hop];
        for (int k = 1; k < Hop; k++)
            _bins[k] = _real[k] + _real[^k];
        _bands.Gather(_bins, _powers);
    }
}
