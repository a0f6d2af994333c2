using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SemanticEq.Ui.Platform.Win32;

/// <summary>
/// An IDropTarget as Windows sees it: a table of functions, a count of references, and whom it tells. It lives until nobody holds it, which may be
/// after its window; then it tells nobody. Called on the window's thread, by the messages that the host's loop hands on.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OleDropTarget
{
    private const int Ok = 0, NoInterface = unchecked((int)0x80004002), NullPointer = unchecked((int)0x80004003);

    private static readonly Guid Unknown = new("00000000-0000-0000-C000-000000000046");
    private static readonly Guid Itself = new("00000122-0000-0000-C000-000000000046");
    private static readonly void** Functions = MakeFunctions();

    private void** _functions;
    private int _references;
    private nint _owner;

    /// <summary>Makes one, with a reference that is the caller's.</summary>
    public static OleDropTarget* Create(Win32DropTarget owner)
    {
        var made = (OleDropTarget*)NativeMemory.Alloc((nuint)sizeof(OleDropTarget));
        *made = new OleDropTarget { _functions = Functions, _references = 1, _owner = GCHandle.ToIntPtr(GCHandle.Alloc(owner)) };
        return made;
    }

    /// <summary>Gives back the reference of who made it; it tells nobody from here on.</summary>
    public static void Leave(OleDropTarget* target)
    {
        GCHandle.FromIntPtr(target->_owner).Free();
        target->_owner = 0;
        _ = Drop(target);
    }

    private static void** MakeFunctions()
    {
        var functions = (void**)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(OleDropTarget), 7 * sizeof(void*));
        functions[0] = (delegate* unmanaged<OleDropTarget*, Guid*, void**, int>)&QueryInterface;
        functions[1] = (delegate* unmanaged<OleDropTarget*, uint>)&AddReference;
        functions[2] = (delegate* unmanaged<OleDropTarget*, uint>)&Release;
        functions[3] = (delegate* unmanaged<OleDropTarget*, void*, uint, long, uint*, int>)&Entered;
        functions[4] = (delegate* unmanaged<OleDropTarget*, uint, long, uint*, int>)&Moved;
        functions[5] = (delegate* unmanaged<OleDropTarget*, int>)&Left;
        functions[6] = (delegate* unmanaged<OleDropTarget*, void*, uint, long, uint*, int>)&Dropped;
        return functions;
    }

    private static uint Drop(OleDropTarget* target)
    {
        int left = Interlocked.Decrement(ref target->_references);
        if (left == 0)
            NativeMemory.Free(target);
        return (uint)left;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(OleDropTarget* target, Guid* wanted, void** found)
    {
        if (wanted == null || found == null)
            return NullPointer;
        bool isKnown = *wanted == Unknown || *wanted == Itself;
        *found = isKnown ? target : null;
        if (!isKnown)
            return NoInterface;
        _ = Interlocked.Increment(ref target->_references);
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static uint AddReference(OleDropTarget* target) => (uint)Interlocked.Increment(ref target->_references);

    [UnmanagedCallersOnly]
    private static uint Release(OleDropTarget* target) => Drop(target);

    // A point of the screen takes a register: 64 bits of two numbers.
    [UnmanagedCallersOnly]
    private static int Entered(OleDropTarget* target, void* data, uint keys, long point, uint* effect) =>
        Tell(target, FileDragStep.Enters, data, effect);

    [UnmanagedCallersOnly]
    private static int Moved(OleDropTarget* target, uint keys, long point, uint* effect) => Tell(target, FileDragStep.Moves, null, effect);

    [UnmanagedCallersOnly]
    private static int Left(OleDropTarget* target) => Tell(target, FileDragStep.Leaves, null, null);

    [UnmanagedCallersOnly]
    private static int Dropped(OleDropTarget* target, void* data, uint keys, long point, uint* effect) =>
        Tell(target, FileDragStep.Drops, data, effect);

    private static int Tell(OleDropTarget* target, FileDragStep step, void* data, uint* effect)
    {
        const uint copy = 1;
        bool isTaken = false;
        try
        {
            if (target->_owner != 0)
                isTaken = ((Win32DropTarget)GCHandle.FromIntPtr(target->_owner).Target!).Take(step, data);
        }
        catch
        {
            // An exception must not cross into Windows: what it came of is not taken.
        }

        // Of what the source allows, only copying does not end in its file's going.
        if (effect != null)
            *effect = isTaken ? *effect & copy : 0;
        return Ok;
    }
}

/// <summary>What files that are dragged do.</summary>
internal enum FileDragStep
{
    /// <summary>They come over the window.</summary>
    Enters,

    /// <summary>They go on within.</summary>
    Moves,

    /// <summary>They leave it.</summary>
    Leaves,

    /// <summary>They are let go.</summary>
    Drops,
}
