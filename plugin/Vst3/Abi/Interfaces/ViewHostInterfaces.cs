namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>IPlugFrame (iplugview.h), the host's.</summary>
public unsafe struct PlugFrameVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>resizeView: the view and the size that it wants.</summary>
    public delegate* unmanaged<void*, void*, ViewRect*, int> ResizeView;
}

/// <summary>Linux::IRunLoop (iplugview.h), the host's.</summary>
public unsafe struct RunLoopVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>registerEventHandler: an IEventHandler, a file descriptor.</summary>
    public delegate* unmanaged<void*, void*, int, int> RegisterEventHandler;

    /// <summary>unregisterEventHandler.</summary>
    public delegate* unmanaged<void*, void*, int> UnregisterEventHandler;

    /// <summary>registerTimer: an ITimerHandler, milliseconds.</summary>
    public delegate* unmanaged<void*, void*, ulong, int> RegisterTimer;

    /// <summary>unregisterTimer.</summary>
    public delegate* unmanaged<void*, void*, int> UnregisterTimer;
}

/// <summary>IComponentHandler2 (ivsteditcontroller.h), the host's.</summary>
public unsafe struct ComponentHandler2Vtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>setDirty: the session has something to save.</summary>
    public delegate* unmanaged<void*, byte, int> SetDirty;

    /// <summary>requestOpenEditor: the name of a view.</summary>
    public delegate* unmanaged<void*, byte*, int> RequestOpenEditor;

    /// <summary>startGroupEdit.</summary>
    public delegate* unmanaged<void*, int> StartGroupEdit;

    /// <summary>finishGroupEdit.</summary>
    public delegate* unmanaged<void*, int> FinishGroupEdit;
}

/// <summary>IComponentHandler3 (ivstcontextmenu.h), the host's.</summary>
public unsafe struct ComponentHandler3Vtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>createContextMenu: the view, a parameter's id (null: of the whole view); an IContextMenu or null.</summary>
    public delegate* unmanaged<void*, void*, uint*, void*> CreateContextMenu;
}

/// <summary>IContextMenu (ivstcontextmenu.h), the host's.</summary>
public unsafe struct ContextMenuVtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>getItemCount.</summary>
    public delegate* unmanaged<void*, int> GetItemCount;

    /// <summary>getItem: index, the item, its IContextMenuTarget.</summary>
    public delegate* unmanaged<void*, int, ContextMenuItem*, void**, int> GetItem;

    /// <summary>addItem: the item, its IContextMenuTarget.</summary>
    public delegate* unmanaged<void*, ContextMenuItem*, void*, int> AddItem;

    /// <summary>removeItem: the item, its IContextMenuTarget.</summary>
    public delegate* unmanaged<void*, ContextMenuItem*, void*, int> RemoveItem;

    /// <summary>popup: a point in the view.</summary>
    public delegate* unmanaged<void*, int, int, int> Popup;
}
