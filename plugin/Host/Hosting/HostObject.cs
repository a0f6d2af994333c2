using System.Runtime.InteropServices;
using SemanticEq.Vst3.Abi;
using SemanticEq.Vst3.Abi.Interfaces;

namespace SemanticEq.Host.Hosting;

/// <summary>An owner whose object leads to further interfaces.</summary>
internal unsafe interface IOffersInterfaces
{
    /// <summary>The object of another interface, or null. Its reference is taken by who asked.</summary>
    HostObject* Find(Guid interfaceId);
}

/// <summary>
/// A host-side object in a plug-in's hands: native memory with one interface, counted references, and a handle to its managed owner.
/// It lives until the last reference is gone, the owner's own among them.
/// </summary>
internal unsafe struct HostObject
{
    private void* _table;
    private Guid _interface;
    private int _references;
    private nint _owner;

    /// <summary>Makes an object with one reference, which is the owner's.</summary>
    /// <param name="table">The interface's function table, which must outlive the object.</param>
    /// <param name="interfaceId">The interface.</param>
    /// <param name="owner">Who answers its calls.</param>
    public static HostObject* Create(void* table, Guid interfaceId, object owner)
    {
        var self = (HostObject*)NativeMemory.AllocZeroed((nuint)sizeof(HostObject));
        self->_table = table;
        self->_interface = interfaceId;
        self->_references = 1;
        self->_owner = GCHandle.ToIntPtr(GCHandle.Alloc(owner));
        return self;
    }

    /// <summary>The managed owner of an object.</summary>
    public static T Owner<T>(void* self)
        where T : class => (T)GCHandle.FromIntPtr(((HostObject*)self)->_owner).Target!;

    /// <summary>Lets go of one reference.</summary>
    public static uint Let(void* self)
    {
        var host = (HostObject*)self;
        int left = Interlocked.Decrement(ref host->_references);
        if (left == 0)
        {
            GCHandle.FromIntPtr(host->_owner).Free();
            NativeMemory.Free(host);
        }
        return (uint)left;
    }

    /// <summary>FUnknown's three functions, the same for every object here.</summary>
    public static FUnknownVtbl Unknown => new()
    {
        QueryInterface = &QueryInterface,
        AddRef = &AddRef,
        Release = &Release,
    };

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, byte* id, void** found)
    {
        if (found == null)
            return Result.InvalidArgument;
        var wanted = Tuid.Read(id);
        bool known = wanted == ((HostObject*)self)->_interface || wanted == InterfaceIds.FUnknown;
        var answer = known ? (HostObject*)self : (Owner<object>(self) as IOffersInterfaces is { } owner ? owner.Find(wanted) : null);
        *found = answer;
        if (answer != null)
            _ = Interlocked.Increment(ref answer->_references);
        return answer == null ? Result.NoInterface : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)Interlocked.Increment(ref ((HostObject*)self)->_references);

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => Let(self);
}
