using System.Runtime.InteropServices;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults.Checks;

/// <summary>A session that plays and is left alone: the plug-in's runtime allocates nothing, on any thread.</summary>
internal static unsafe class Steady
{
    private const int Block = 256;
    private const int Blocks = 4000;
    private const int AllocatedBytes = 0;

    public static void Run(PluginLibrary library, string bundle)
    {
        // Its own diagnostics, of the runtime inside it: this host's allocations are another's.
        var ask = (delegate* unmanaged<int, long>)NativeLibrary.GetExport(NativeLibrary.Load(new PluginBundle(bundle).Binary), "SemanticEqDiagnostics");
        using var rig = new Rig(library);
        if (!rig.Plugin.LoadState(States.Good))
            throw new FaultException("a whole state is refused");
        rig.Start(new ProcessSetup(ProcessMode.Realtime, false, Block, 48000));
        Play(rig);
        long before = ask(AllocatedBytes);
        Play(rig);
        long allocated = ask(AllocatedBytes) - before;
        Console.WriteLine($"{allocated} bytes in {Blocks} blocks of {Block}");
        if (allocated != 0)
            throw new FaultException("something is allocated while it plays");
    }

    private static void Play(Rig rig)
    {
        for (int i = 0; i < Blocks; i++)
            rig.PlayNoise(Block);
    }
}
