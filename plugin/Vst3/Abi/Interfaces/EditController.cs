namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>IEditController (ivsteditcontroller.h).</summary>
public unsafe struct EditControllerVtbl
{
    /// <summary>IPluginBase's.</summary>
    public PluginBaseVtbl Base;

    /// <summary>setComponentState: the processor's state, an IBStream to read.</summary>
    public delegate* unmanaged<void*, void*, int> SetComponentState;

    /// <summary>setState: the controller's own state.</summary>
    public delegate* unmanaged<void*, void*, int> SetState;

    /// <summary>getState: the controller's own state.</summary>
    public delegate* unmanaged<void*, void*, int> GetState;

    /// <summary>getParameterCount.</summary>
    public delegate* unmanaged<void*, int> GetParameterCount;

    /// <summary>getParameterInfo: index.</summary>
    public delegate* unmanaged<void*, int, ParameterInfo*, int> GetParameterInfo;

    /// <summary>getParamStringByValue: id, normalised, a String128.</summary>
    public delegate* unmanaged<void*, uint, double, char*, int> GetParamStringByValue;

    /// <summary>getParamValueByString: id, text, normalised.</summary>
    public delegate* unmanaged<void*, uint, char*, double*, int> GetParamValueByString;

    /// <summary>normalizedParamToPlain.</summary>
    public delegate* unmanaged<void*, uint, double, double> NormalizedParamToPlain;

    /// <summary>plainParamToNormalized.</summary>
    public delegate* unmanaged<void*, uint, double, double> PlainParamToNormalized;

    /// <summary>getParamNormalized.</summary>
    public delegate* unmanaged<void*, uint, double> GetParamNormalized;

    /// <summary>setParamNormalized.</summary>
    public delegate* unmanaged<void*, uint, double, int> SetParamNormalized;

    /// <summary>setComponentHandler.</summary>
    public delegate* unmanaged<void*, void*, int> SetComponentHandler;

    /// <summary>createView: the name of a view type; an IPlugView or null.</summary>
    public delegate* unmanaged<void*, byte*, void*> CreateView;
}

/// <summary>IEditController2 (ivsteditcontroller.h).</summary>
public unsafe struct EditController2Vtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>setKnobMode.</summary>
    public delegate* unmanaged<void*, int, int> SetKnobMode;

    /// <summary>openHelp: 1 only asks whether there is any.</summary>
    public delegate* unmanaged<void*, byte, int> OpenHelp;

    /// <summary>openAboutBox: 1 only asks whether there is one.</summary>
    public delegate* unmanaged<void*, byte, int> OpenAboutBox;
}
