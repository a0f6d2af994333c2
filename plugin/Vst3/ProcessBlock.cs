using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3;

/// <summary>One call's audio and parameter changes: a view of the host's own memory, valid during the call only. Audio thread.</summary>
public readonly unsafe ref struct ProcessBlock
{
    private readonly ProcessData* _data;

    internal ProcessBlock(ProcessData* data) => _data = data;

    /// <summary>Samples in each buffer; 0 in a call that only brings parameter changes.</summary>
    public int Samples => _data->NumSamples;

    /// <summary>Whether the buffers hold 64-bit samples.</summary>
    public bool IsDouble => _data->SymbolicSampleSize == 1;

    /// <summary>The changes since the last call; empty where the host brings none.</summary>
    public ParameterChanges Changes => new(_data->InputParameterChanges);

    /// <summary>The buffers of an input bus; <see cref="AudioBuffers.Channels"/> is 0 where the host gives none.</summary>
    public AudioBuffers Input(int bus) => AudioBuffers.Of(_data->Inputs, _data->NumInputs, bus);

    /// <summary>The buffers of an output bus; <see cref="AudioBuffers.Channels"/> is 0 where the host gives none.</summary>
    public AudioBuffers Output(int bus) => AudioBuffers.Of(_data->Outputs, _data->NumOutputs, bus);

    /// <summary>Reports a value of a read-only parameter to the host.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="offset">Sample in this block.</param>
    /// <param name="normalized">0 to 1.</param>
    public void Report(uint id, int offset, double normalized) => ParameterChanges.Add(_data->OutputParameterChanges, id, offset, normalized);
}
