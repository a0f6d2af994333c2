using SemanticEq.Dsp;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// What is heard. Time runs on a control clock of one tick per 64 samples, counted from when processing starts and never from
/// block edges: at a tick the semantic controls are read and decoded, at each 16th sample the other parameters. Between
/// <see cref="Start"/> and the last block it belongs to the audio thread, and does not allocate, lock or wait (offline it
/// waits for the worker).
/// </summary>
internal sealed class EqProcessor
{
    /// <summary>Samples of a control tick.</summary>
    public const int TickSamples = 64;

    private const int SegmentSamples = Equaliser.SegmentSamples;
    private const double TailSeconds = 2.0;
    private static readonly int MeasureLoudness = ParameterTable.IndexOf(ParameterId.MeasureLoudness);
    private static readonly int ChannelMode = ParameterTable.IndexOf(ParameterId.ChannelMode);
    private readonly ParameterValues _newest;
    private readonly ParameterLines _lines = new();
    private readonly Equaliser _equaliser = new();
    private readonly EqualiserTargets _targets = new();
    private readonly OutputStage _output = new();
    private readonly TrackLoudness _loudness = new();
    private readonly InputGuard _guard = new();
    private readonly double[] _left = new double[SegmentSamples];
    private readonly double[] _right = new double[SegmentSamples];
    private readonly double[] _dryLeft = new double[SegmentSamples];
    private readonly double[] _dryRight = new double[SegmentSamples];
    private DecodePipeline? _decoder;
    private readonly float[] _flatDecode = FlatDecode.Make();
    private float[] _storedDecode = FlatDecode.Make();
    private SessionOffer? _offer;
    private bool _offline;
    private volatile bool _isToForget;
    private bool _isFirst;
    private bool _isChanged;
    private long _time;
    private int _reportedTwinDecodes;

    public EqProcessor(ParameterValues newest) => _newest = newest;

    /// <summary>
    /// How long it sounds on, in samples: constant. Every word falls by far more than 100 dB in it, as do own bands of musical use; a band
    /// of the user's at 10 Hz with Q 40 would ring for a minute, and is cut.
    /// </summary>
    public static uint TailSamplesAt(double sampleRate) => (uint)(TailSeconds * sampleRate);

    private ReadOnlySpan<float> Decode => _decoder == null ? _storedDecode : _decoder.Bands;

    /// <summary>Gives it the way to the decoder; without one it plays the stored decode. Main thread, while stopped.</summary>
    public void UseDecoder(DecodePipeline decoder)
    {
        _decoder = decoder;
        _reportedTwinDecodes = 0;
    }

    /// <summary>Prepares and starts anew from the newest values. Main thread; may wait for the worker's first decode.</summary>
    /// <param name="setup">How the host will process.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="storedDecode">The bands that play where there is no model, or null for flat ones.</param>
    /// <param name="loudness">The track's, as the session keeps it.</param>
    public void Start(in ProcessSetup setup, int channels, float[]? storedDecode, KeptLoudness loudness)
    {
        _equaliser.Prepare(setup.SampleRate);
        _output.Prepare(setup.SampleRate, channels);
        _loudness.Prepare(setup.SampleRate, channels);
        UseLoudness(loudness);
        _offline = setup.Mode == ProcessMode.Offline;
        _storedDecode = storedDecode ?? _flatDecode;
        Interlocked.Exchange(ref _offer, null);
        for (int i = 0; i < ParameterTable.Count; i++)
            _lines.Set(i, _newest[i]);
        _guard.Reset();
        _time = 0;
        _isFirst = true;
        _decoder?.Jump(SemanticControls.Frame(_lines.Plain), wait: true);
        Snap();
    }

    /// <summary>Hands over a whole set of normalised values, as from a loaded state; they glide in at the next block. Main thread.</summary>
    public void Offer(SessionOffer offer) => Interlocked.Exchange(ref _offer, offer);

    /// <summary>What the session is to keep of the track's loudness: what was measured since, else what it had. Main thread.</summary>
    public KeptLoudness NewestLoudness(KeptLoudness kept) => _loudness.Newest(kept);

    /// <summary>Processes a block. Audio thread.</summary>
    public void Process(in ProcessBlock block)
    {
        using var flush = FlushToZero.Enter();
        if (_isToForget)
            Forget();
        _isChanged |= TakeOffer();
        _lines.Begin(block.Changes);
        var output = block.Output(0);
        if (block.Samples > 0)
            Render(block, output);
        // A point after the last segment's first sample is read by the next block's first segment.
        _isChanged |= _lines.Any;
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
    }

    private void Render(in ProcessBlock block, AudioBuffers output)
    {
        var input = block.Input(0);
        int channels = Math.Min(output.Channels, 2);
        bool silent = true;
        if (_isFirst)
            JumpToFirst();
        for (int at = 0, count; at < block.Samples; at += count, _time += count)
        {
            int phase = (int)(_time % SegmentSamples);
            count = Math.Min(SegmentSamples - phase, block.Samples - at);
            if (phase == 0)
                BeginSegment(at);
            silent &= RenderPiece(block, input, output, channels, at, count);
        }
        output.SilenceFlags = silent ? (1UL << channels) - 1 : 0;
    }

    private bool RenderPiece(in ProcessBlock block, in AudioBuffers input, in AudioBuffers output, int channels, int at, int count)
    {
        SampleIo.Load(block, input, 0, at, _left.AsSpan(0, count));
        if (channels == 2)
            SampleIo.Load(block, input, 1, at, _right.AsSpan(0, count));
        if (_output.IsBypassed)
        {
            // Bypass hands on the host's own bits, not a number and all; underneath, the filters go on.
            Store(block, output, channels, at, count);
            bool silent = IsSilent(channels, count);
            Filter(channels, 0, count);
            return silent;
        }
        Filter(channels, 0, count);
        Store(block, output, channels, at, count);
        return IsSilent(channels, count);
    }

    // Filters, mixes and guards the loaded piece, from one of its samples on.
    private void Filter(int channels, int from, int count)
    {
        long time = _time + from;
        var left = _left.AsSpan(from, count - from);
        var right = channels == 2 ? _right.AsSpan(from, count - from) : default;
        if (left.IsEmpty)
            return;
        if (_guard.IsMuted(time))
        {
            _guard.WriteMuted(0, time, left);
            if (channels == 2)
                _guard.WriteMuted(1, time, right);
            return;
        }
        int sound = InputGuard.SoundSamples(left, right);
        if (sound > 0)
            Play(left[..sound], right.IsEmpty ? right : right[..sound], time);
        if (sound == left.Length)
            return;
        _equaliser.Reset();
        _guard.Mute(time + sound);
        Filter(channels, from + sound, count);
    }

    private void Play(Span<double> left, Span<double> right, long time)
    {
        var dryLeft = _dryLeft.AsSpan(0, left.Length);
        var dryRight = _dryRight.AsSpan(0, right.Length);
        left.CopyTo(dryLeft);
        right.CopyTo(dryRight);
        _loudness.Listen<double>(left, right);
        _equaliser.Process(left, right);
        int offset = (int)(time % SegmentSamples);
        _output.Process(left, dryLeft, offset);
        _output.Process(right, dryRight, offset);
        _guard.AfterProcessing(0, time, left);
        if (!right.IsEmpty)
            _guard.AfterProcessing(1, time, right);
    }

    private void BeginSegment(int at)
    {
        _lines.MoveTo(at);
        bool changed = _isChanged || _lines.Any;
        _isChanged = false;
        if (_time % TickSamples == 0 && _decoder != null)
            changed |= _decoder.Tick(_time / TickSamples, SemanticControls.Frame(_lines.Plain));
        if (_loudness.Follow(_lines.Plain[MeasureLoudness] > 0.5))
        {
            _output.MatchLoudnessOf(_loudness.Spectrum);
            changed = true;
        }
        if (changed)
            Compose();
        if (!_equaliser.StatesAreFinite)
            _equaliser.Reset();
        _equaliser.BeginSegment(_targets);
        _output.BeginSegment();
    }

    // Before the first sample there is nothing to glide from: values that come with the first block hold from its start.
    private void JumpToFirst()
    {
        _isFirst = false;
        _lines.MoveTo(0);
        var frame = SemanticControls.Frame(_lines.Plain);
        if (_decoder != null && !frame.Equals(_decoder.Last))
            _decoder.Jump(frame, wait: _offline);
        Snap();
    }

    private void Snap()
    {
        Compose();
        _equaliser.Snap(_targets);
        _output.Snap();
    }

    private void Compose()
    {
        BandPlan.Compose(_lines.Plain, Decode, _targets.DecoderLog2Hz, _targets.DecoderGainDb, _targets.DecoderLog2Q);
        _targets.DecoderChannel = (BandChannel)(int)_lines.Plain[ChannelMode];
        OwnBandPlan.Compose(_lines.Plain, _targets.Own);
        _output.Aim(_lines.Plain, _targets);
    }

    private bool TakeOffer()
    {
        if (Volatile.Read(ref _offer) == null || Interlocked.Exchange(ref _offer, null) is not { } offer)
            return false;
        for (int i = 0; i < offer.Normalized.Length; i++)
        {
            _lines.Set(i, offer.Normalized[i]);
            // Once more: a block that ended while the state was loaded has written what it played.
            _newest[i] = offer.Normalized[i];
        }
        _storedDecode = offer.Decode ?? _flatDecode;
        UseLoudness(offer.Loudness);
        return true;
    }

    private void UseLoudness(KeptLoudness loudness)
    {
        _loudness.Use(loudness);
        _output.MatchLoudnessOf(_loudness.Spectrum);
    }

    private void Report(in ProcessBlock block)
    {
        int twinDecodes = _decoder?.TwinDecodes ?? 0;
        if (twinDecodes == _reportedTwinDecodes)
            return;
        Diagnostics.CountTwinDecodes(twinDecodes - _reportedTwinDecodes);
        _reportedTwinDecodes = twinDecodes;
        int index = ParameterTable.IndexOf(ParameterId.TwinDecodes);
        _newest[index] = ParameterTable.At(index).ToNormalized(twinDecodes);
        block.Report(ParameterId.TwinDecodes, Math.Max(0, block.Samples - 1), _newest[index]);
    }

    private void Store(in ProcessBlock block, in AudioBuffers output, int channels, int at, int count)
    {
        SampleIo.Store(block, output, 0, at, _left.AsSpan(0, count));
        if (channels == 2)
            SampleIo.Store(block, output, 1, at, _right.AsSpan(0, count));
    }

    private bool IsSilent(int channels, int count) =>
        _left.AsSpan(0, count).IndexOfAnyExcept(0.0) < 0 && (channels == 1 || _right.AsSpan(0, count).IndexOfAnyExcept(0.0) < 0);
}
