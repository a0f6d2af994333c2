namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>IPluginFactory3 with IPluginFactory2 and IPluginFactory, which it extends (ipluginbase.h).</summary>
public unsafe struct PluginFactory3Vtbl
{
    /// <summary>FUnknown's.</summary>
    public FUnknownVtbl Unknown;

    /// <summary>getFactoryInfo.</summary>
    public delegate* unmanaged<void*, PFactoryInfo*, int> GetFactoryInfo;

    /// <summary>countClasses.</summary>
    public delegate* unmanaged<void*, int> CountClasses;

    /// <summary>getClassInfo.</summary>
    public delegate* unmanaged<void*, int, PClassInfo*, int> GetClassInfo;

    /// <summary>createInstance: class id, interface id, where the interface goes.</summary>
    public delegate* unmanaged<void*, byte*, byte*, void**, int> CreateInstance;

    /// <summary>getClassInfo2 (IPluginFactory2).</summary>
    public delegate* unmanaged<void*, int, PClassInfo2*, int> GetClassInfo2;

    /// <summary>getClassInfoUnicode (IPluginFactory3).</summary>
    public delegate* unmanaged<void*, int, PClassInfoW*, int> GetClassInfoUnicode;

    /// <summary>setHostContext (IPluginFactory3).</summary>
    public delegate* unmanaged<void*, void*, int> SetHostContext;
}

/// <summary>Calls of IPluginFactory on any factory.</summary>
public static unsafe class PluginFactory
{
    /// <summary>createInstance.</summary>
    /// <param name="factory">The factory.</param>
    /// <param name="classId">Of what.</param>
    /// <param name="interfaceId">By which interface.</param>
    /// <param name="created">Receives the interface, with a reference that is the caller's.</param>
    /// <returns>Its result.</returns>
    public static int Create(void* factory, Guid classId, Guid interfaceId, void** created)
    {
        byte* classBytes = stackalloc byte[Tuid.Size];
        byte* interfaceBytes = stackalloc byte[Tuid.Size];
        Tuid.Write(classId, classBytes);
        Tuid.Write(interfaceId, interfaceBytes);
        return (*(PluginFactory3Vtbl**)factory)->CreateInstance(factory, classBytes, interfaceBytes, created);
    }
}
