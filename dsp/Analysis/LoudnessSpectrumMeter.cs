using System.Numerics;

namespace SemanticEq.Dsp;

/// <summary>
/// Measures a <see cref="LoudnessSpectrum"/>, streaming. Allocates when made, never after; may run on the audio thread: two
/// transforms for each 1024 samples (at 48 kHz), never both within 64 samples, the rest little. What it measures does not depend
/// on how the samples are cut into blocks.
/// </summary>
/// <remarks>
/// K-weighted sound in windows sin(π (i + ½) / N), half overlapped, so that their squares sum to 1 and no power is lost or counted
/// twice; bins are gathered into points, windows into BS.1770-4's blocks. Weighted before, not in the bins: a window leaks, and
/// what the weighting stops must not leak past it.
/// </remarks>
public sealed class LoudnessSpectrumMeter
{
    // Longer ones blur what a block's edge parts, shorter ones what a filter's does.
    private const double WindowSeconds = 2048.0 / 48000.0;
    private const int LongestWindow = 8192;
    private const int LongestStage = 64;
    private const int StagesOfFrame = 3;

    private static readonly SharedTables<int, double[]> Windows =
        new(length => [.. Enumerable.Range(0, length).Select(i => Math.Sin(Math.PI * (i + 0.5) / length))]);

    private readonly Fft _fft;
    private readonly PointBins _bins;
    private readonly SvfSection[] _weighting = new SvfSection[2];
    private readonly double _sampleRate;
    private readonly int _hop;
    private readonly double[] _window;
    private readonly double[] _left;
    private readonly double[] _right;
    private readonly double[] _leftFrame;
    private readonly double[] _rightFrame;
    private readonly double[][] _spectra;
    private readonly LoudnessBlocks _blocks;
    private readonly LoudnessClasses _classes = new();
    private readonly int _stageSamples;
    private bool _isStereo;
    private int _filled;
    private int _stage = StagesOfFrame;

    /// <summary>For a sample rate in Hz.</summary>
    public LoudnessSpectrumMeter(double sampleRate)
    {
        _sampleRate = sampleRate;
        int length = (int)Math.Min(LongestWindow, BitOperations.RoundUpToPowerOf2((uint)Math.Round(WindowSeconds * sampleRate * 0.75)));
        _fft = new Fft(length);
        _bins = new PointBins(length, sampleRate);
        _hop = length / 2;
        _blocks = new LoudnessBlocks(_hop, sampleRate);
        _window = Windows.Of(length);
        _left = new double[length];
        _right = new double[length];
        _leftFrame = new double[length];
        _rightFrame = new double[length];
        _stageSamples = Math.Min(LongestStage, _hop / 4);
        _spectra = [.. Enumerable.Range(0, 4).Select(_ => new double[_fft.BinCount])];
        ResetWeighting();
    }

    /// <summary>How much sound above the gate it has heard, in seconds.</summary>
    public double SecondsHeard => _classes.Moments * _blocks.StepSeconds;

    /// <summary>Forgets all, and starts anew.</summary>
    public void Reset()
    {
        _filled = 0;
        _stage = StagesOfFrame;
        _classes.Reset();
        _bins.Reset();
        _blocks.Reset();
        ResetWeighting();
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
            Take(left[..count], _left.AsSpan(_filled, count), false);
            left = left[count..];
            if (_isStereo)
            {
                Take(right[..count], _right.AsSpan(_filled, count), true);
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

    private void Take<T>(ReadOnlySpan<T> samples, Span<double> history, bool right)
        where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < samples.Length; i++)
            history[i] = double.CreateTruncating(samples[i]);
        _weighting[0].Process(history, right);
        _weighting[1].Process(history, right);
    }

    private void ResetWeighting()
    {
        Array.Clear(_weighting);
        _weighting[0].Snap(KWeighting.Shelf(_sampleRate));
        _weighting[1].Snap(KWeighting.HighPass(_sampleRate));
    }

    private void EndFrame()
    {
        for (int i = 0; i < _window.Length; i++)
        {
            _leftFrame[i] = _window[i] * _left[i];
            _rightFrame[i] = _window[i] * _right[i];
        }

        // By the sample clock, not by blocks, so that no block's length can be heard.
        _weighting[0].Flush();
        _weighting[1].Flush();
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
        var powers = _blocks.NextFrame;
        if (_isStereo)
            _bins.Gather(_spectra[0], _spectra[1], _spectra[2], _spectra[3], powers);
        else
            _bins.Gather(_spectra[0], _spectra[1], [], [], powers);
        var block = _blocks.EndFrame();
        if (!block.IsEmpty)
            _classes.Add(block);
    }
}
