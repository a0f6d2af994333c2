using System.Numerics;

namespace SemanticEq.Dsp;

/// <summary>
/// What a track sounds like: its level-free spectrum on the common grid over all that was heard, energy-weighted and gated as ITU-R
/// BS.1770-4, and over short windows. Silence and what is no number teach nothing. What it reads does not depend on how the samples are
/// cut, to the bit. Allocates when made, never after, however long it listens; one thread.
/// </summary>
/// <remarks>Each band's power is what of the sound lies between the geometric means of its point and the next ones.</remarks>
public sealed class TrackSpectrum
{
    private const int Points = CommonGrid.Count;
    private const int StepsPerBlock = 4;

    private readonly GridSteps _steps;
    private readonly GatedSpectrum _gated = new();
    private readonly StepWindow _block;
    private readonly StepWindow _recent;
    private readonly double[] _window = new double[Points];
    private readonly double[] _mean = new double[Points];
    private readonly ResumedSpectrum _resumed = new();
    private readonly int _windowSteps;
    private readonly int _hopSteps;
    private long _windowEnd;
    private long _wholeSteps = -1;
    private bool _isWindowHeard;

    /// <summary>For a sample rate in Hz, 8,000 to 384,000.</summary>
    /// <param name="sampleRate">Hz.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="windowSeconds">The short windows' length, from 0.1 s on, in whole tenths.</param>
    /// <param name="hopSeconds">From one short window to the next, from 0.1 s on, in whole tenths.</param>
    public TrackSpectrum(double sampleRate, int channels, double windowSeconds = 3.0, double hopSeconds = 1.0)
    {
        _steps = new GridSteps(sampleRate, channels);
        _windowSteps = Math.Max(1, (int)Math.Round(10.0 * windowSeconds));
        _hopSteps = Math.Max(1, (int)Math.Round(10.0 * hopSeconds));
        _block = new StepWindow(StepsPerBlock);
        _recent = new StepWindow(_windowSteps);
    }

    /// <summary>How much sound above −70 LUFS it has heard, in seconds; what was resumed counts.</summary>
    public double SecondsHeard => _resumed.Seconds + (_gated.Blocks * _steps.Seconds);

    /// <summary>Integrated loudness of what came in, in LUFS; negative infinity where nothing passed the gate. From classes of half an LU.</summary>
    public double IntegratedLufs => LoudnessSteps.Lufs(_gated.Read(_mean));

    /// <summary>Short windows that have ended.</summary>
    public long Windows { get; private set; }

    /// <summary>Where the newest short window begins, in seconds of what came in.</summary>
    public double WindowStartSeconds { get; private set; }

    /// <summary>Where it ends.</summary>
    public double WindowEndSeconds => _windowEnd * _steps.Seconds;

    /// <summary>Its loudness in LUFS, not gated; negative infinity for silence.</summary>
    public double WindowLufs { get; private set; } = double.NegativeInfinity;

    /// <summary>Forgets all, and starts anew.</summary>
    public void Reset()
    {
        _steps.Reset();
        _gated.Reset();
        _block.Reset();
        _recent.Reset();
        _resumed.Forget();
        (_windowEnd, _wholeSteps, _isWindowHeard) = (0, -1, false);
        (Windows, WindowStartSeconds, WindowLufs) = (0, 0.0, double.NegativeInfinity);
    }

    /// <summary>
    /// Forgets all, and goes on from what was learnt before: as if it had been heard for so long, as loud as what will be.
    /// </summary>
    /// <param name="levelFreeDb">64 finite values in dB.</param>
    /// <param name="seconds">0 or more.</param>
    public void Resume(ReadOnlySpan<float> levelFreeDb, double seconds)
    {
        Reset();
        _resumed.Set(levelFreeDb, seconds);
    }

    /// <summary>What was heard so far counts only so much from now on: so its memory can be bounded.</summary>
    /// <param name="share">0 to 1; <see cref="SecondsHeard"/> is less by as much.</param>
    public void Fade(double share)
    {
        _gated.Fade(share);
        _resumed.Fade(share);
    }

    /// <summary>Takes the next samples.</summary>
    /// <param name="left">The left or only channel, full scale ±1.</param>
    /// <param name="right">The right channel, as long; not looked at for one channel.</param>
    public void Push<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T>
    {
        while (PushToWindow(ref left, ref right))
        {
            // Only the newest is of interest.
        }
    }

    /// <summary>Takes samples until a short window ends, to be read before the next call, or the run does.</summary>
    /// <param name="left">The left or only channel, full scale ±1; what was taken is cut off.</param>
    /// <param name="right">The right channel, as long; not looked at for one channel.</param>
    /// <returns>Whether one ended.</returns>
    public bool PushToWindow<T>(ref ReadOnlySpan<T> left, ref ReadOnlySpan<T> right)
        where T : unmanaged, INumberBase<T>
    {
        while (_steps.Push(ref left, ref right))
        {
            if (EndStep())
                return true;
        }

        return false;
    }

    /// <summary>
    /// Ends the sound, which counts up to its last whole tenth of a second. To be called until it returns false; then nothing may come
    /// but <see cref="Reset"/>.
    /// </summary>
    /// <returns>Whether another short window came of it; the last is shorter where the others did not reach the end.</returns>
    public bool Finish()
    {
        Span<float> silence = stackalloc float[64];
        silence.Clear();
        if (_wholeSteps < 0)
            _wholeSteps = _steps.Samples / _steps.SamplesOfStep;
        while (_steps.Count < _wholeSteps)
        {
            ReadOnlySpan<float> left = silence, right = silence;
            while (_steps.Count < _wholeSteps && _steps.Push(ref left, ref right))
            {
                if (EndStep())
                    return true;
            }
        }

        long rest = _steps.Count - (Windows * _hopSteps);
        if (_steps.Count <= _windowEnd || rest < StepsPerBlock)
            return false;
        EndWindow((int)rest);
        return true;
    }

    /// <summary>Reads the long-term spectrum.</summary>
    /// <param name="levelFreeDb">Receives 64 values in dB whose mean is 0; see <see cref="GridLevels"/>.</param>
    /// <returns>False, and nothing written, where nothing was heard.</returns>
    public bool TryRead(Span<float> levelFreeDb)
    {
        bool isNew = _gated.Read(_mean) > 0.0;
        if (_resumed.Seconds > 0.0)
            _resumed.AddTo(_mean, isNew ? _gated.Blocks * _steps.Seconds : 0.0);
        return (isNew || _resumed.Seconds > 0.0) && GridLevels.TryRead(_mean, levelFreeDb);
    }

    /// <summary>Reads the newest short window's spectrum.</summary>
    /// <param name="levelFreeDb">Receives 64 values in dB whose mean is 0.</param>
    /// <returns>False, and nothing written, where none has ended or it holds no more than silence, −70 LUFS.</returns>
    public bool TryReadWindow(Span<float> levelFreeDb) => _isWindowHeard && GridLevels.TryRead(_window, levelFreeDb);

    private bool EndStep()
    {
        _block.Add(_steps);
        _recent.Add(_steps);
        if (_steps.Count >= StepsPerBlock && _block.Read(StepsPerBlock, _mean, out double weighted) == StepsPerBlock)
            _gated.Add(weighted, _mean);
        if (_steps.Count < _windowSteps || (_steps.Count - _windowSteps) % _hopSteps != 0)
            return false;
        EndWindow(_windowSteps);
        return true;
    }

    private void EndWindow(int steps)
    {
        _isWindowHeard = _recent.Read(steps, _window, out double weighted) > 0 && GatedSpectrum.IsHeard(weighted);
        _windowEnd = _steps.Count;
        WindowStartSeconds = (_steps.Count - steps) * _steps.Seconds;
        WindowLufs = weighted > 0.0 ? LoudnessSteps.Lufs(weighted) : double.NegativeInfinity;
        Windows++;
    }
}
