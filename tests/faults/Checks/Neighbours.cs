using System.Runtime.InteropServices;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults.Checks;

/// <summary>What else lives in a host's process.</summary>
internal static partial class Neighbours
{
    private const int Now = 2;
    private const int Global = 0x100;

    /// <summary>The plug-in twice from two places, as two versions lie: two runtimes in one process, both playing, one outliving the other.</summary>
    public static void Twice(PluginLibrary library, string other)
    {
        var second = PluginLibrary.Open(new PluginBundle(other));
        double[] expected;
        using (var rig = new Rig(library))
            expected = rig.Render(States.Good);
        double[]? there = null, here = null;
        var thread = new Thread(() =>
        {
            using var rig = new Rig(second);
            for (int i = 0; i < 20; i++)
                there = rig.Render(States.Good);
        });
        thread.Start();
        for (int i = 0; i < 20; i++)
        {
            using var rig = new Rig(library);
            here = rig.Render(States.Good);
            GC.Collect();
        }
        thread.Join();
        if (!here.AsSpan().SequenceEqual(expected) || !there.AsSpan().SequenceEqual(expected))
            throw new FaultException("the two do not sound the same");
        second.Dispose();
        using var last = new Rig(library);
        if (!last.Render(States.Good).AsSpan().SequenceEqual(expected))
            throw new FaultException("after the other is gone it does not sound as it did");
    }

    /// <summary>Another plug-in has loaded its own ONNX Runtime first, under the usual name and for all to see. That one would end the process.</summary>
    public static void OtherRuntime(PluginLibrary library, string otherRuntime)
    {
        // Windows has one space of names: whoever asks for a name that is there already is given it.
        if ((OperatingSystem.IsWindows() ? NativeLibrary.Load(otherRuntime) : Open(otherRuntime, Now | Global)) == 0)
            throw new FaultException($"{otherRuntime} can't be loaded");
        Words.DecodedBy(library, isTwin: false);
    }

    [LibraryImport("libc.so.6", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);
}

/// <summary>Whether words still do what they say.</summary>
internal static class Words
{
    /// <summary>A word from the list is heard, live and offline, and by whom.</summary>
    public static void DecodedBy(PluginLibrary library, bool isTwin)
    {
        using var rig = new Rig(library);
        uint word = rig.Plugin.Parameters.Single(parameter => parameter.Title == "Word A").Id;
        var told = rig.Plugin.Parameters.Single(parameter => parameter.Title == "Twin decodes");
        foreach (var mode in (ProcessMode[])[ProcessMode.Realtime, ProcessMode.Offline])
        {
            if (!rig.Plugin.TryParse(word, "warm", out double warm) || !rig.Plugin.SetNormalized(word, warm))
                throw new FaultException("the word warm is not known");
            double[] sound = Play(rig, mode), plain;
            double decodes = Math.Round(rig.Plugin.ToPlain(told.Id, rig.Plugin.GetNormalized(told.Id)));
            _ = rig.Plugin.SetNormalized(word, 0.0);
            plain = Play(rig, mode);
            if (sound.AsSpan().SequenceEqual(plain))
                throw new FaultException("the word warm is not heard");
            if (mode == ProcessMode.Offline && decodes > 0 != isTwin)
                throw new FaultException($"{decodes} decodes by the twin were told");
        }
        Console.WriteLine($"words are heard, decoded by {(isTwin ? "the twin" : "the ONNX Runtime")}");
    }

    private static double[] Play(Rig rig, ProcessMode mode)
    {
        rig.Start(new ProcessSetup(mode, true, 512, 48000));
        var noise = new Random(6);
        for (int i = 0; i < 10; i++)
        {
            rig.Block.Begin(512);
            rig.Fill(noise);
            _ = rig.Plugin.Process(rig.Block);
        }
        rig.DemandNumbers();
        return [.. rig.Output()];
    }
}
