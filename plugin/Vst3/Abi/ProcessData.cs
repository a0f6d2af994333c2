namespace SemanticEq.Vst3.Abi;

/// <summary>VST3's AudioBusBuffers (ivstaudioprocessor.h).</summary>
public unsafe struct AudioBusBuffers
{
    /// <summary>Channels of the bus.</summary>
    public int NumChannels;

    /// <summary>A bit a channel: all its samples are zero.</summary>
    public ulong SilenceFlags;

    /// <summary>One pointer a channel, to float or double.</summary>
    public void** ChannelBuffers;
}

/// <summary>VST3's ProcessData (ivstaudioprocessor.h).</summary>
public unsafe struct ProcessData
{
    /// <summary>0 realtime, 1 prefetch, 2 offline.</summary>
    public int ProcessMode;

    /// <summary>0 float, 1 double.</summary>
    public int SymbolicSampleSize;

    /// <summary>Samples in this block.</summary>
    public int NumSamples;

    /// <summary>Input buses.</summary>
    public int NumInputs;

    /// <summary>Output buses.</summary>
    public int NumOutputs;

    /// <summary>Input buses' buffers.</summary>
    public AudioBusBuffers* Inputs;

    /// <summary>Output buses' buffers.</summary>
    public AudioBusBuffers* Outputs;

    /// <summary>IParameterChanges of the host, may be null.</summary>
    public void* InputParameterChanges;

    /// <summary>IParameterChanges to fill, may be null.</summary>
    public void* OutputParameterChanges;

    /// <summary>IEventList, may be null.</summary>
    public void* InputEvents;

    /// <summary>IEventList, may be null.</summary>
    public void* OutputEvents;

    /// <summary>ProcessContext, may be null.</summary>
    public void* ProcessContext;
}
