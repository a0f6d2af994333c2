using System.Runtime.InteropServices;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults.Checks;

/// <summary>An ONNX Runtime that answers, and from some word on reports errors (onnx_stub.c), beside the same plug-in without any.</summary>
internal static unsafe class FailingRuntime
{
    private const int Block = 64;
    private const int BlocksOfAWord = 24;
    private const int WordsBefore = 4;
    private const int MostFailures = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    // −100 dBFS: so near is the twin to the ONNX Runtime.
    private const double Near = 1e-5;
    private static readonly string[] Asked = ["warm", "bright", "dark", "airy", "muddy", "harsh", "crunchy", "deep", "clear", "soft"];

    /// <summary>It fails under way, once; then the plug-in is saved, and switched off and on again.</summary>
    /// <param name="library">The plug-in whose runtime fails.</param>
    /// <param name="bundle">Its bundle.</param>
    /// <param name="twinBundle">One without an ONNX Runtime.</param>
    /// <param name="mode">How it is played while it fails.</param>
    public static void Run(PluginLibrary library, string bundle, string twinBundle, ProcessMode mode)
    {
        string runtime = Path.Combine(bundle, new BundleCopies(bundle, "").Runtime), sign = runtime + ".fails";
        File.Delete(sign);
        nint loaded = NativeLibrary.Load(runtime);
        var answered = (delegate* unmanaged<int>)NativeLibrary.GetExport(loaded, "runs_answered");
        var failed = (delegate* unmanaged<int>)NativeLibrary.GetExport(loaded, "runs_failed");
        using var twinLibrary = PluginLibrary.Open(new PluginBundle(twinBundle));
        using Rig rig = new(library), twin = new(twinLibrary);

        double apart = PlayWords(rig, twin, mode, () =>
        {
            // Live nobody waits for the worker, which may be slow to begin.
            if (!SpinWait.SpinUntil(() => answered() >= WordsBefore, Patience) || failed() > 0)
                throw new FaultException($"{answered()} answers and {failed()} failures before any is asked for");
            File.WriteAllText(sign, "");
        });
        if (!SpinWait.SpinUntil(() => failed() > 0, Patience) || failed() > 1)
            throw new FaultException($"it has failed {failed()} times under way: it is to be left alone after the first");
        // Live an answer may be late, and the twin's is played.
        if (mode == ProcessMode.Offline && apart == 0)
            throw new FaultException("it was the twin that was heard from the start");
        if (apart > Near)
            throw new FaultException($"up to {apart:g2} from what the twin plays");
        byte[] saved = rig.Plugin.SaveState();
        double[] expected = twin.Render(saved);
        // Switched on again it is tried again, but not for ever.
        for (int i = 0; i < MostFailures + 2; i++)
        {
            if (!rig.Render(saved).AsSpan().SequenceEqual(expected))
                throw new FaultException($"switched on again for the {i + 1}. time it does not play what the twin plays");
            if (!rig.Plugin.SaveState().AsSpan().SequenceEqual(saved))
                throw new FaultException("what it saves has changed");
        }
        if (failed() != MostFailures)
            throw new FaultException($"it has failed {failed()} times and not {MostFailures}");
        Console.WriteLine($"{answered()} answers, then a failure; at most {20 * Math.Log10(apart):0} dBFS from the twin; switched on again the same to the bit, {MostFailures} failures in all");
    }

    private static double PlayWords(Rig rig, Rig twin, ProcessMode mode, Action plant)
    {
        var setup = new ProcessSetup(mode, true, Block, 48000);
        rig.Start(setup);
        twin.Start(setup);
        uint word = rig.Plugin.Parameters.Single(parameter => parameter.Title == "Word A").Id;
        Random noise = new(3), same = new(3);
        double apart = 0;
        for (int k = 0; k < Asked.Length; k++)
        {
            if (k == WordsBefore)
                plant();
            if (!rig.Plugin.TryParse(word, Asked[k], out double value))
                throw new FaultException($"the word {Asked[k]} is not known");
            for (int i = 0; i < BlocksOfAWord; i++)
            {
                Play(rig, noise, i == 0 ? (word, value) : null);
                Play(twin, same, i == 0 ? (word, value) : null);
                apart = Math.Max(apart, rig.Output().Zip(twin.Output(), (a, b) => Math.Abs(a - b)).Max());
                // As a host that plays: the worker has its time to answer.
                if (mode == ProcessMode.Realtime)
                    Thread.Sleep(1);
            }
            _ = rig.Plugin.SetNormalized(word, value);
            _ = twin.Plugin.SetNormalized(word, value);
        }
        return apart;
    }

    private static void Play(Rig rig, Random noise, (uint Id, double Value)? change)
    {
        rig.Block.Begin(Block);
        rig.Fill(noise);
        if (change is var (id, value))
            rig.Block.Changes.For(id).Add(0, value);
        if (!rig.Plugin.Process(rig.Block))
            throw new FaultException("process has failed");
        rig.DemandNumbers();
    }
}
