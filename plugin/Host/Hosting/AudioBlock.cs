using System.Runtime.InteropServices;
using SemanticEq.Vst3;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Host.Hosting;

/// <summary>
/// A ProcessData with its buffers: the main bus each way with its own memory; other buses are present but off, without channels.
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
    public AudioBlock(PluginInstance plugin, int channels, in ProcessSetup setup)
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
        Changes.Clear();
        Reports.Clear();
    }

    /// <summary>A channel of the main bus as 32-bit samples of this block.</summary>
    public Span<float> Float(BusDirection direction, int channel) => new(Channel(direction, channel), Data->NumSamples);

    /// <summary>A channel of the main bus as 64-bit samples of this block.</summary>
    public Span<double> Double(BusDirection direction, int channel) => new(Channel(direction, channel), Data->NumSamples);

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
        buses[0].NumChannels = Channels;
        buses[0].ChannelBuffers = (void**)Allocate(Channels * sizeof(void*));
        for (int i = 0; i < Channels; i++)
            buses[0].ChannelBuffers[i] = Allocate(_maxSamples * sizeof(double));
        return buses;
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
