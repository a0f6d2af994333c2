using System.Runtime.InteropServices;

namespace SemanticEq.Vst3.Objects;

/// <summary>
/// What follows the interfaces in the native memory of an object in a host's hands: how often it is referred to, and its managed half,
/// which the last reference takes with it. Any thread.
/// </summary>
internal struct ManagedHalf
{
    private int _references;
    private nint _half;

    /// <summary>The managed half.</summary>
    public readonly object Target => GCHandle.FromIntPtr(_half).Target!;

    /// <summary>Begins with one reference.</summary>
    public void Begin(IDisposable half)
    {
        _references = 1;
        _half = GCHandle.ToIntPtr(GCHandle.Alloc(half));
    }

    /// <summary>Takes a reference.</summary>
    /// <returns>How many there are now.</returns>
    public uint AddRef() => (uint)Interlocked.Increment(ref _references);

    /// <summary>Lets go of a reference; the last one ends the managed half, and the native memory is then its owner's to free.</summary>
    /// <returns>How many are left.</returns>
    public uint Release()
    {
        int left = Interlocked.Decrement(ref _references);
        if (left != 0)
            return (uint)left;
        // A host that is let go of meanwhile may take references and drop them: they must not end it twice.
        _references = int.MaxValue / 2;
        var handle = GCHandle.FromIntPtr(_half);
        try
        {
            ((IDisposable)handle.Target!).Dispose();
        }
        catch
        {
            // A host can do nothing with it, and the memory must go all the same.
        }
        handle.Free();
        return 0;
    }
}
