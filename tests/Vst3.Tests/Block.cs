using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3.Tests;

/// <summary>A host's ProcessData with one float bus each way: inputs full of 1, outputs full of NaN so that what is not written shows.</summary>
public sealed unsafe class Block : IDisposable
{
    private readonly List<nint> _memory = [];
    private readonly float*[] _outputs;
    private readonly int _samples;

    public Block(int channels, int samples)
    {
        _samples = samples;
        _outputs = new float*[channels];
        Data = (ProcessData*)Allocate(sizeof(ProcessData));
        Data->NumSamples = samples;
        Data->NumInputs = Data->NumOutputs = 1;
        Data->Inputs = (AudioBusBuffers*)Allocate(sizeof(AudioBusBuffers));
        Data->Outputs = (AudioBusBuffers*)Allocate(sizeof(AudioBusBuffers));
        Fill(Data->Inputs, channels, 1f);
        Fill(Data->Outputs, channels, float.NaN);
        for (int i = 0; i < channels; i++)
            _outputs[i] = (float*)Data->Outputs->ChannelBuffers[i];
    }

    public ProcessData* Data { get; }

    public Span<float> Output(int channel) => new(_outputs[channel], _samples);

    public void Dispose()
    {
        foreach (nint memory in _memory)
            NativeMemory.Free((void*)memory);
    }

    private void Fill(AudioBusBuffers* bus, int channels, float value)
    {
        bus->NumChannels = channels;
        bus->ChannelBuffers = (void**)Allocate(channels * sizeof(void*));
        for (int i = 0; i < channels; i++)
        {
            bus->ChannelBuffers[i] = Allocate(_samples * sizeof(float));
            new Span<float>(bus->ChannelBuffers[i], _samples).Fill(value);
        }
    }

    private void* Allocate(int bytes)
    {
        void* memory = NativeMemory.AllocZeroed((nuint)bytes);
        _memory.Add((nint)memory);
        return memory;
    }
}
