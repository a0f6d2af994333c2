using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// What an equaliser's window draws behind its curve: the power of the newest sound in bands of an eighth of an octave, averaged over time, at
/// <see cref="Count"/> points from 20 Hz to 20 kHz. A sine reads its own power at its frequency (1 at full scale; on one of two channels
/// half), pink noise reads the same at all points, white noise rises by 3 dB an octave. Low sounds are looked at longer: 85 ms
/// above some 300 Hz, 0.34 s above some 80 Hz, 0.7 s below; under 40 Hz that is not enough for an eighth of an octave, and noise
/// reads up to 3 dB higher. Allocates when made, never after; one thread.
/// </summary>
public sealed class SpectrumAnalyser
{
    /// <summary>The number of points.</summary>
    public const int Count = 256;

    /// <summary>Below this power, −130 dB, a point that decays is 0.</summary>
    public const float Silence = 1e-13f;

    private const int Most = 1024;
    private const double BlendFrom = 1.1;
    private const double BlendTo = 1.5;
    private static readonly double[] Points = [.. Enumerable.Range(0, Count).Select(i => 20.0 * Math.Pow(1000.0, i / (Count - 1.0)))];

    private readonly SpectrumLevel[] _levels;
    private readonly float[][] _shares;
    private readonly float[][] _averages;
    private readonly Decimator[] _left;
    private readonly Decimator[] _right;
    private readonly float[] _power = new float[Count];
    private readonly float[][] _samples;
    private readonly bool _isStereo;

    /// <summary>For a sample rate in Hz, 4,000 or more, and 1 or 2 channels.</summary>
    public SpectrumAnalyser(double sampleRate, int channels)
    {
        _isStereo = channels > 1;
        int factor = PowerOfTwo(sampleRate / 6000.0);
        double middleRate = sampleRate / factor, lowRate = middleRate / 4.0;
        _levels =
        [
            Level(sampleRate, 0.085, 4, channels),
            Level(middleRate, 0.34, 8, channels),
            Level(lowRate, 0.68, 16, channels),
        ];
        _left = [new Decimator(factor, Most), new Decimator(4, Most)];
        _right = [new Decimator(factor, Most), new Decimator(4, Most)];
        _samples = [.. Enumerable.Range(0, 6).Select(_ => new float[Most])];
        _averages = [.. _levels.Select(_ => new float[Count])];
        _shares = [new float[Count], new float[Count], new float[Count]];
        for (int i = 0; i < Count; i++)
        {
            double above = Share(Points[i], _levels[0]), middle = (1.0 - above) * Share(Points[i], _levels[1]);
            (_shares[0][i], _shares[1][i], _shares[2][i]) = ((float)above, (float)middle, (float)(1.0 - above - middle));
        }
    }

    /// <summary>The points' frequencies in Hz, logarithmic.</summary>
    public static ReadOnlySpan<double> FrequenciesHz => Points;

    /// <summary>How long it averages: what has ended falls by 4.3 dB in this time. In s, 0 for not at all.</summary>
    public double AveragingSeconds { get; set; } = 0.25;

    /// <summary>Each point's power as averaged.</summary>
    public ReadOnlySpan<float> Power => _power;

    /// <summary>Grows with each new spectrum, some 47 a second; stands still in silence that has settled.</summary>
    public int Serial { get; private set; }

    /// <summary>Forgets what it heard.</summary>
    public void Reset()
    {
        for (int i = 0; i < _levels.Length; i++)
        {
            _levels[i].Reset();
            Array.Clear(_averages[i]);
        }

        for (int i = 0; i < _left.Length; i++)
        {
            _left[i].Reset();
            _right[i].Reset();
        }

        Array.Clear(_power);
        Serial++;
    }

    /// <summary>Takes the next samples, full scale ±1. What is no number is 0.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; not used for one channel.</param>
    public void Push(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        while (!left.IsEmpty)
        {
            int count = Math.Min(Math.Min(left.Length, Most), _levels[0].Missing);
            SoundSamples.Copy(left[..count], _samples[0]);
            if (_isStereo)
                SoundSamples.Copy(right[..count], _samples[1]);
            left = left[count..];
            right = _isStereo ? right[count..] : right;
            Push(0, count);
        }
    }

    /// <summary>Writes powers as dB full scale with a tilt about 1 kHz.</summary>
    /// <param name="power"><see cref="Count"/> powers.</param>
    /// <param name="decibelsPerOctave">Added: at 0 white noise is level, at 3 pink noise, at which a sine reads its level everywhere.</param>
    /// <param name="floorDb">Nothing reads less, before the tilt.</param>
    /// <param name="decibels">Receives as many.</param>
    public static void ToDecibels(ReadOnlySpan<float> power, double decibelsPerOctave, double floorDb, Span<double> decibels)
    {
        TensorPrimitives.ConvertTruncating(power, decibels);
        TensorPrimitives.Max(decibels, Math.Pow(10.0, 0.1 * floorDb), decibels);
        TensorPrimitives.Log10(decibels, decibels);
        // The points are evenly spaced in octaves.
        double first = (decibelsPerOctave - PinkDbPerOctave) * Math.Log2(Points[0] / 1000.0);
        double step = (decibelsPerOctave - PinkDbPerOctave) * Math.Log2(1000.0) / (Count - 1);
        for (int i = 0; i < decibels.Length; i++)
            decibels[i] = (10.0 * decibels[i]) + first + (i * step);
    }

    private static double PinkDbPerOctave { get; } = 10.0 * Math.Log10(2.0);

    private void Push(int level, int count)
    {
        for (int at = 0; at < count;)
        {
            var to = _levels[level];
            int part = Math.Min(count - at, to.Missing);
            bool isNew = to.Push(_samples[2 * level].AsSpan(at, part), _isStereo ? _samples[(2 * level) + 1].AsSpan(at, part) : default);
            if (isNew)
                Average(level);
            at += part;
        }

        if (level == _levels.Length - 1)
            return;
        int left = _left[level].Process(_samples[2 * level].AsSpan(0, count), _samples[(2 * level) + 2]);
        if (_isStereo)
            _right[level].Process(_samples[(2 * level) + 1].AsSpan(0, count), _samples[(2 * level) + 3]);
        Push(level + 1, left);
    }

    private void Average(int level)
    {
        float keep = AveragingSeconds > 0.0 ? (float)Math.Exp(-_levels[level].HopSeconds / AveragingSeconds) : 0.0f;
        var average = _averages[level].AsSpan();
        TensorPrimitives.Multiply(average, keep, average);
        TensorPrimitives.MultiplyAdd(_levels[level].Points, 1.0f - keep, average, average);
        foreach (ref float power in average)
            power = power < Silence ? 0.0f : power;
        if (level > 0)
            return;
        bool wasHeard = _power.AsSpan().ContainsAnyExcept(0.0f);
        TensorPrimitives.Multiply(_averages[0], _shares[0], _power);
        TensorPrimitives.MultiplyAdd(_averages[1], _shares[1], _power, _power);
        TensorPrimitives.MultiplyAdd(_averages[2], _shares[2], _power, _power);
        if (wasHeard || _power.AsSpan().ContainsAnyExcept(0.0f))
            Serial++;
    }

    private static SpectrumLevel Level(double sampleRate, double seconds, int overlap, int channels)
    {
        int length = Math.Max(64, PowerOfTwo(seconds * sampleRate));
        return new(sampleRate, length, length / overlap, channels, Points);
    }

    private static double Share(double hz, SpectrumLevel level)
    {
        double from = SpectrumPoints.ResolvedFromHz(level.BinHz) * BlendFrom;
        return Math.Clamp(Math.Log(hz / from) / Math.Log(BlendTo / BlendFrom), 0.0, 1.0);
    }

    // The nearest, by ratio; at least 1.
    private static int PowerOfTwo(double value) => 1 << Math.Max(0, (int)Math.Round(Math.Log2(value)));
}
