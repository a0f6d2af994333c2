using SemanticEq.Dsp;
using SemanticEq.Ui.Editor;

namespace SemanticEq.Plugin;

/// <summary>
/// What the window hears: spectra, meters, one band alone. From <see cref="Open"/> to <see cref="Close"/> it listens to the processor's
/// <see cref="SignalTap"/>. Main thread; what it looks with is made when the format is first known, and allocates nothing after.
/// </summary>
/// <param name="processor">What is listened to.</param>
/// <param name="settings">Tilt, speed, peak hold, and which spectra show: one that does not is not computed.</param>
/// <param name="playing">Where the band that is heard alone lies.</param>
internal sealed class Signals(EqProcessor processor, IEditorSettings settings, IPlaying playing) : ISignals
{
    private readonly SignalTap _tap = processor.Tap;
    private readonly HeardSignal _input = new(new LevelMeters());
    private readonly HeardSignal _output = new(new LevelMeters());
    private readonly SideChainTrace _sideChain = new(processor.Tap);
    private readonly HostPause _pause = new();
    private SignalRing? _ring;
    private bool _isInterrupted;

    /// <inheritdoc/>
    public ReadOnlySpan<double> FrequenciesHz => SpectrumAnalyser.FrequenciesHz;

    /// <inheritdoc/>
    public ReadOnlySpan<double> InputDb => _input.Decibels;

    /// <inheritdoc/>
    public ReadOnlySpan<double> OutputDb => _output.Decibels;

    /// <inheritdoc/>
    public ReadOnlySpan<double> SideChainDb => _sideChain.Decibels;

    /// <inheritdoc/>
    public ReadOnlySpan<double> HeldDb => _output.HeldDecibels;

    /// <inheritdoc/>
    public int Serial { get; private set; }

    /// <inheritdoc/>
    public bool IsFrozen { get; set; }

    /// <inheritdoc/>
    public int Channels { get; private set; } = 2;

    /// <inheritdoc/>
    public double SampleRate => _ring?.SampleRate ?? 0.0;

    /// <inheritdoc/>
    public int LateDecodes => _tap.LateDecodes;

    /// <inheritdoc/>
    public int SoloBand { get; private set; } = -1;

    /// <inheritdoc/>
    public bool IsSoloOwn { get; private set; }

    /// <inheritdoc/>
    public (bool IsMeasuring, double HeardSeconds, bool IsEnough) Measuring => processor.Measuring;

    /// <summary>Whether any sound has come since the last call of <see cref="Tick"/> or <see cref="Pass"/>.</summary>
    public bool HasSound => _tap.HasPeaks;

    /// <summary>A window opens.</summary>
    public void Open()
    {
        if (_tap.IsOpen)
            return;
        Meters(false).Reset();
        Meters(true).Reset();
        Restart();
        _pause.Reset();
        IsFrozen = false;
        _tap.Open();
    }

    /// <summary>The window is closed: nothing is listened to, and all is heard.</summary>
    public void Close()
    {
        Solo(false, -1);
        _tap.Close();
        _ring = null;
    }

    /// <summary>Takes what came since the last call.</summary>
    /// <param name="seconds">Since then.</param>
    public void Tick(double seconds)
    {
        Follow();
        _ring = _tap.Ring;
        if (_ring != null)
            Prepare(_ring);
        UpdateMeters(seconds);
        if (_isInterrupted)
            Restart();
        Hear(_ring, seconds);
        _sideChain.Tick(seconds, settings.ShowSideChain);
        if (!IsFrozen && (Show(_input, false) | Show(_output, settings.PeakHold) | _sideChain.Show(AveragingSeconds, settings.SpectrumTilt)))
            Serial++;
    }

    /// <summary>
    /// As <see cref="Tick"/> while nobody sees the window: only peaks are kept. What is heard after that begins anew.
    /// </summary>
    /// <param name="seconds">Since the last call of either.</param>
    public void Pass(double seconds)
    {
        Follow();
        _tap.Ring?.Skip();
        _sideChain.Skip();
        UpdateMeters(seconds);
        _isInterrupted = true;
    }

    /// <inheritdoc/>
    public double PeakDb(bool output, int channel) => Meters(output).PeakDb(channel);

    /// <inheritdoc/>
    public double HighestDb(bool output) => Meters(output).HighestDb;

    /// <inheritdoc/>
    public void ResetHighest()
    {
        Meters(false).ResetHighest();
        Meters(true).ResetHighest();
    }

    /// <inheritdoc/>
    public double ShortTermLufs(bool output) => Meters(output).ShortTermLufs;

    /// <inheritdoc/>
    public void Solo(bool own, int band)
    {
        int most = own ? playing.Own.Length : playing.Decoded.Length;
        SoloBand = band >= 0 && band < most ? band : -1;
        IsSoloOwn = own && SoloBand >= 0;
        Follow();
    }

    // The band may be dragged or automated while it is heard alone.
    private void Follow() => processor.Solo(SoloBand < 0 ? null : IsSoloOwn ? playing.Own[SoloBand] : playing.Decoded[SoloBand]);

    private LevelMeters Meters(bool output) => (output ? _output : _input).Meters!;

    private void UpdateMeters(double seconds)
    {
        Meters(false).Update(_tap, false, seconds);
        Meters(true).Update(_tap, true, seconds);
    }

    private void Prepare(SignalRing ring)
    {
        Channels = ring.Channels;
        _input.Prepare(ring);
        _output.Prepare(ring);
    }

    private void Restart()
    {
        _isInterrupted = false;
        _input.Reset();
        _output.Reset();
        _sideChain.Reset();
    }

    private void Hear(SignalRing? ring, double seconds)
    {
        bool hasHeard = ring?.Unread > 0;
        if (ring != null)
        {
            foreach (int count in ring.Pieces)
            {
                _input.Hear(ring.Samples(false, 0, count), ring.Samples(false, 1, count), settings.ShowInput);
                _output.Hear(ring.Samples(true, 0, count), ring.Samples(true, 1, count), settings.ShowOutput);
            }
        }
        double silence = _pause.Silence(hasHeard, seconds);
        _input.HearNothing(silence, settings.ShowInput);
        _output.HearNothing(silence, settings.ShowOutput);
    }

    private bool Show(HeardSignal signal, bool holds) => signal.Show(AveragingSeconds, settings.SpectrumTilt, holds);

    // Enough to read a mix's balance; to see phrases; to see notes.
    private double AveragingSeconds => settings.SpectrumSpeed switch
    {
        SpectrumSpeed.Slow => 1.5,
        SpectrumSpeed.Medium => 0.4,
        _ => 0.1,
    };
}
