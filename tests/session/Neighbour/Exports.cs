using System.Runtime.InteropServices;

namespace SemanticEq.Session.Neighbour;

/// <summary>What a careless plug-in does: a thread that makes objects as fast as it can, and holds many of them.</summary>
internal static class Exports
{
    private static Thread? _thread;
    private static volatile bool _stop;

    /// <summary>Begins to allocate.</summary>
    /// <param name="live">How many objects it holds at a time.</param>
    [UnmanagedCallersOnly(EntryPoint = "NeighbourStart")]
    public static void Start(int live)
    {
        _stop = false;
        _thread = new Thread(() => Allocate(live)) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Ends it.</summary>
    [UnmanagedCallersOnly(EntryPoint = "NeighbourStop")]
    public static void Stop()
    {
        _stop = true;
        _thread?.Join();
    }

    /// <summary>What it has done so far.</summary>
    /// <param name="what">0 bytes allocated, 1 collections, 2 nanoseconds for which they stopped its threads.</param>
    [UnmanagedCallersOnly(EntryPoint = "NeighbourTold")]
    public static long Told(int what) => what switch
    {
        0 => GC.GetTotalAllocatedBytes(precise: false),
        1 => GC.CollectionCount(0),
        _ => (long)GC.GetTotalPauseDuration().TotalNanoseconds,
    };

    private static void Allocate(int live)
    {
        object[] held = new object[live];
        for (int i = 0; !_stop; i = (i + 1) % live)
            held[i] = new Node(held[(i + (live / 2)) % live] as Node);
    }

    private sealed class Node(Node? other)
    {
        private readonly byte[] _bytes = new byte[64];
        private readonly WeakReference? _other = other is null ? null : new(other);

        public override string ToString() => $"{_bytes.Length} {_other?.IsAlive}";
    }
}
