using System.Numerics;

namespace SemanticEq.Dsp;

/// <summary>
/// Measures a <see cref="LoudnessSpectrum"/>, streaming. Allocates when made, never after; may run on the audio thread: two
/// transforms for each 2048 samples (at 48 kHz), never both within 64 samples, the rest next to nothing. What it measures does not depend on how the samples
/// are cut into blocks.
/// </summary>
/// <remarks>
/// Windows sin(π (i + ½) / N), half overlapped, so that their squares sum to 1 and no power is lost or counted twice; bins are
/// K-weighted and gathered into points. The blocks that BS.1770-4 gates, 400 ms long, are here whole numbers of half windows.
/// </remarks>
public sealed class LoudnessSpectrumMeter
{
    private const double BlockSeconds = 0.4;
    private const double WindowSeconds = 4096.0 / 48000.0;
    private const int LongestWindow = 8192;
    private const int LongestStage = 64;
    private const int StagesOfFrame = 3;

    private readonly Fft _fft;
    private readonly PointBins _bins;
    private readonly double _sampleRate;
    private readonly int _hop;
    private readonly double[] _window;
    private readonly double[] _left;
    private readonly double[] _right;
    private readonly double[] _leftFrame;
    private readonly double[] _rightFrame;
    private readonly double[][] _spectra;
    private readonly double[] _recent;
    private readonly double[] _block = new double[LoudnessSpectrum.Points];
    private readonly LoudnessClasses _classes = new();
    private readonly int _blockFrames;
    private readonly int _stageSamples;
    private bool _isStereo;
    private int _filled;
    private int _stage = StagesOfFrame;
    private long _frames;

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
        _leftFrame = new double[length];
        _rightFrame = new double[length];
        _stageSamples = Math.Min(LongestStage, _hop / 4);
        _spectra = [.. Enumerable.Range(0, 4).Select(_ => new double[_fft.BinCount])];
        _recent = new double[_blockFrames * LoudnessSpectrum.Points];
    }

    /// <summary>How much sound above the gate it has heard, in seconds.</summary>
    public double SecondsHeard => _classes.Moments * _hop / _sampleRate;

    /// <summary>Forgets all, and starts anew.</summary>
    public void Reset()
    {
        _filled = 0;
        _stage = StagesOfFrame;
        _frames = 0;
        _classes.Reset();
        _bins.Reset();
        Array.Clear(_recent);
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
            int end = _stage < StagesOfFrame ? _hop + ((_stage + 1) * _stageSamples) : _fft.Size;
            int count = Math.Min(left.Length, end - _filled);
            Take(left[..count], _left.AsSpan(_filled));
            left = left[count..];
            if (_isStereo)
            {
                Take(right[..count], _right.AsSpan(_filled));
                right = right[count..];
            }

            _filled += count;
            if (_filled < end)
                return;
            if (_stage < StagesOfFrame)
                Work(_stage++);
            else
                EndFrame();
        }
    }

    /// <summary>Reads what was measured since <see cref="Reset"/>.</summary>
    /// <returns>False, and nothing written, where no sound above the gate was heard.</returns>
    public bool TryRead(LoudnessSpectrum spectrum)
    {
        if (!_classes.TryRead(spectrum))
            return false;
        _bins.Read(spectrum.FrequenciesHz, spectrum.RightShare, spectrum.MidShare);
        return true;
    }

    private static void Take<T>(ReadOnlySpan<T> samples, Span<double> history)
        where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < samples.Length; i++)
            history[i] = double.CreateTruncating(samples[i]);
    }

    private void EndFrame()
    {
        for (int i = 0; i < _window.Length; i++)
        {
            _leftFrame[i] = _window[i] * _left[i];
            _rightFrame[i] = _window[i] * _right[i];
        }

        _filled = _hop;
        _left.AsSpan(_hop).CopyTo(_left);
        _right.AsSpan(_hop).CopyTo(_right);
        _stage = 0;
    }

    // A frame's work, a part at a time while the next samples come in, so that no one block has to bear all of it.
    private void Work(int stage)
    {
        switch (stage)
        {
            case 0:
                _fft.Forward(_leftFrame, _spectra[0], _spectra[1]);
                break;
            case 1 when _isStereo:
                _fft.Forward(_rightFrame, _spectra[2], _spectra[3]);
                break;
            case 2:
                GatherFrame();
                break;
        }
    }

    private void GatherFrame()
    {
        var powers = _recent.AsSpan((int)(_frames % _blockFrames) * LoudnessSpectrum.Points, LoudnessSpectrum.Points);
        if (_isStereo)
            _bins.Gather(_spectra[0], _spectra[1], _spectra[2], _spectra[3], powers);
        else
            _bins.Gather(_spectra[0], _spectra[1], [], [], powers);
        if (++_frames >= _blockFrames)
            EndBlock();
    }

    private void EndBlock()
    {
        Array.Clear(_block);
        for (int i = 0; i < _recent.Length; i++)
            _block[i % LoudnessSpectrum.Points] += _recent[i] / _blockFrames;
        _classes.Add(_block);
    }
}
