using System.Runtime.InteropServices;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Plugin.Tests;

/// <summary>How a host's input and output buffers lie to each other.</summary>
public enum Memory
{
    Apart,
    InPlace,
    Crossed,
}

/// <summary>A step of a parameter's value, or with <see cref="IsLine"/> the end of a line from where it was.</summary>
public sealed record Move(int Sample, uint Id, double Plain, bool IsLine = false)
{
    public double Normalized => Parameter.ToNormalized(Plain);

    public Parameter Parameter => ParameterTable.At(ParameterTable.IndexOf(Id));
}

/// <summary>
/// The plug-in in this process, behind its function tables and held by the real host classes, playing 32- or 64-bit samples.
/// Offline unless told, so that every decode is where the clock has it.
/// </summary>
internal sealed unsafe class InProcessPlugin : IDisposable
{
    [ThreadStatic]
    private static SemanticEqEffect? _made;

    private readonly PluginInstance _plugin;

    public InProcessPlugin()
    {
        PluginModule.Description ??= new(Exports.ClassId, "Semantic EQ", "", "", "", "0", "Fx|EQ", () => _made = new SemanticEqEffect());
        void* factory = ModuleExports.GetPluginFactory();
        _plugin = PluginInstance.Create(factory, PluginLibrary.FindAudioClass(factory).ShouldNotBeNull());
        Effect = _made.ShouldNotBeNull();
    }

    /// <summary>Behind the tables.</summary>
    public SemanticEqEffect Effect { get; }

    public ProcessMode Mode { get; set; } = ProcessMode.Offline;

    /// <summary>As the host holds it.</summary>
    public PluginInstance Instance => _plugin;

    public Memory Memory { get; init; }

    public int Channels { get; init; } = 2;

    /// <summary>What comes by the side-chain, a channel each, over and over; null where the host does not switch it on.</summary>
    public float[][]? SideChain { get; set; }

    /// <summary>How many channels blocks have, where that is not what was announced.</summary>
    public int? BlockChannels { get; set; }

    public double SampleRate { get; init; } = 48000;

    /// <summary>A bit a channel, of the last block.</summary>
    public ulong SilenceFlags { get; private set; }

    public InProcessPlugin Set(uint id, double plain)
    {
        _plugin.SetNormalized(id, ParameterTable.At(ParameterTable.IndexOf(id)).ToNormalized(plain)).ShouldBeTrue();
        return this;
    }

    public byte[] SaveState() => _plugin.SaveState();

    /// <summary>How many samples from the start of two signals are the same to the bit.</summary>
    public static int SamePart<T>(T[] one, T[] other) where T : unmanaged =>
        MemoryMarshal.AsBytes(one.AsSpan()).CommonPrefixLength(MemoryMarshal.AsBytes(other.AsSpan())) / sizeof(T);

    /// <summary>Starts anew and plays; the next block's length is asked for each. Values stay as the moves leave them.</summary>
    public T[][] Play<T>(T[][] input, Func<int> blockSamples, params Move[] moves) where T : unmanaged
    {
        const int Longest = 8192;
        var setup = new ProcessSetup(Mode, typeof(T) == typeof(double), Longest, SampleRate);
        _plugin.SetChannels(Channels, SideChain?.Length ?? 0).ShouldBeTrue();
        _plugin.ActivateSideChain(SideChain != null).ShouldBeTrue();
        _plugin.Setup(setup);
        _plugin.SetActive(true);
        using var block = new AudioBlock(_plugin, Channels, setup, SideChain?.Length ?? 0);
        Alias(block);
        T[][] output = [.. input.Select(channel => new T[channel.Length])];
        for (int at = 0; at < input[0].Length;)
        {
            int count = Math.Min(Math.Clamp(blockSamples(), 1, Longest), input[0].Length - at);
            block.Begin(count);
            block.Data->Inputs[0].NumChannels = block.Data->Outputs[0].NumChannels = BlockChannels ?? Channels;
            _plugin.Listener.Queue(block.Changes);
            Queue(block, moves, at, count);
            for (int channel = 0; channel < Channels; channel++)
                input[channel].AsSpan(at, count).CopyTo(Samples<T>(block, BusDirection.Input, channel));
            FillSideChain<T>(block, at);
            _plugin.Process(block).ShouldBeTrue();
            SilenceFlags = block.Data->Outputs[0].SilenceFlags;
            for (int channel = 0; channel < Channels; channel++)
                Samples<T>(block, BusDirection.Output, channel).CopyTo(output[channel].AsSpan(at));
            at += count;
        }
        _plugin.SetActive(false);
        return output;
    }

    public void Dispose() => _plugin.Dispose();

    private void FillSideChain<T>(AudioBlock block, int at) where T : unmanaged
    {
        for (int channel = 0; channel < SideChain?.Length; channel++)
        {
            float[] samples = SideChain[channel];
            for (int i = 0; i < block.Data->NumSamples; i++)
            {
                float sample = samples[(at + i) % samples.Length];
                if (typeof(T) == typeof(double))
                    block.SideChainDouble(channel)[i] = sample;
                else
                    block.SideChain(channel)[i] = sample;
            }
        }
    }

    private void Alias(AudioBlock block)
    {
        for (int channel = 0; channel < Channels && Memory != Memory.Apart; channel++)
        {
            int other = Memory == Memory.Crossed ? Channels - 1 - channel : channel;
            block.Data->Outputs[0].ChannelBuffers[channel] = block.Data->Inputs[0].ChannelBuffers[other];
        }
    }

    // A host that plays a step or a line in blocks says at each block's end where the line has come to.
    private static void Queue(AudioBlock block, Move[] moves, int at, int count)
    {
        foreach (var ofOne in moves.GroupBy(move => move.Id))
        {
            var points = block.Changes.For(ofOne.Key);
            double value = ofOne.First().Parameter.ToNormalized(ofOne.First().Parameter.Default);
            int sample = 0;
            foreach (var move in ofOne.OrderBy(move => move.Sample))
            {
                int start = move.IsLine ? sample : move.Sample - 1;
                if (start >= at && start < at + count)
                    points.Add(start - at, value);
                if (move.Sample >= at && move.Sample < at + count)
                    points.Add(move.Sample - at, move.Normalized);
                else if (move.IsLine && start < at + count - 1 && move.Sample >= at + count)
                    points.Add(count - 1, value + ((move.Normalized - value) * (at + count - 1 - start) / (move.Sample - start)));
                value = move.Normalized;
                sample = move.Sample;
            }
        }
    }

    private static Span<T> Samples<T>(AudioBlock block, BusDirection direction, int channel) where T : unmanaged => typeof(T) == typeof(double)
        ? MemoryMarshal.Cast<double, T>(block.Double(direction, channel))
        : MemoryMarshal.Cast<float, T>(block.Float(direction, channel));
}
