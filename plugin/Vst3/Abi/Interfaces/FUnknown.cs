namespace SemanticEq.Vst3.Abi.Interfaces;

/// <summary>FUnknown (funknown.h): what every interface begins with. A pointer to an interface points to a pointer to its table.</summary>
public unsafe struct FUnknownVtbl
{
    /// <summary>queryInterface: another interface of the same object, with a reference of its own.</summary>
    public delegate* unmanaged<void*, byte*, void**, int> QueryInterface;

    /// <summary>addRef.</summary>
    public delegate* unmanaged<void*, uint> AddRef;

    /// <summary>release: the object is gone when the last reference is.</summary>
    public delegate* unmanaged<void*, uint> Release;
}

/// <summary>Calls of FUnknown on any interface.</summary>
public static unsafe class FUnknown
{
    /// <summary>The table of an interface.</summary>
    public static FUnknownVtbl* Table(void* unknown) => *(FUnknownVtbl**)unknown;

    /// <summary>addRef; null is left alone.</summary>
    public static void AddRef(void* unknown)
    {
        if (unknown != null)
            _ = Table(unknown)->AddRef(unknown);
    }

    /// <summary>release; null is left alone.</summary>
    public static void Release(void* unknown)
    {
        if (unknown != null)
            _ = Table(unknown)->Release(unknown);
    }

    /// <summary>queryInterface.</summary>
    /// <returns>The interface with a reference that is the caller's, or null.</returns>
    public static void* Query(void* unknown, Guid id)
    {
        byte* bytes = stackalloc byte[Tuid.Size];
        Tuid.Write(id, bytes);
        void* found = null;
        return Table(unknown)->QueryInterface(unknown, bytes, &found) == Result.Ok ? found : null;
    }
}
