namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>IPluginBase (ipluginbase.h), extended by IComponent and IEditController.</summary>
public unsafe struct PluginBaseVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>initialize: the host's context.</summary>
    public delegate* unmanaged<void*, void*, int> Initialize;

    /// <summary>terminate.</summary>
    public delegate* unmanaged<void*, int> Terminate;
}

/// <summary>IComponent (ivstcomponent.h).</summary>
public unsafe struct ComponentVtbl
{
    /// <summary>IPluginBase's.</summary>
    public PluginBaseVtbl Base;

    /// <summary>getControllerClassId.</summary>
    public delegate* unmanaged<void*, byte*, int> GetControllerClassId;

    /// <summary>setIoMode.</summary>
    public delegate* unmanaged<void*, int, int> SetIoMode;

    /// <summary>getBusCount: media type, direction.</summary>
    public delegate* unmanaged<void*, int, int, int> GetBusCount;

    /// <summary>getBusInfo: media type, direction, index.</summary>
    public delegate* unmanaged<void*, int, int, int, BusInfo*, int> GetBusInfo;

    /// <summary>getRoutingInfo.</summary>
    public delegate* unmanaged<void*, RoutingInfo*, RoutingInfo*, int> GetRoutingInfo;

    /// <summary>activateBus: media type, direction, index, state.</summary>
    public delegate* unmanaged<void*, int, int, int, byte, int> ActivateBus;

    /// <summary>setActive.</summary>
    public delegate* unmanaged<void*, byte, int> SetActive;

    /// <summary>setState: an IBStream to read.</summary>
    public delegate* unmanaged<void*, void*, int> SetState;

    /// <summary>getState: an IBStream to write.</summary>
    public delegate* unmanaged<void*, void*, int> GetState;
}
