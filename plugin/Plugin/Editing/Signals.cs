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
    // A host that has stopped calling is as good as silent; one with long blocks is not.
    private const double PauseSeconds = 0.3;
    private const double LongestTickSeconds = 0.1;
    private const int Most = 4096;

    // Longer than the loudness's 3 s and the lowest sounds' windows: after it there is nothing left to fall.
    private const double SettledSeconds = 4.0;

    // A host that renders offline may write faster than a frame reads.
    private const double MostSeconds = 0.5;

    private readonly SignalTap _tap = processor.Tap;
    private readonly LevelMeters _inputMeters = new();
    private readonly LevelMeters _outputMeters = new();
    private readonly SideChainTrace _sideChain = new(processor.Tap);
    private SpectrumTrace? _input;
    private SpectrumTrace? _output;
    private SignalRing? _ring;
    private double _format;
    private double _unheardSeconds;
    private double _silentInput;
    private double _silentOutput;
    private bool _isInterrupted;

    /// <inheritdoc/>
    public ReadOnlySpan<double> FrequenciesHz => SpectrumAnalyser.FrequenciesHz;

    /// <inheritdoc/>
    public ReadOnlySpan<double> InputDb => _input == null ? Silence : _input.Decibels;

    /// <inheritdoc/>
    public ReadOnlySpan<double> OutputDb => _output == null ? Silence : _output.Decibels;

    /// <inheritdoc/>
    public ReadOnlySpan<double> SideChainDb => _sideChain.Decibels;

    /// <inheritdoc/>
    public ReadOnlySpan<double> HeldDb => _output == null ? default : _output.HeldDecibels;

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

    private static float[] Nothing { get; } = new float[Most];

    private static double[] Silence { get; } = [.. Enumerable.Repeat(SpectrumTrace.FloorDb, SpectrumAnalyser.Count)];

    /// <summary>A window opens.</summary>
    public void Open()
    {
        if (_tap.IsOpen)
            return;
        _inputMeters.Reset();
        _outputMeters.Reset();
        _input?.Reset();
        _output?.Reset();
        _sideChain.Reset();
        _unheardSeconds = _silentInput = _silentOutput = 0.0;
        IsFrozen = _isInterrupted = false;
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
        _inputMeters.Update(_tap, false, seconds);
        _outputMeters.Update(_tap, true, seconds);
        if (_input == null || _output == null)
            return;
        if (_isInterrupted)
            Restart(_input, _output);
        _unheardSeconds = _ring != null && Read(_ring) > 0 ? 0.0 : _unheardSeconds + seconds;
        if (_unheardSeconds > PauseSeconds)
            HearNothing(Math.Min(seconds, LongestTickSeconds));
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
        _inputMeters.Update(_tap, false, seconds);
        _outputMeters.Update(_tap, true, seconds);
        _isInterrupted = true;
    }

    /// <inheritdoc/>
    public double PeakDb(bool output, int channel) => Meters(output).PeakDb(channel);

    /// <inheritdoc/>
    public double HighestDb(bool output) => Meters(output).HighestDb;

    /// <inheritdoc/>
    public void ResetHighest()
    {
        _inputMeters.ResetHighest();
        _outputMeters.ResetHighest();
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

    private LevelMeters Meters(bool output) => output ? _outputMeters : _inputMeters;

    private void Prepare(SignalRing ring)
    {
        if (_output != null && ring.SampleRate == _format && ring.Channels == Channels)
            return;
        (_format, Channels) = (ring.SampleRate, ring.Channels);
        _input = new SpectrumTrace(_format, Channels);
        _output = new SpectrumTrace(_format, Channels);
        _inputMeters.Prepare(_format);
        _outputMeters.Prepare(_format);
    }

    private void Restart(SpectrumTrace input, SpectrumTrace output)
    {
        _isInterrupted = false;
        _silentInput = _silentOutput = 0.0;
        _inputMeters.ResetLoudness();
        _outputMeters.ResetLoudness();
        input.Reset();
        output.Reset();
        _sideChain.Reset();
    }

    private int Read(SignalRing ring)
    {
        int all = 0;
        for (int count; all < MostSeconds * _format && (count = Math.Min(ring.Readable, Most)) > 0; all += count)
        {
            Hear(ring, false, count);
            Hear(ring, true, count);
            ring.Release(count);
        }
        return all;
    }

    private void Hear(SignalRing ring, bool output, int count)
    {
        var left = ring.Samples(output, 0, count);
        var right = Channels > 1 ? ring.Samples(output, 1, count) : default;
        // Silence that goes on has nothing to tell: most instances of a session hear nothing most of the time.
        ref double silent = ref output ? ref _silentOutput : ref _silentInput;
        bool isSilent = !left.ContainsAnyExcept(0.0f) && !right.ContainsAnyExcept(0.0f);
        silent = isSilent ? silent + (count / _format) : 0.0;
        if (silent < SettledSeconds || !IsSettled(output))
            Push(output, left, right);
    }

    private bool IsSettled(bool output) =>
        (output ? _output! : _input!).IsSilent && double.IsNegativeInfinity(ShortTermLufs(output));

    private void HearNothing(double seconds)
    {
        if (IsSettled(false) && IsSettled(true))
            return;
        int count = (int)(seconds * _format);
        for (int part; count > 0; count -= part)
        {
            part = Math.Min(count, Most);
            var nothing = Nothing.AsSpan(0, part);
            Push(false, nothing, Channels > 1 ? nothing : default);
            Push(true, nothing, Channels > 1 ? nothing : default);
        }
    }

    private void Push(bool output, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Meters(output).Push(left, right);
        var trace = output ? _output! : _input!;
        if (output ? settings.ShowOutput : settings.ShowInput)
            trace.Push(left, right);
        else if (!trace.IsSilent)
            trace.Reset();
    }

    private bool Show(SpectrumTrace trace, bool holds) => trace.Show(AveragingSeconds, settings.SpectrumTilt, holds);

    // Enough to read a mix's balance; to see phrases; to see notes.
    private double AveragingSeconds => settings.SpectrumSpeed switch
    {
        SpectrumSpeed.Slow => 1.5,
        SpectrumSpeed.Medium => 0.4,
        _ => 0.1,
    };
}
