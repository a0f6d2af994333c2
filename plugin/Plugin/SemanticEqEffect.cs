using SemanticEq.Inference;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin;

/// <summary>
/// Semantic EQ as hosts see it: the controller's values and text, the state, and the processor behind them. Each member is called
/// on the thread that <see cref="Effect"/> says.
/// </summary>
internal sealed class SemanticEqEffect : Effect
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
    private SharedDecoding? _decoding;
    private DecodeChannel? _channel;
    private ProcessSetup _setup = new(ProcessMode.Realtime, false, 1024, 48000);
    private int _channels = 2;
    private int _sideChainChannels = 2;
    private SessionState? _session;
    private KeptLoudness _loudness = KeptLoudness.None;

    public SemanticEqEffect() => _processor = new EqProcessor(_newest);

    /// <inheritdoc/>
    public override IReadOnlyList<AudioBus> Buses => AllBuses;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterDescription> Parameters => Descriptions;

    /// <inheritdoc/>
    public override uint TailSamples => EqProcessor.TailSamplesAt(_setup.SampleRate);

    /// <inheritdoc/>
    public override string? Format(uint id, double normalized) =>
        Find(id) is { } parameter ? parameter.Text.Format(parameter.ToPlain(normalized)) : null;

    /// <inheritdoc/>
    public override bool TryParse(uint id, string text, out double normalized)
    {
        normalized = 0;
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
        _newest[index] = Math.Clamp(normalized, 0.0, 1.0);
        return true;
    }

    /// <inheritdoc/>
    public override bool AcceptChannels(ReadOnlySpan<int> inputs, ReadOnlySpan<int> outputs)
    {
        if (inputs.Length is < 1 or > 2 || outputs.Length != 1 || inputs[0] != outputs[0] || outputs[0] is not (1 or 2))
            return false;
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
        CloseChannel();
        _processor.Stop();
        _loudness = _processor.NewestLoudness(_loudness);
        if (!active)
            return;
        if (BundledModel.Current is { } model)
        {
            _decoding ??= SharedDecoding.Join(model, Bundle.ModelFolder, Bundle.OnnxRuntime);
            // A channel of its own for each activation: nothing of the last one's lies in its rings, and none is looked at while inactive.
            _channel = _decoding.Open();
            _processor.UseDecoder(new DecodePipeline(model.Vocabulary, _channel, new DecoderTwin(model)));
            // While the first decode is waited for, the worker is to say when it is there.
            _channel.Offline = true;
        }
        _processor.Start(_setup, _channels, _session?.SoundDecode(), _loudness);
        if (_channel != null)
            _channel.Offline = _setup.Mode == ProcessMode.Offline;
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
        _loudness = _processor.NewestLoudness(_loudness);
        return SessionSnapshot.Take(_newest, _session, _loudness.Spectrum).Write();
    }

    /// <inheritdoc/>
    public override bool LoadState(ReadOnlySpan<byte> state)
    {
        if (SessionState.Read(state) is not { } session)
            return false;
        double[] values = SessionSnapshot.ValuesOf(session);
        for (int i = 0; i < values.Length; i++)
            _newest[i] = values[i];
        _session = session;
        _loudness = _loudness.Next(session.SoundLoudness());
        _processor.Offer(new SessionOffer(values, session.SoundDecode(), _loudness));
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        CloseChannel();
        _decoding?.Leave();
        _decoding = null;
    }

    private void CloseChannel()
    {
        if (_channel != null)
            _decoding!.Close(_channel);
        _channel = null;
    }

    private static Parameter? Find(uint id) => ParameterTable.IndexOf(id) is >= 0 and var index ? ParameterTable.At(index) : null;
}
