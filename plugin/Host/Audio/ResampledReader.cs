using System.Numerics.Tensors;
using SemanticEq.Audio;
using SemanticEq.Dsp;

namespace SemanticEq.Host.Audio;

/// <summary>
/// An audio file at another sample rate: each output sample is a sum of input samples around it, weighted by a sinc under a Kaiser window.
/// At the file's own rate its samples are handed on as they are.
/// </summary>
/// <remarks>J. O. Smith, "Digital Audio Resampling" (CCRMA, Stanford), the bandlimited interpolation of a fixed ratio.</remarks>
/// <param name="reader">Read from its start; not disposed of here.</param>
/// <param name="sampleRate">The rate wanted, in Hz.</param>
public sealed class ResampledReader(AudioReader reader, int sampleRate)
{
    private const int ZeroCrossings = 32;
    private const int BlockFrames = 8192;

    // Below Nyquist by the window's slope, which has fallen by 80 dB there.
    private const double PassedShare = 0.93;
    private const double KaiserBeta = 8.0;
    private readonly double _step = (double)reader.SampleRate / sampleRate;
    private readonly float[][] _input = [new float[BlockFrames], new float[BlockFrames]];
    private readonly int _reach = (int)Math.Ceiling(ZeroCrossings * Math.Max(1.0, (double)reader.SampleRate / sampleRate));
    private readonly Dictionary<long, double[]> _weights = [];
    private double[] _lane = [];
    private float[][] _held = [[], []];
    private long _heldFrom;
    private long _written;
    private bool _isAtEnd;

    /// <summary>1 or 2.</summary>
    public int Channels => reader.Channels;

    /// <summary>Reads the next frames into one span a channel.</summary>
    /// <param name="left">Where the first channel goes; its length is what is asked for.</param>
    /// <param name="right">Where the second goes, of the same length; unused for mono.</param>
    /// <returns>Frames read; fewer than asked for at the end only.</returns>
    /// <exception cref="UserError">The file is damaged.</exception>
    public int Read(Span<float> left, Span<float> right)
    {
        if (reader.SampleRate == sampleRate)
            return reader.Read(left, right);
        int count = 0;
        for (; count < left.Length; count++, _written++)
        {
            var (middle, phase) = Math.DivRem(_written * reader.SampleRate, sampleRate);
            Fill(middle);
            if (_isAtEnd && middle >= _heldFrom + _held[0].Length)
                break;
            // The same few places between two samples come again and again.
            if (!_weights.TryGetValue(phase, out double[]? weights))
                _weights[phase] = weights = Weigh((double)phase / sampleRate);
            left[count] = Sum(0, middle, weights);
            if (Channels == 2)
                right[count] = Sum(1, middle, weights);
        }

        return count;
    }

    // Holds all that reaches to a frame and beyond.
    private void Fill(long middle)
    {
        while (!_isAtEnd && middle + _reach >= _heldFrom + _held[0].Length)
        {
            int got = reader.Read(_input[0], _input[1]);
            _isAtEnd = got < BlockFrames;
            int dropped = (int)Math.Clamp(middle - _reach - _heldFrom, 0, _held[0].Length);
            for (int channel = 0; channel < 2; channel++)
                _held[channel] = [.. _held[channel].AsSpan(dropped), .. _input[channel].AsSpan(0, got)];
            _heldFrom += dropped;
        }
    }

    private double[] Weigh(double fraction)
    {
        double[] weights = new double[(2 * _reach) + 1];
        double cut = PassedShare * Math.Min(1.0, 1.0 / _step);
        for (int i = 0; i < weights.Length; i++)
        {
            double away = i - _reach - fraction, x = Math.PI * cut * away, edge = away / (_reach + 1);
            double sinc = Math.Abs(x) < 1e-9 ? 1.0 : Math.Sin(x) / x;
            weights[i] = cut * sinc * KaiserWindow.At(edge, KaiserBeta);
        }

        return weights;
    }

    private float Sum(int channel, long middle, double[] weights)
    {
        if (_lane.Length < weights.Length)
            _lane = new double[weights.Length];
        for (int i = 0; i < _lane.Length; i++)
        {
            long at = middle - _reach + i - _heldFrom;
            _lane[i] = at >= 0 && at < _held[channel].Length ? _held[channel][at] : 0.0;
        }

        return (float)TensorPrimitives.Dot<double>(weights, _lane);
    }
}
