using System.Numerics;

namespace SemanticEq.Dsp;

/// <summary>
/// Measures a <see cref="LoudnessSpectrum"/>, streaming. Allocates when made, never after; may run on the audio thread: two
/// transforms for each 2048 samples (at 48 kHz), the rest next to nothing. What it measures does not depend on how the samples
/// are cut into blocks.
/// </summary>
/// <remarks>
/// Windows sin(π (i + ½) / N), half overlapped, so that their squares sum to 1 and no power is lost or counted twice; bins are
/// K-weighted and gathered into points. The blocks that BS.1770-4 gates, 400 ms long, are here whole numbers of half windows, and
/// are sorted into classes 1 LU apart; those at or below −70 LUFS are dropped, as there.
/// </remarks>
public sealed class LoudnessSpectrumMeter
{
    private const double BlockSeconds = 0.4;
    private const double WindowSeconds = 4096.0 / 48000.0;
    private const double GateLufs = -70.0;
    private const double OffsetDb = -0.691;
    private const int AllClasses = 160;
    private const int LongestWindow = 8192;

    private readonly Fft _fft;
    private readonly PointBins _bins;
    private readonly double _sampleRate;
    private readonly int _hop;
    private readonly double[] _window;
    private readonly double[] _left;
    private readonly double[] _right;
    private readonly double[] _frame;
    private readonly double[][] _spectra;
    private readonly double[] _recent;
    private readonly double[] _block = new double[LoudnessSpectrum.Points];
    private readonly double[] _classPowers = new double[AllClasses * LoudnessSpectrum.Points];
    private readonly long[] _classCounts = new long[AllClasses];
    private readonly int _blockFrames;
    private bool _isStereo;
    private int _filled;
    private long _frames;
    private long _blocks;

    /// <summary>For a sample rate in Hz.</summary>
    public LoudnessSpectrumMeter(double sampleRate)
    {
        _sampleRate = sampleRate;
        int length = (int)Math.Min(LongestWindow, BitOperations.RoundUpToPowerOf2((uint)Math.Round(WindowSeconds * sampleRate * 0.75)));
        _fft = new Fft(length);
        _bins = new PointBins(length, sampleRate);
        _hop = length / 2;
        _blockFrames = Math.Max(1, (int)Math.Round(BlockSeconds * sampleRate / _hop));
        _window = [.. Enumerable.Range(0, length).Select(i => Math.Sin(Math.PI * (i + 0.5) / length))];
        _left = new double[length];
        _right = new double[length];
        _frame = new double[length];
        _spectra = [.. Enumerable.Range(0, 4).Select(_ => new double[_fft.BinCount])];
        _recent = new double[_blockFrames * LoudnessSpectrum.Points];
    }

    /// <summary>How much sound above the gate it has heard, in seconds.</summary>
    public double SecondsHeard => _blocks * _hop / _sampleRate;

    /// <summary>Forgets all, and starts anew.</summary>
    public void Reset()
    {
        _filled = 0;
        _frames = _blocks = 0;
        _bins.Reset();
        Array.Clear(_recent);
        Array.Clear(_classPowers);
        Array.Clear(_classCounts);
    }

    /// <summary>Takes the next samples, 32 or 64 bit, finite, full scale ±1.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono, and then in every call.</param>
    public void Push<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T>
    {
        _isStereo = !right.IsEmpty;
        while (left.Length > 0)
        {
            int count = Math.Min(left.Length, _fft.Size - _filled);
            Take(left[..count], _left.AsSpan(_filled));
            left = left[count..];
            if (_isStereo)
            {
                Take(right[..count], _right.AsSpan(_filled));
                right = right[count..];
            }

            _filled += count;
            if (_filled == _fft.Size)
                EndFrame();
        }
    }

    /// <summary>Reads what was measured since <see cref="Reset"/>.</summary>
    /// <returns>False, and nothing written, where no sound above the gate was heard.</returns>
    public bool TryRead(LoudnessSpectrum spectrum)
    {
        int loudest = Array.FindLastIndex(_classCounts, count => count > 0);
        if (loudest < 0)
            return false;
        int softest = Math.Max(0, loudest - LoudnessSpectrum.MaxClasses + 1);
        spectrum.Begin(_classCounts.AsSpan(softest..(loudest + 1)).Length - Empty(softest, loudest));
        _bins.Read(spectrum.FrequenciesHz, spectrum.RightShare, spectrum.MidShare);
        double scale = 1.0 / PowerOfClass(loudest);
        for (int from = softest, to = 0; from <= loudest; from++)
        {
            if (_classCounts[from] == 0)
                continue;
            spectrum.Counts[to] = (float)((double)_classCounts[from] / _blocks);
            var powers = spectrum.PowersOf(to++);
            for (int i = 0; i < powers.Length; i++)
                powers[i] = (float)(_classPowers[(from * LoudnessSpectrum.Points) + i] * scale / _classCounts[from]);
        }

        return true;
    }

    private int Empty(int softest, int loudest) => _classCounts.AsSpan(softest..(loudest + 1)).Count(0L);

    private double PowerOfClass(int index)
    {
        double sum = 0.0;
        foreach (double power in _classPowers.AsSpan(index * LoudnessSpectrum.Points, LoudnessSpectrum.Points))
            sum += power;
        return sum / _classCounts[index];
    }

    private static void Take<T>(ReadOnlySpan<T> samples, Span<double> history)
        where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < samples.Length; i++)
            history[i] = double.CreateTruncating(samples[i]);
    }

    private void EndFrame()
    {
        Transform(_left, _spectra[0], _spectra[1]);
        if (_isStereo)
            Transform(_right, _spectra[2], _spectra[3]);
        var powers = _recent.AsSpan((int)(_frames % _blockFrames) * LoudnessSpectrum.Points, LoudnessSpectrum.Points);
        if (_isStereo)
            _bins.Gather(_spectra[0], _spectra[1], _spectra[2], _spectra[3], powers);
        else
            _bins.Gather(_spectra[0], _spectra[1], [], [], powers);
        if (++_frames >= _blockFrames)
            EndBlock();
        _filled = _hop;
        _left.AsSpan(_hop).CopyTo(_left);
        _right.AsSpan(_hop).CopyTo(_right);
    }

    private void Transform(double[] history, double[] real, double[] imaginary)
    {
        for (int i = 0; i < _frame.Length; i++)
            _frame[i] = _window[i] * history[i];
        _fft.Forward(_frame, real, imaginary);
    }

    private void EndBlock()
    {
        Array.Clear(_block);
        for (int i = 0; i < _recent.Length; i++)
            _block[i % LoudnessSpectrum.Points] += _recent[i];
        double sum = 0.0;
        foreach (double power in _block)
            sum += power;
        double lufs = OffsetDb + (10.0 * Math.Log10(sum / _blockFrames));
        if (!(lufs > GateLufs))
            return;
        int index = Math.Min((int)(lufs - GateLufs), AllClasses - 1);
        _blocks++;
        _classCounts[index]++;
        for (int i = 0; i < _block.Length; i++)
            _classPowers[(index * LoudnessSpectrum.Points) + i] += _block[i];
    }
}
