using System.Globalization;
using System.Text;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Tests;

/// <summary>
/// A plug-in for the host's tests: a delay of any length, a one-pole low-pass, and a gain whose automation is followed at every
/// sample along the lines of its queue.
/// </summary>
public sealed class DelayGain : Effect
{
    public const uint GainId = 1, ModeId = 2, CountId = 900;

    private static readonly string[] Modes = ["Off", "Warm", "Bright"];

    private readonly Dictionary<uint, double> _values = new() { [GainId] = 0.5, [ModeId] = 0, [CountId] = 0 };
    private readonly Queue<double>[] _delay = [new(), new()];
    private readonly double[] _pole = new double[2];
    private double _gain = 0.5;
    private long _blocks;

    /// <summary>Delay in samples, told to the host as latency.</summary>
    public static int Delay { get; set; }

    /// <summary>y += (1 − pole)·(x − y); 0 lets everything through.</summary>
    public static double Pole { get; set; }

    public static bool Fails { get; set; }

    public static byte[] State { get; set; } = [];

    public static List<int> BlockLengths { get; } = [];

    public static ProcessSetup LastSetup { get; private set; }

    public static readonly PluginDescription Description = new(
        new Guid("5EAA0002-7C41-11EE-9D2B-C0DE0000EC02"), "Delay Gain", "Tests", "", "", "1.0.0", "Fx", () => new DelayGain());

    public static void Reset()
    {
        PluginModule.Description = Description;
        Delay = 0;
        Pole = 0;
        Fails = false;
        State = [];
        BlockLengths.Clear();
    }

    public override IReadOnlyList<AudioBus> Buses { get; } =
        [new(BusDirection.Input, "In", 2), new(BusDirection.Input, "Side", 2, IsAux: true), new(BusDirection.Output, "Out", 2)];

    public override IReadOnlyList<ParameterDescription> Parameters { get; } =
    [
        new(GainId, "Gain", "Gn", "dB", 0, 0.5, ParameterFlags.CanAutomate),
        new(ModeId, "Mode", "Md", "", 2, 0, ParameterFlags.CanAutomate | ParameterFlags.IsList),
        new(CountId, "Twin decodes", "Twin", "", 0, 0, ParameterFlags.IsReadOnly),
    ];

    public int Channels { get; private set; } = 2;

    public override uint LatencySamples => (uint)Delay;

    public override uint TailSamples => 0;

    /// <summary>The factor that a normalised gain means: −24 to 24 dB.</summary>
    public static double Factor(double normalized) => Math.Pow(10, ((normalized * 48) - 24) / 20);

    public override string? Format(uint id, double normalized) =>
        id == ModeId ? Modes[(int)Math.Round(normalized * 2)] : ToPlain(id, normalized).ToString("0.0", CultureInfo.InvariantCulture);

    public override bool TryParse(uint id, string text, out double normalized)
    {
        int mode = Array.FindIndex(Modes, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        normalized = mode / 2.0;
        if (id == ModeId)
            return mode >= 0;
        bool ok = double.TryParse(text.Replace("dB", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double plain);
        normalized = Math.Clamp(ToNormalized(id, plain), 0, 1);
        return ok;
    }

    public override double ToPlain(uint id, double normalized) => id switch
    {
        GainId => (normalized * 48) - 24,
        ModeId => Math.Round(normalized * 2),
        _ => normalized * 1000,
    };

    public override double ToNormalized(uint id, double plain) => id switch
    {
        GainId => (plain + 24) / 48,
        ModeId => plain / 2,
        _ => plain / 1000,
    };

    public override double GetNormalized(uint id) => _values[id];

    public override bool SetNormalized(uint id, double normalized)
    {
        _values[id] = normalized;
        return true;
    }

    public override bool AcceptChannels(ReadOnlySpan<int> inputs, ReadOnlySpan<int> outputs)
    {
        if (inputs.Length != 2 || outputs.Length != 1 || inputs[0] != outputs[0] || inputs[0] is not (1 or 2))
            return false;
        Channels = inputs[0];
        return true;
    }

    public override int ChannelsOf(BusDirection direction, int index) => Channels;

    public override bool Setup(in ProcessSetup setup)
    {
        LastSetup = setup;
        return setup.SampleRate < 1e6;
    }

    public override void SetActive(bool active)
    {
        foreach (var line in _delay)
        {
            line.Clear();
            for (int i = 0; i < Delay; i++)
                line.Enqueue(0);
        }
        Array.Clear(_pole);
        _blocks = 0;
    }

    public override void Process(in ProcessBlock block)
    {
        if (Fails)
            throw new InvalidOperationException();
        BlockLengths.Add(block.Samples);
        var gains = GainsOf(block);
        for (int channel = 0; channel < block.Output(0).Channels; channel++)
        {
            for (int i = 0; i < block.Samples; i++)
            {
                double x = block.IsDouble ? block.Input(0).Double(channel, block.Samples)[i] : block.Input(0).Float(channel, block.Samples)[i];
                double y = Next(channel, x * Factor(gains[i]));
                if (block.IsDouble)
                    block.Output(0).Double(channel, block.Samples)[i] = y;
                else
                    block.Output(0).Float(channel, block.Samples)[i] = (float)y;
            }
        }
        block.Report(CountId, 0, ++_blocks / 1000.0);
    }

    public override byte[] SaveState() => State;

    public override bool LoadState(ReadOnlySpan<byte> state)
    {
        State = state.ToArray();
        return Encoding.UTF8.GetString(state) != "bad";
    }

    public override void Dispose()
    {
    }

    private double Next(int channel, double x)
    {
        _delay[channel].Enqueue(x);
        _pole[channel] += (1 - Pole) * (_delay[channel].Dequeue() - _pole[channel]);
        return _pole[channel];
    }

    // The queue as the specification has it: straight lines from the last block's end through the points, level after the last.
    private double[] GainsOf(in ProcessBlock block)
    {
        double[] gains = new double[block.Samples];
        var points = new List<(int Offset, double Value)> { (-1, _gain) };
        var changes = block.Changes;
        for (int q = 0; q < changes.Count; q++)
        {
            for (int p = 0; changes[q].Id == GainId && p < changes[q].Points; p++)
            {
                if (changes[q].TryGetPoint(p, out int offset, out double value))
                    points.Add((offset, value));
            }
        }
        points.Add((Math.Max(block.Samples, points[^1].Offset + 1), points[^1].Value));
        for (int i = 0, segment = 1; i < gains.Length; i++)
        {
            while (points[segment].Offset < i)
                segment++;
            var (left, right) = (points[segment - 1], points[segment]);
            gains[i] = right.Offset == i ? right.Value : left.Value + ((right.Value - left.Value) * (i - left.Offset) / (right.Offset - left.Offset));
        }
        _gain = points[^1].Value;
        return gains;
    }
}
