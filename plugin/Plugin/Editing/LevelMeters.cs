using SemanticEq.Dsp;

namespace SemanticEq.Plugin;

/// <summary>The meters of one side, input or output. Main thread; allocates when made, never after.</summary>
internal sealed class LevelMeters
{
    private readonly PeakMeter[] _peaks = [new(), new()];
    private ShortTermLoudness _loudness = new(48000.0);

    /// <summary>In LUFS, over 3 s.</summary>
    public double ShortTermLufs => _loudness.Lufs;

    /// <summary>The highest of both channels in dB full scale.</summary>
    public double HighestDb => Math.Max(_peaks[0].HighestDb, _peaks[1].HighestDb);

    /// <summary>A channel's peak in dB full scale.</summary>
    public double PeakDb(int channel) => (uint)channel < (uint)_peaks.Length ? _peaks[channel].Db : double.NegativeInfinity;

    /// <summary>For another sample rate in Hz; allocates.</summary>
    public void Prepare(double sampleRate) => _loudness = new ShortTermLoudness(sampleRate);

    /// <summary>Forgets all.</summary>
    public void Reset()
    {
        _peaks[0].Reset();
        _peaks[1].Reset();
        _loudness.Reset();
    }

    /// <summary>Forgets the highest.</summary>
    public void ResetHighest()
    {
        _peaks[0].ResetHighest();
        _peaks[1].ResetHighest();
    }

    /// <summary>Forgets the loudness, as where what comes is not what followed.</summary>
    public void ResetLoudness() => _loudness.Reset();

    /// <summary>Takes the next samples.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; empty for mono.</param>
    public void Push(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => _loudness.Push(left, right);

    /// <summary>Takes the peaks since the last call.</summary>
    public void Update(SignalTap tap, bool output, double seconds)
    {
        for (int channel = 0; channel < _peaks.Length; channel++)
            _peaks[channel].Update(tap.TakePeak(output, channel), seconds);
    }
}
