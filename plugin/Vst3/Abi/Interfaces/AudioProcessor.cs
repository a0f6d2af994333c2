namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>IAudioProcessor (ivstaudioprocessor.h).</summary>
public unsafe struct AudioProcessorVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>setBusArrangements: inputs and their number, outputs and theirs.</summary>
    public delegate* unmanaged<void*, ulong*, int, ulong*, int, int> SetBusArrangements;

    /// <summary>getBusArrangement: direction, index.</summary>
    public delegate* unmanaged<void*, int, int, ulong*, int> GetBusArrangement;

    /// <summary>canProcessSampleSize: 0 float, 1 double.</summary>
    public delegate* unmanaged<void*, int, int> CanProcessSampleSize;

    /// <summary>getLatencySamples.</summary>
    public delegate* unmanaged<void*, uint> GetLatencySamples;

    /// <summary>setupProcessing.</summary>
    public delegate* unmanaged<void*, NativeProcessSetup*, int> SetupProcessing;

    /// <summary>setProcessing.</summary>
    public delegate* unmanaged<void*, byte, int> SetProcessing;

    /// <summary>process.</summary>
    public delegate* unmanaged<void*, ProcessData*, int> Process;

    /// <summary>getTailSamples.</summary>
    public delegate* unmanaged<void*, uint> GetTailSamples;
}

/// <summary>IProcessContextRequirements (ivstaudioprocessor.h).</summary>
public unsafe struct ProcessContextRequirementsVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>getProcessContextRequirements: a bit a wish.</summary>
    public delegate* unmanaged<void*, uint> GetProcessContextRequirements;
}
