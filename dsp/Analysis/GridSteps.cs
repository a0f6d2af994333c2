using System.Numerics;
using System.Numerics.Tensors;

namespace SemanticEq.Dsp;

/// <summary>
/// A sound in steps of 100 ms, the tenths of a second in which BS.1770-4 gates: each with its power in the bands of the common grid and its
/// K-weighted power. A window that a step's edge cuts counts by the part of its energy within. All by the sample clock, so that nothing
/// depends on how the samples are cut. Allocates when made, never after; one thread.
/// </summary>
internal sealed class GridSteps
{
    // Windows reach some 3 steps ahead.
    private const int Kept = 16;
    private readonly GridFrames _frames;
    private readonly LoudnessSteps _loudness;
    private readonly double[] _weighted = new double[Kept];
    private readonly double[] _powers = new double[Kept * CommonGrid.Count];
    private readonly double[] _frame = new double[CommonGrid.Count];
    private readonly long[] _spoilt = new long[Kept];
    private readonly int _channels;
    private long _hops;
    private long _weightedSteps;
    private long _next;

    /// <summary>For a sample rate in Hz, 4,000 or more, and 1 or 2 channels.</summary>
    public GridSteps(double sampleRate, int channels)
    {
        _frames = new GridFrames(sampleRate, channels);
        _loudness = new LoudnessSteps(sampleRate);
        _channels = channels;
        Seconds = _loudness.Samples / sampleRate;
        Reset();
    }

    /// <summary>A step's length.</summary>
    public double Seconds { get; }

    /// <summary>A step's length in samples.</summary>
    public int SamplesOfStep => _loudness.Samples;

    /// <summary>Steps that <see cref="Push"/> has told of.</summary>
    public long Count => _next;

    /// <summary>Whether the newest step is sound and nothing else: what is no number spoils all that its windows touch.</summary>
    public bool IsAudio { get; private set; }

    /// <summary>The newest step's K-weighted mean square, summed over channels.</summary>
    public double WeightedPower { get; private set; }

    /// <summary>The newest step's mean square in each band, summed over channels; valid until the next call.</summary>
    public ReadOnlySpan<double> Powers => PowersOf(_next - 1);

    /// <summary>Samples that came in.</summary>
    public long Samples { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Reset()
    {
        _frames.Reset();
        _loudness.Reset();
        Array.Clear(_powers);
        Array.Fill(_spoilt, -1L);
        (_hops, _weightedSteps, _next, Samples) = (0, 0, 0, 0);
    }

    /// <summary>Takes samples from the start of a run until a step is known, or the run ends.</summary>
    /// <param name="left">The left or only channel, full scale ±1; what was taken is cut off.</param>
    /// <param name="right">The right channel, as long; not looked at for one channel.</param>
    /// <returns>Whether a step is.</returns>
    public bool Push<T>(ref ReadOnlySpan<T> left, ref ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T>
    {
        while (!TakeStep())
        {
            if (left.IsEmpty)
                return false;
            int before = left.Length;
            bool hasEnded = _frames.Push(ref left, ref right);
            Samples += before - left.Length;
            if (hasEnded)
                EndHop();
        }

        return true;
    }

    // A step is known when both windows over its last sample are.
    private bool TakeStep()
    {
        if ((_next + 1) * _loudness.Samples > (_hops - 1) * _frames.Hop)
            return false;
        if (_next > 0)
            PowersOf(_next - 1).Clear();
        int place = (int)(_next % Kept);
        IsAudio = _spoilt[place] != _next;
        WeightedPower = _weighted[place];
        _next++;
        return true;
    }

    private void EndHop()
    {
        if (!_frames.IsAudio)
            Spoil();
        Weigh();
        _hops++;
        AddFrame();
    }

    private void Weigh()
    {
        var left = _frames.Left;
        var right = _channels > 1 ? _frames.Right : default;
        while (_loudness.Push(ref left, ref right, out double energy))
            _weighted[_weightedSteps++ % Kept] = energy / _loudness.Samples;
    }

    // The newest window ends with the newest hop.
    private void AddFrame()
    {
        TensorPrimitives.ConvertTruncating(_frames.Powers, _frame);
        long begin = (_hops - 2) * _frames.Hop, end = _hops * _frames.Hop;
        double window = end - begin, step = _loudness.Samples;
        for (long n = Math.Max(0, begin / _loudness.Samples); n * _loudness.Samples < end; n++)
        {
            double within = GridFrames.EnergyBefore((((n + 1) * step) - begin) / window) - GridFrames.EnergyBefore(((n * step) - begin) / window);
            var powers = PowersOf(n);
            TensorPrimitives.MultiplyAdd(_frame, within * _frames.Hop / step, powers, powers);
        }
    }

    private void Spoil()
    {
        long begin = (_hops - 1) * _frames.Hop, end = (_hops + 2) * _frames.Hop;
        for (long n = Math.Max(0, begin / _loudness.Samples); n * _loudness.Samples < end; n++)
            _spoilt[n % Kept] = n;
    }

    private Span<double> PowersOf(long step) => _powers.AsSpan((int)(step % Kept) * CommonGrid.Count, CommonGrid.Count);
}
