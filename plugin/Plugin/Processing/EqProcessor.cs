using System.Numerics;
using SemanticEq.Dsp;
using SemanticEq.Inference;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// What is heard. Time runs on a control clock of one tick per 64 samples, counted from when processing starts and never from
/// block edges: at a tick the parameters are read and the semantic ones decoded. Where nothing changes and nothing moves, many
/// ticks are played as one run. Between <see cref="Start"/> and the last block it belongs to the audio thread, and does not
/// allocate, lock or wait (offline it waits for the worker).
/// </summary>
internal sealed partial class EqProcessor
{
    /// <summary>Samples of a control tick, and of the equaliser's segment.</summary>
    public const int TickSamples = Equaliser.SegmentSamples;

    /// <summary>
    /// How long it can sound on, until 100 dB below what it last was: the worst over all parameters' ranges at once. The slowest
    /// pole is a bell's of the user's at 10 Hz, Q 40, +30 dB: it falls by e every Q · 10^(30/40) / (π f) = 7.2 s, so that one
    /// rings for 82 s, and eight in a row, whose rings build on one another, for 185 s; a resonant cut's (Q · 3.62) or a shelf's
    /// are faster. The decoder's bands, at 30 Hz and Q 16 at the least favourable trims, add less than 8 s.
    /// </summary>
    public const double TailSeconds = 200.0;

    private static readonly int MeasureLoudness = ParameterTable.IndexOf(ParameterId.MeasureLoudness);
    private readonly ParameterValues _newest;
    private readonly ParameterLines _lines = new();
    private readonly Composition _composition = new();
    private readonly Equaliser _equaliser = new();
    private readonly OutputStage _output = new();
    private readonly TrackLoudness _loudness = new();
    private readonly InputGuard _guard = new();
    private readonly Audition _audition = new();
    private readonly ListeningTap _listening = new();
    private readonly TrackAdaptation _adaptation;
    private readonly SideChainTap _sideChain;
    private readonly SignalRun<float> _single;
    private readonly SignalRun<double> _double;
    private DecodePipeline? _decoder;
    private readonly float[] _flatDecode = FlatDecode.Make();
    private float[] _storedDecode = FlatDecode.Make();
    private ControlFrame _frame;
    private ControlFrame? _heldFrame;
    private bool _isHeld;
    private ControlChanges _changes;
    private bool _offline;
    private volatile bool _isToForget;
    private bool _isFirst;
    private long _time;
    private int _reportedTwinDecodes;
    private int _earlierTwinDecodes;

    public EqProcessor(ParameterValues newest)
    {
        _newest = newest;
        _adaptation = new(_listening);
        _sideChain = new(Tap);
        var taps = new SampleTaps(Tap, _listening);
        _single = new(_equaliser, _output, _guard, _loudness, _audition, taps);
        _double = new(_equaliser, _output, _guard, _loudness, _audition, taps);
    }

    /// <summary>Where a window listens.</summary>
    public SignalTap Tap { get; } = new();

    /// <summary>Whether the track's loudness is being measured, how much of it was heard so far in s, and whether that is enough. Main thread.</summary>
    public (bool IsMeasuring, double HeardSeconds, bool IsEnough) Measuring => _loudness.Progress;

    /// <summary><see cref="TailSeconds"/> in samples.</summary>
    public static uint TailSamplesAt(double sampleRate) => (uint)(TailSeconds * sampleRate);

    private bool IsToMeasure => _lines.Plain[MeasureLoudness] > 0.5;

    private ReadOnlySpan<float> Decode => _decoder == null || _isHeld ? _storedDecode : _decoder.Bands;

    /// <summary>Prepares and starts anew from the newest values. Main thread; may wait for the worker's first decode.</summary>
    /// <param name="setup">How the host will process.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="source">What decodes.</param>
    /// <param name="loudness">The track's, as the session keeps it.</param>
    /// <param name="known">What the session knows of its track.</param>
    /// <param name="model">What it is heard by; null for nothing.</param>
    /// <param name="listening">Who learns it; made for this activation.</param>
    public void Start(
        in ProcessSetup setup, int channels, DecodeSource source, KeptLoudness loudness, LearntTrack known, ListenerModel? model, TrackListening listening)
    {
        _equaliser.Prepare(setup.SampleRate);
        _output.Prepare(setup.SampleRate, channels);
        _loudness.Prepare(setup.SampleRate, channels);
        UseLoudness(loudness);
        _offline = setup.Mode == ProcessMode.Offline;
        _audition.Prepare(setup.SampleRate, _offline);
        Tap.Prepare(setup.SampleRate, channels, listening.Pair?.SideChannels ?? 0);
        _sideChain.Use(listening);
        _adaptation.Start(setup.SampleRate, model, known, listening.Learner, listening.Post);
        Interlocked.Exchange(ref _offer, null);
        Interlocked.Exchange(ref _typedOffer, null);
        for (int i = 0; i < ParameterTable.Count; i++)
            _lines.Set(i, _newest[i]);
        Forget();
        _time = 0;
        _isFirst = true;
        _decoder = source.Pipeline;
        _reportedTwinDecodes = _earlierTwinDecodes = Tap.LateDecodes = 0;
        Use(source);
        _decoder?.Jump(_frame, wait: true, isLive: !_offline);
        Snap();
        // A class's statics are made at their first use, by allocations and a lock: here, not on the audio thread.
        _ = IsToMeasure;
    }

    /// <summary>After the last block: a loudness that is being measured counts as far as it was heard. Main thread, while stopped.</summary>
    public void Stop()
    {
        _ = _loudness.Follow(false);
        Tap.Prepare(0.0, 2);
    }

    /// <summary>
    /// Lets one band's surroundings be heard alone, or with null all again; it may be called as the band is dragged. Not kept, and
    /// not heard offline or in bypass. Main thread, no allocation.
    /// </summary>
    public void Solo(Band? band) => _audition.Solo(band);

    /// <summary>Sets a gain on the output, in dB, that is no parameter: not kept, and not heard offline or in bypass. Main thread, no
    /// allocation.</summary>
    public void SetAuditionGain(double decibels) => _audition.SetGain(decibels);

    /// <summary>What of the track was taken up last, if that is new; it stays as it is until the next call. Main thread.</summary>
    public LearntTrack? TakeTrack() => _adaptation.Take();

    /// <summary>What the session is to keep of the track's loudness: what was measured since, else what it had. Main thread.</summary>
    public KeptLoudness NewestLoudness(KeptLoudness kept) => _loudness.Newest(kept);

    /// <summary>Processes a block. Audio thread.</summary>
    public void Process(in ProcessBlock block)
    {
        using var flush = FlushToZero.Enter();
        if (_isToForget)
            Forget();
        TakeOffers();
        _audition.Take();
        _lines.Begin(block.Changes);
        var output = block.Output(0);
        if (block.Samples > 0)
            Render(block, output);
        // A point after the last tick is read by the next block's first one.
        _lines.End(_newest);
        Report(block);
    }

    /// <summary>Processing starts after a pause: what sounded before is not to sound on. The clock runs on. Any thread.</summary>
    public void BeginAfterPause() => _isToForget = true;

    private void Forget()
    {
        _isToForget = false;
        _equaliser.Reset();
        _guard.Reset();
        _audition.Reset();
        _single.Forget();
        _double.Forget();
    }

    private void Render(in ProcessBlock block, AudioBuffers output)
    {
        if (_isFirst)
            JumpToFirst();
        if (_sideChain.IsOn)
            HearSideChain(block);
        ulong silent = block.IsDouble ? Render(_double, block, output) : Render(_single, block, output);
        output.SilenceFlags = silent & ((1UL << Math.Min(output.Channels, 2)) - 1);
    }

    private void HearSideChain(in ProcessBlock block)
    {
        if (block.IsDouble)
            _sideChain.Hear<double>(block);
        else
            _sideChain.Hear<float>(block);
        if (_sideChain.TakeCall())
            _decoder?.AskErrand();
    }

    private ulong Render<T>(SignalRun<T> signal, in ProcessBlock block, in AudioBuffers output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var input = block.Input(0);
        ulong silent = ulong.MaxValue;
        int played = 0;
        long start = _time;
        for (int at = (int)(-start & (TickSamples - 1)); at < block.Samples; at += TickSamples)
        {
            long tick = (start + at) / TickSamples;
            if (!Look(at, tick))
                continue;
            silent &= signal.Play(input, output, played, at - played, start + played);
            played = at;
            BeginSegment(tick);
        }
        silent &= signal.Play(input, output, played, block.Samples - played, start + played);
        _time += block.Samples;
        return silent;
    }

    // Whether anything changes at this tick, or moves from it on or up to it.
    private bool Look(int at, long tick)
    {
        _lines.MoveTo(at);
        _changes |= _lines.TakeChanges();
        bool isOther = _changes.HasFlag(ControlChanges.Semantic);
        if (isOther)
            ReadFrame();
        if (_decoder != null && (isOther || _decoder.IsUnderWay) && _decoder.Tick(tick, _frame))
            _changes |= ControlChanges.Bands;
        _changes &= ~ControlChanges.Semantic;
        return _changes != ControlChanges.None || !_equaliser.IsStill || _output.IsMoving || _audition.IsMoving || IsToMeasure != _loudness.IsMeasuring
            || _adaptation.IsDue(tick);
    }

    private void BeginSegment(long tick)
    {
        if (_loudness.Follow(IsToMeasure))
        {
            _output.MatchLoudnessOf(_loudness.Spectrum);
            _changes |= ControlChanges.Bands;
        }
        Compose(tick);
        _equaliser.BeginSegment(_composition.Targets);
        if (_output.IsMoving)
            _output.BeginSegment(_composition.Targets, tick);
        _audition.Follow(_output.IsBypass);
        if (_audition.IsMoving)
            _audition.BeginSegment();
    }

    // Before the first sample there is nothing to glide from: values that come with the first block hold from its start.
    private void JumpToFirst()
    {
        _isFirst = false;
        _lines.MoveTo(0);
        ReadFrame();
        if (_decoder != null && !_frame.Equals(_decoder.Last))
            _decoder.Jump(_frame, wait: _offline);
        Snap();
    }

    private void ReadFrame()
    {
        _frame = SemanticControls.Frame(_lines.Plain, _typed.Serial);
        bool isHeld = _heldFrame is { } held && _frame.Equals(held);
        if (isHeld == _isHeld)
            return;
        _isHeld = isHeld;
        _changes |= ControlChanges.Bands;
    }

    private void Snap()
    {
        _ = _lines.TakeChanges();
        _changes = (ControlChanges)~0;
        _adaptation.Jump();
        Compose(_time / TickSamples);
        _equaliser.Snap(_composition.Targets);
        _output.Snap(_composition.Targets);
        _audition.Snap(_output.IsBypass);
    }

    private void Compose(long tick)
    {
        _changes = _adaptation.Follow(tick, _lines.Plain, Decode, _changes);
        if (_adaptation.TakeCall())
            _decoder?.AskErrand();
        if (_changes == ControlChanges.None)
            return;
        _composition.Compose(_lines.Plain, _adaptation.Apply(_lines.Plain, Decode), _changes);
        _output.Aim(_lines.Plain, _changes.HasFlag(ControlChanges.Bands) || _changes.HasFlag(ControlChanges.OwnBands));
        _changes = ControlChanges.None;
    }

    private void Report(in ProcessBlock block)
    {
        int twinDecodes = _earlierTwinDecodes + (_decoder?.TwinDecodes ?? 0);
        if (twinDecodes == _reportedTwinDecodes)
            return;
        Tap.LateDecodes = twinDecodes;
        Diagnostics.CountTwinDecodes(twinDecodes - _reportedTwinDecodes);
        _reportedTwinDecodes = twinDecodes;
        int index = ParameterTable.IndexOf(ParameterId.TwinDecodes);
        _newest[index] = ParameterTable.At(index).ToNormalized(twinDecodes);
        block.Report(ParameterId.TwinDecodes, Math.Max(0, block.Samples - 1), _newest[index]);
    }
}
