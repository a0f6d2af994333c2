namespace SemanticEq.Vst3.Tests;

/// <summary>A gain with one parameter, a side-chain bus, and a fault to order: the member named in <see cref="Throws"/> throws.</summary>
public sealed class TestEffect : Effect
{
    public const uint GainId = 7;

    private double _gain = 0.5;
    private int _channels = 2;

    public static readonly PluginDescription Description = new(
        new Guid("5EAA0001-7C41-11EE-9D2B-C0DE0000EC01"),
        "Test Gain",
        "Tests",
        "https://example.invalid",
        "nobody@example.invalid",
        "1.2.3",
        "Fx|EQ",
        () => new TestEffect());

    public const uint ModeId = 8;

    private ParameterDescription[] _parameters = [new(GainId, "Gain", "Gain", "dB", 0, 0.5, ParameterFlags.CanAutomate)];

    public static TestEffect? Last { get; private set; }

    public TestEffect() => Last = this;

    public string? Throws { get; set; }

    public string? Text { get; set; }

    public byte[] State { get; set; } = [1, 2, 3];

    public byte[]? Loaded { get; private set; }

    public bool AcceptsState { get; set; } = true;

    public int Disposed { get; private set; }

    public int Processed { get; private set; }

    public ProcessSetup LastSetup { get; private set; }

    public List<(uint Id, int Offset, double Value)> Points { get; } = [];

    public (BusDirection Direction, int Index, bool Active)? BusSwitch { get; private set; }

    public bool Processing { get; private set; }

    public override IReadOnlyList<AudioBus> Buses => Guard(nameof(Buses), (AudioBus[])[
        new(BusDirection.Input, "In", 2), new(BusDirection.Input, "Side", 2, IsAux: true), new(BusDirection.Output, "Out", 2)]);

    // Made anew only for another text: what a caller allocates must show, not what this allocates.
    public override IReadOnlyList<ParameterDescription> Parameters
    {
        get
        {
            if (_parameters[0].Title != (Text ?? "Gain"))
                _parameters = [_parameters[0] with { Title = Text ?? "Gain" }, .. _parameters.Skip(1)];
            return Guard(nameof(Parameters), _parameters);
        }
    }

    /// <summary>Brings a list of three in a unit of its own.</summary>
    public void AddMode() => _parameters = [.. _parameters, new(ModeId, "Mode", "Mode", "", 2, 0.0, ParameterFlags.CanAutomate | ParameterFlags.IsList)];

    public override IReadOnlyList<ProgramUnit> ProgramUnits => Guard(nameof(ProgramUnits), _parameters.Length < 2 ? [] : (ProgramUnit[])[new(4, "Modes", "Mode list", ModeId)]);

    public override string? Format(uint id, double normalized) =>
        Guard(nameof(Format), id == ModeId ? $"mode {Math.Min(2, Math.Floor(normalized * 3)):0}" : Text ?? $"{ToPlain(id, normalized):0.0}");

    public override bool TryParse(uint id, string text, out double normalized)
    {
        normalized = Guard(nameof(TryParse), double.TryParse(text, out double plain) ? ToNormalized(id, plain) : double.NaN);
        return !double.IsNaN(normalized);
    }

    public override double ToPlain(uint id, double normalized) => Guard(nameof(ToPlain), (normalized * 48.0) - 24.0);

    public override double ToNormalized(uint id, double plain) => Guard(nameof(ToNormalized), (plain + 24.0) / 48.0);

    public override double GetNormalized(uint id) => Guard(nameof(GetNormalized), _gain);

    public override bool SetNormalized(uint id, double normalized)
    {
        _gain = Guard(nameof(SetNormalized), normalized);
        return true;
    }

    public override bool AcceptChannels(ReadOnlySpan<int> inputs, ReadOnlySpan<int> outputs)
    {
        bool accepts = Guard(nameof(AcceptChannels), inputs.Length >= 1 && outputs.Length == 1 && inputs[0] == outputs[0] && inputs[0] > 0);
        _channels = accepts ? inputs[0] : _channels;
        return accepts;
    }

    public override int ChannelsOf(BusDirection direction, int index) => Guard(nameof(ChannelsOf), _channels);

    public override void SetBusActive(BusDirection direction, int index, bool active) =>
        BusSwitch = Guard(nameof(SetBusActive), (direction, index, active));

    public override bool Setup(in ProcessSetup setup)
    {
        LastSetup = Guard(nameof(Setup), setup);
        return true;
    }

    public override void SetActive(bool active) => Guard(nameof(SetActive), 0);

    public override void SetProcessing(bool processing) => Processing = Guard(nameof(SetProcessing), processing);

    public override uint LatencySamples => Guard(nameof(LatencySamples), 5u);

    public override uint TailSamples => Guard(nameof(TailSamples), 9u);

    public override void Process(in ProcessBlock block)
    {
        Processed++;
        _ = Guard(nameof(Process), 0);
        var changes = block.Changes;
        for (int q = 0; q < changes.Count; q++)
        {
            var queue = changes[q];
            for (int p = 0; p < queue.Points; p++)
            {
                if (queue.TryGetPoint(p, out int offset, out double value))
                    Points.Add((queue.Id, offset, value));
            }
        }
        var input = block.Input(0);
        var output = block.Output(0);
        for (int channel = 0; channel < output.Channels; channel++)
        {
            var from = input.Float(channel, block.Samples);
            var to = output.Float(channel, block.Samples);
            for (int i = 0; i < Math.Min(from.Length, to.Length); i++)
                to[i] = from[i] * 2f;
        }
        block.Report(GainId, 0, 0.25);
    }

    public override byte[] SaveState() => Guard(nameof(SaveState), State);

    public override bool LoadState(ReadOnlySpan<byte> state)
    {
        Loaded = Guard(nameof(LoadState), state.ToArray());
        return AcceptsState;
    }

    public TestEditor? Editor { get; set; }

    public override EffectEditor? CreateEditor() => Guard(nameof(CreateEditor), Editor);

    public override void Dispose()
    {
        Disposed++;
        _ = Guard(nameof(Dispose), 0);
    }

    private T Guard<T>(string member, T value) => Throws == member ? throw new InvalidOperationException("ordered by a test") : value;
}
