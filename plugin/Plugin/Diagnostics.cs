using System.Runtime.InteropServices;

namespace SemanticEq.Plugin;

/// <summary>
/// What a host test can ask about the runtime inside this library, which its own process can't see otherwise. Not part of VST3.
/// </summary>
internal static class Diagnostics
{
    private static long _twinDecodes;
    private static long _frames;

    /// <summary>Counts decodes that the twin did, wherever it ran.</summary>
    public static void CountTwinDecodes(int count) => Interlocked.Add(ref _twinDecodes, count);

    /// <summary>Counts a frame in which a window drew.</summary>
    public static void CountFrame() => Interlocked.Increment(ref _frames);

    /// <summary>Any thread but the audio thread. To collect costs a fraction of a millisecond and harms nothing, whoever asks.</summary>
    /// <param name="what">0 managed bytes allocated so far, 1 collections so far, 2 twin decodes so far; 3 collects all generations now and
    /// tells the bytes of what is left, garbage and gaps not counted; 4 nanoseconds that collections have stopped all threads so far; 5 frames
    /// in which a window has drawn so far.</param>
    [UnmanagedCallersOnly(EntryPoint = "SemanticEqDiagnostics")]
    public static long Ask(int what) => what switch
    {
        0 => GC.GetTotalAllocatedBytes(precise: true),
        1 => GC.CollectionCount(0),
        2 => Interlocked.Read(ref _twinDecodes),
        3 => Collect(),
        4 => (long)GC.GetTotalPauseDuration().TotalNanoseconds,
        5 => Interlocked.Read(ref _frames),
        _ => -1,
    };

    private static long Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
