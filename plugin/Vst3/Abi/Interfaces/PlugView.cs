namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>IPlugView (iplugview.h).</summary>
public unsafe struct PlugViewVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>isPlatformTypeSupported: the kind of window.</summary>
    public delegate* unmanaged<void*, byte*, int> IsPlatformTypeSupported;

    /// <summary>attached: the host's window and its kind.</summary>
    public delegate* unmanaged<void*, void*, byte*, int> Attached;

    /// <summary>removed.</summary>
    public delegate* unmanaged<void*, int> Removed;

    /// <summary>onWheel: distance.</summary>
    public delegate* unmanaged<void*, float, int> OnWheel;

    /// <summary>onKeyDown: character (UTF-16), virtual key code, modifiers.</summary>
    public delegate* unmanaged<void*, ushort, short, short, int> OnKeyDown;

    /// <summary>onKeyUp: character (UTF-16), virtual key code, modifiers.</summary>
    public delegate* unmanaged<void*, ushort, short, short, int> OnKeyUp;

    /// <summary>getSize.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> GetSize;

    /// <summary>onSize: the host has given it a size.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> OnSize;

    /// <summary>onFocus.</summary>
    public delegate* unmanaged<void*, byte, int> OnFocus;

    /// <summary>setFrame: an IPlugFrame or null.</summary>
    public delegate* unmanaged<void*, void*, int> SetFrame;

    /// <summary>canResize.</summary>
    public delegate* unmanaged<void*, int> CanResize;

    /// <summary>checkSizeConstraint: changes the rectangle to one that it can have.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> CheckSizeConstraint;
}

/// <summary>IPlugViewContentScaleSupport (iplugviewcontentscalesupport.h).</summary>
public unsafe struct ContentScaleSupportVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>setContentScaleFactor: pixels per unit.</summary>
    public delegate* unmanaged<void*, float, int> SetContentScaleFactor;
}

/// <summary>IParameterFinder (ivstplugview.h).</summary>
public unsafe struct ParameterFinderVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>findParameter: a point in the view, in pixels, and where the id goes.</summary>
    public delegate* unmanaged<void*, int, int, uint*, int> FindParameter;
}

/// <summary>Linux::IEventHandler (iplugview.h).</summary>
public unsafe struct EventHandlerVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>onFDIsSet: the file descriptor that can be read.</summary>
    public delegate* unmanaged<void*, int, void> OnFdIsSet;
}

/// <summary>Linux::ITimerHandler (iplugview.h).</summary>
public unsafe struct TimerHandlerVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>onTimer.</summary>
    public delegate* unmanaged<void*, void> OnTimer;
}
