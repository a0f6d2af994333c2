using SemanticEq.Dsp;
using SemanticEq.Inference;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// Semantic EQ as hosts see it: the controller's values and text, the state, and the processor behind them. Each member is called
/// on the thread that <see cref="Effect"/> says.
/// </summary>
internal sealed partial class SemanticEqEffect : Effect
{
    private static readonly AudioBus[] AllBuses =
    [
        new(BusDirection.Input, "Input", 2),
        new(BusDirection.Input, "Side-chain", 2, IsAux: true),
        new(BusDirection.Output, "Output", 2),
    ];

    private static readonly ParameterDescription[] Descriptions = [.. ParameterTable.All.Select(parameter => parameter.Describe())];

    private readonly ParameterValues _newest = new();
    private readonly EqProcessor _processor;
    private readonly DecoderLeases _decoders;
    private readonly TrackListening _listening = new();
    private readonly LearntTrack _track = new();
    private BundledModel? _model;
    private ProcessSetup _setup = new(ProcessMode.Realtime, false, 1024, 48000);
    private int _channels = 2;
    private int _sideChainChannels = 2;
    private bool _isSideChainOn;
    private SessionState? _session;
    private ControlFrame _loadedFrame;
    private bool _isForeign;
    private bool _isActive;
    // States come by any thread, and a window asks too.
    private readonly Lock _loudnessGate = new();
    private KeptLoudness _loudness = KeptLoudness.None;

    public SemanticEqEffect()
    {
        _processor = new EqProcessor(_newest);
        _decoders = new DecoderLeases(_listening.Wake);
        Match = new SideChainMatch(_listening);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AudioBus> Buses => AllBuses;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterDescription> Parameters => Descriptions;

    /// <inheritdoc/>
    public override uint TailSamples => EqProcessor.TailSamplesAt(_setup.SampleRate);

    // Read on first need, not when a host only scans. A session that an older model made goes on with that one.
    private BundledModel? Model => _model ??= BundledModel.Newest;

    /// <inheritdoc/>
    public override string? Format(uint id, double normalized)
    {
        if (Find(id) is not { } parameter)
            return null;
        double plain = parameter.ToPlain(normalized);
        return WordOf(id) is { } word ? FormatWord(word, plain) : parameter.Text.Format(plain);
    }

    /// <inheritdoc/>
    public override bool TryParse(uint id, string text, out double normalized)
    {
        normalized = 0;
        if (WordOf(id) is { } word)
            return TryParseWord(word, text, out normalized);
        if (Find(id) is not { } parameter || !parameter.Text.TryParse(text, out double plain))
            return false;
        normalized = parameter.ToNormalized(plain);
        return true;
    }

    /// <inheritdoc/>
    public override double ToPlain(uint id, double normalized) => Find(id)?.ToPlain(normalized) ?? normalized;

    /// <inheritdoc/>
    public override double ToNormalized(uint id, double plain) => Find(id)?.ToNormalized(plain) ?? plain;

    /// <inheritdoc/>
    public override double GetNormalized(uint id) => ParameterTable.IndexOf(id) is >= 0 and var index ? _newest[index] : 0;

    /// <inheritdoc/>
    public override bool SetNormalized(uint id, double normalized)
    {
        int index = ParameterTable.IndexOf(id);
        if (index < 0 || double.IsNaN(normalized))
            return false;
        int before = (int)ToPlain(id, _newest[index]);
        _newest[index] = Math.Clamp(normalized, 0.0, 1.0);
        if (WordOf(id) is { } word)
            WordIsSet(word, before, (int)ToPlain(id, normalized));
        return true;
    }

    /// <inheritdoc/>
    public override bool AcceptChannels(ReadOnlySpan<int> inputs, ReadOnlySpan<int> outputs)
    {
        if (inputs.Length is < 1 or > 2 || outputs.Length != 1)
            return false;
        if (inputs[0] != outputs[0] || outputs[0] is not (1 or 2))
        {
            // What comes out counts: a host asks next what it can have.
            _channels = outputs[0] == 1 ? 1 : 2;
            return false;
        }
        if (inputs.Length == 2 && inputs[1] is < 0 or > 2)
            return false;
        _channels = outputs[0];
        if (inputs.Length == 2)
            _sideChainChannels = inputs[1];
        return true;
    }

    /// <inheritdoc/>
    public override int ChannelsOf(BusDirection direction, int index) => direction == BusDirection.Input && index == 1 ? _sideChainChannels : _channels;

    /// <inheritdoc/>
    public override void SetBusActive(BusDirection direction, int index, bool active)
    {
        if (direction == BusDirection.Input && index == 1)
            _isSideChainOn = active;
    }

    /// <inheritdoc/>
    public override bool Setup(in ProcessSetup setup)
    {
        // The K weighting of BS.1770 has its shelf at 1,682 Hz, and needs it below Nyquist.
        const double LowestRate = 4000;
        const double HighestRate = 1_536_000;
        if (setup.SampleRate is not (>= LowestRate and <= HighestRate))
            return false;
        _setup = setup;
        return true;
    }

    /// <inheritdoc/>
    public override void SetActive(bool active)
    {
        _isActive = false;
        _decoders.Close();
        _processor.Stop();
        var loudness = TakeLoudness();
        _ = Track;
        _listening.Stop();
        if (!active)
            return;
        _isActive = active;
        _listening.Start(
            _setup, _channels, BundledListener.Newest, _track, FittedDecode.IsAsked(_newest.ToPlain()), _isSideChainOn ? _sideChainChannels : 0);
        // While the first decode is waited for, the worker is to say when it is there.
        _processor.Start(_setup, _channels, Source(isOffline: true), loudness, _track, BundledListener.Newest, _listening);
        _ = Source(IsOffline);
        _listening.Wake();
    }

    /// <inheritdoc/>
    public override void SetProcessing(bool processing)
    {
        if (processing)
            _processor.BeginAfterPause();
    }

    /// <inheritdoc/>
    public override void Process(in ProcessBlock block) => _processor.Process(block);

    /// <inheritdoc/>
    public override byte[] SaveState()
    {
        var state = Snapshot();
        // Where no window was ever opened it is handed on as it came.
        state.Compare = _editing is null ? _session?.Compare : _editing.Compared;
        state.Preset = _editing is null ? _session?.Preset : _editing.PresetKey;
        return state.Write();
    }

    /// <inheritdoc/>
    public override bool LoadState(ReadOnlySpan<byte> state)
    {
        if (SessionState.Read(state) is not { } session)
            return false;
        var (phraseBefore, modelBefore) = (_phrases[0]?.Text, _model);
        double[] values = SessionSnapshot.ValuesOf(session);
        for (int i = 0; i < values.Length; i++)
            _newest[i] = values[i];
        _session = session;
        _loadedFrame = SemanticControls.Frame(_newest.ToPlain());
        _model = session.ModelHash == null ? BundledModel.Newest : BundledModel.Find(session.Model, session.ModelHash);
        _isForeign = _model == null && session.SoundDecode() != null;
        _phrases.Load(session);
        _places = _phrases.Places(Model);
        // What hosts call a preset is a state too: of another sound, while the track that was measured is the same.
        var loudness = NextLoudness(session.SoundLoudness());
        var known = LearntTrackText.Read(session.Track) ?? new LearntTrack();
        known.Session = _track.Session + 1;
        _track.CopyFrom(known);
        _listening.Offer(known);
        _processor.Offer(new SessionOffer(values, Source(IsOffline), loudness, known));
        _editing?.StateLoaded(session);
        TellProgramNames(phraseBefore, modelBefore);
        return true;
    }

    private KeptLoudness TakeLoudness()
    {
        lock (_loudnessGate)
            return _loudness = _processor.NewestLoudness(_loudness);
    }

    private KeptLoudness NextLoudness(LoudnessSpectrum? brought)
    {
        lock (_loudnessGate)
        {
            var known = _processor.NewestLoudness(_loudness);
            return _loudness = known.Next(brought ?? known.Spectrum);
        }
    }

    private bool IsOffline => _setup.Mode == ProcessMode.Offline;

    // Whether the bands of a session whose model is not here play: as long as the semantic controls stand as it had them.
    private bool IsHeld => _isForeign && SemanticControls.Frame(_newest.ToPlain()).Equals(_loadedFrame);

    // What decodes from now on; while inactive there is nobody to answer.
    private DecodeSource Source(bool isOffline) => new(
        _isActive && Model is { } model ? _decoders.Open(model, isOffline) : null, _places, _session?.SoundDecode(), _isForeign ? _loadedFrame : null);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _isActive = false;
        _decoders.Dispose();
        _listening.Dispose();
    }

    private static Parameter? Find(uint id) => ParameterTable.IndexOf(id) is >= 0 and var index ? ParameterTable.At(index) : null;
}
