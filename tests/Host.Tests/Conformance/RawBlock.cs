using System.Runtime.InteropServices;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Host.Tests.Conformance;

/// <summary>A host's ProcessData with main and side-chain buses whose every pointer a test may change. Samples are stereo, of either size.</summary>
internal sealed unsafe class RawBlock : IDisposable
{
    private const int Channels = 2;
    private readonly List<nint> _memory = [];
    private readonly ProcessData* _data;
    private readonly int _sampleBytes;

    public RawBlock(int maxSamples, int sampleSize = 0, int channels = Channels, int mode = 0)
    {
        _sampleBytes = sampleSize == 1 ? sizeof(double) : sizeof(float);
        _data = (ProcessData*)Allocate(sizeof(ProcessData));
        _data->ProcessMode = mode;
        _data->SymbolicSampleSize = sampleSize;
        _data->NumSamples = maxSamples;
        (_data->NumInputs, _data->NumOutputs) = (2, 1);
        _data->Inputs = (AudioBusBuffers*)Allocate(2 * sizeof(AudioBusBuffers));
        _data->Outputs = (AudioBusBuffers*)Allocate(sizeof(AudioBusBuffers));
        foreach (nint bus in new[] { (nint)_data->Inputs, (nint)(_data->Inputs + 1), (nint)_data->Outputs })
        {
            ((AudioBusBuffers*)bus)->NumChannels = channels;
            ((AudioBusBuffers*)bus)->ChannelBuffers = (void**)Allocate(Channels * sizeof(void*));
            for (int channel = 0; channel < channels; channel++)
                ((AudioBusBuffers*)bus)->ChannelBuffers[channel] = Allocate(Math.Max(1, maxSamples) * sizeof(double));
        }
        _data->InputParameterChanges = Changes.Pointer;
        _data->OutputParameterChanges = Reports.Pointer;
    }

    public ref ProcessData Data => ref *_data;

    public ParameterChangeList Changes { get; } = new();

    public ParameterChangeList Reports { get; } = new();

    public ref AudioBusBuffers Main => ref _data->Inputs[0];

    public ref AudioBusBuffers Side => ref _data->Inputs[1];

    public ref AudioBusBuffers Output => ref _data->Outputs[0];

    /// <summary>Processes it.</summary>
    public int Play(RawPlugin plugin)
    {
        int result = plugin.ProcessorTable->Process(plugin.Processor, _data);
        // Its memory is the plug-in's for so long.
        GC.KeepAlive(this);
        return result;
    }

    /// <summary>Fills the main input with seeded noise between −0.5 and 0.5.</summary>
    public void Noise(Random random)
    {
        for (int channel = 0; channel < Main.NumChannels; channel++)
        {
            for (int i = 0; i < _data->NumSamples; i++)
                Set(ref Main, channel, i, random.NextDouble() - 0.5);
        }
    }

    public void Set(ref AudioBusBuffers bus, int channel, int sample, double value)
    {
        void* memory = bus.ChannelBuffers[channel];
        if (_sampleBytes == sizeof(double))
            ((double*)memory)[sample] = value;
        else
            ((float*)memory)[sample] = (float)value;
    }

    public double Get(ref AudioBusBuffers bus, int channel, int sample) => _sampleBytes == sizeof(double)
        ? ((double*)bus.ChannelBuffers[channel])[sample]
        : ((float*)bus.ChannelBuffers[channel])[sample];

    /// <summary>A channel's samples of this block.</summary>
    public double[] Samples(ref AudioBusBuffers bus, int channel)
    {
        double[] samples = new double[_data->NumSamples];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = Get(ref bus, channel, i);
        return samples;
    }

    public void Dispose()
    {
        Changes.Dispose();
        Reports.Dispose();
        foreach (nint memory in _memory)
            NativeMemory.Free((void*)memory);
    }

    private void* Allocate(int bytes)
    {
        void* memory = NativeMemory.AllocZeroed((nuint)bytes);
        _memory.Add((nint)memory);
        return memory;
    }
}
