using System.Runtime.InteropServices;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Host.Hosting;

/// <summary>
/// A ProcessData with its buffers: the main bus each way with its own memory, a side-chain where one is wanted; other buses are present but
/// off, without channels.
/// Made on the main thread, used on the one that renders.
/// </summary>
public sealed unsafe class AudioBlock : IDisposable
{
    private readonly List<nint> _memory = [];
    private readonly int _maxSamples;

    /// <summary>Allocates the buffers.</summary>
    /// <param name="plugin">Whose buses they fit.</param>
    /// <param name="channels">1 or 2, each way.</param>
    /// <param name="setup">The format, as set up in the plug-in.</param>
    /// <param name="sideChannels">Of the second input bus, 1 or 2; 0 while it is off.</param>
    public AudioBlock(PluginInstance plugin, int channels, in ProcessSetup setup, int sideChannels = 0)
    {
        _maxSamples = setup.MaxBlockSamples;
        Channels = channels;
        Data = (ProcessData*)Allocate(sizeof(ProcessData));
        Data->ProcessMode = (int)setup.Mode;
        Data->SymbolicSampleSize = setup.IsDouble ? 1 : 0;
        Data->NumInputs = plugin.BusCount(BusDirection.Input);
        Data->NumOutputs = plugin.BusCount(BusDirection.Output);
        Data->Inputs = Buses(Data->NumInputs);
        Data->Outputs = Buses(Data->NumOutputs);
        if (sideChannels > 0 && Data->NumInputs > 1)
            GiveMemory(&Data->Inputs[1], sideChannels);
        Data->InputParameterChanges = Changes.Pointer;
        Data->OutputParameterChanges = Reports.Pointer;
    }

    /// <summary>Channels each way.</summary>
    public int Channels { get; }

    /// <summary>What the plug-in gets.</summary>
    public ProcessData* Data { get; }

    /// <summary>Parameter changes into the plug-in; cleared by <see cref="Begin"/>.</summary>
    public ParameterChangeList Changes { get; } = new();

    /// <summary>Parameter values that the plug-in reports; cleared by <see cref="Begin"/>.</summary>
    public ParameterChangeList Reports { get; } = new();

    /// <summary>Starts a block: its length, no changes, nothing silent.</summary>
    public void Begin(int samples)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples, _maxSamples);
        Data->NumSamples = samples;
        Data->Inputs[0].SilenceFlags = 0;
        Data->Outputs[0].SilenceFlags = 0;
        if (Data->NumInputs > 1)
            Data->Inputs[1].SilenceFlags = 0;
        Changes.Clear();
        Reports.Clear();
    }

    /// <summary>A channel of the main bus as 32-bit samples of this block.</summary>
    public Span<float> Float(BusDirection direction, int channel) => new(Channel(direction, channel), Data->NumSamples);

    /// <summary>A channel of the main bus as 64-bit samples of this block.</summary>
    public Span<double> Double(BusDirection direction, int channel) => new(Channel(direction, channel), Data->NumSamples);

    /// <summary>A channel of the side-chain as 32-bit samples of this block.</summary>
    public Span<float> SideChain(int channel) => new(Data->Inputs[1].ChannelBuffers[channel], Data->NumSamples);

    /// <summary>A channel of the side-chain as 64-bit samples of this block.</summary>
    public Span<double> SideChainDouble(int channel) => new(Data->Inputs[1].ChannelBuffers[channel], Data->NumSamples);

    /// <inheritdoc/>
    public void Dispose()
    {
        Changes.Dispose();
        Reports.Dispose();
        foreach (nint memory in _memory)
            NativeMemory.AlignedFree((void*)memory);
        _memory.Clear();
    }

    private void* Channel(BusDirection direction, int channel) =>
        (direction == BusDirection.Input ? Data->Inputs : Data->Outputs)[0].ChannelBuffers[channel];

    private AudioBusBuffers* Buses(int count)
    {
        var buses = (AudioBusBuffers*)Allocate(Math.Max(1, count) * sizeof(AudioBusBuffers));
        GiveMemory(&buses[0], Channels);
        return buses;
    }

    private void GiveMemory(AudioBusBuffers* bus, int channels)
    {
        bus->NumChannels = channels;
        bus->ChannelBuffers = (void**)Allocate(channels * sizeof(void*));
        for (int i = 0; i < channels; i++)
            bus->ChannelBuffers[i] = Allocate(_maxSamples * sizeof(double));
    }

    private void* Allocate(int bytes)
    {
        // Aligned as most hosts' buffers are.
        void* memory = NativeMemory.AlignedAlloc((nuint)bytes, 64);
        NativeMemory.Clear(memory, (nuint)bytes);
        _memory.Add((nint)memory);
        return memory;
    }
}
