namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>IBStream (ibstream.h), the host's.</summary>
public unsafe struct StreamVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>read: buffer, bytes, bytes read (may be null).</summary>
    public delegate* unmanaged<void*, void*, int, int*, int> Read;

    /// <summary>write: buffer, bytes, bytes written (may be null).</summary>
    public delegate* unmanaged<void*, void*, int, int*, int> Write;

    /// <summary>seek: position, 0 from the start, 1 from here, 2 from the end, the new position (may be null).</summary>
    public delegate* unmanaged<void*, long, int, long*, int> Seek;

    /// <summary>tell.</summary>
    public delegate* unmanaged<void*, long*, int> Tell;
}

/// <summary>IComponentHandler (ivsteditcontroller.h), the host's.</summary>
public unsafe struct ComponentHandlerVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>beginEdit.</summary>
    public delegate* unmanaged<void*, uint, int> BeginEdit;

    /// <summary>performEdit.</summary>
    public delegate* unmanaged<void*, uint, double, int> PerformEdit;

    /// <summary>endEdit.</summary>
    public delegate* unmanaged<void*, uint, int> EndEdit;

    /// <summary>restartComponent: <see cref="RestartFlags"/>.</summary>
    public delegate* unmanaged<void*, int, int> RestartComponent;
}

/// <summary>IHostApplication (ivsthostapplication.h), the host's.</summary>
public unsafe struct HostApplicationVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>getName: a String128.</summary>
    public delegate* unmanaged<void*, char*, int> GetName;

    /// <summary>createInstance: class id, interface id, where the interface goes.</summary>
    public delegate* unmanaged<void*, byte*, byte*, void**, int> CreateInstance;
}

/// <summary>IParameterChanges (ivstparameterchanges.h), the host's.</summary>
public unsafe struct ParameterChangesVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>getParameterCount: the number of queues.</summary>
    public delegate* unmanaged<void*, int> GetParameterCount;

    /// <summary>getParameterData: a queue by its index.</summary>
    public delegate* unmanaged<void*, int, void*> GetParameterData;

    /// <summary>addParameterData: the queue of a parameter, made where there is none; its index.</summary>
    public delegate* unmanaged<void*, uint*, int*, void*> AddParameterData;
}

/// <summary>IParamValueQueue (ivstparameterchanges.h), the host's.</summary>
public unsafe struct ParamValueQueueVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>getParameterId.</summary>
    public delegate* unmanaged<void*, uint> GetParameterId;

    /// <summary>getPointCount.</summary>
    public delegate* unmanaged<void*, int> GetPointCount;

    /// <summary>getPoint: index, sample, normalised.</summary>
    public delegate* unmanaged<void*, int, int*, double*, int> GetPoint;

    /// <summary>addPoint: sample, normalised, its index (may be null).</summary>
    public delegate* unmanaged<void*, int, double, int*, int> AddPoint;
}
