using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults.Checks;

/// <summary>Many instances and many threads.</summary>
internal static class Crowds
{
    private const int Threads = 8;
    private const int Instances = 100;
    private const int Rounds = 300;

    /// <summary>A hundred instances live at once, made, played and ended by eight threads, each by another than made it; two rounds.</summary>
    public static void Hundred(PluginLibrary library)
    {
        for (int round = 0; round < 2; round++)
        {
            var rigs = new Rig[Instances];
            OnThreads(thread =>
            {
                for (int i = thread; i < Instances; i += Threads)
                {
                    rigs[i] = new Rig(library);
                    rigs[i].Start(new ProcessSetup(i % 3 == 0 ? ProcessMode.Offline : ProcessMode.Realtime, i % 2 == 0, 512, 48000));
                }
            });
            OnThreads(thread =>
            {
                for (int i = (thread + 3) % Threads; i < Instances; i += Threads)
                {
                    for (int block = 0; block < 10; block++)
                        rigs[i].PlayNoise(512);
                }
            });
            OnThreads(thread =>
            {
                for (int i = (thread + 5) % Threads; i < Instances; i += Threads)
                    rigs[i].Dispose();
            });
        }
        using var last = new Rig(library);
        _ = last.Render(States.Good);
    }

    /// <summary>One thread plays while others load, save, type and set: not all hosts keep to their main thread.</summary>
    public static void Threaded(PluginLibrary library)
    {
        using var rig = new Rig(library);
        double[] expected = rig.Render(States.Good);
        rig.Start(new ProcessSetup(ProcessMode.Realtime, false, 256, 48000));
        uint[] words = [.. rig.Plugin.Parameters.Where(parameter => parameter.Title is "Word A" or "Word B").Select(parameter => parameter.Id)];
        OnThreads(thread =>
        {
            var random = new Random(thread);
            for (int i = 0; i < Rounds; i++)
            {
                switch (thread)
                {
                    case 0:
                        rig.PlayNoise(256);
                        break;
                    case 1 or 2:
                        _ = rig.Plugin.LoadState(States.Damaged(thread, i, Rounds));
                        break;
                    case 3:
                        _ = rig.Plugin.LoadState(States.Good);
                        break;
                    case 4:
                        _ = rig.Plugin.LoadState(rig.Plugin.SaveState());
                        break;
                    case 5:
                        uint word = words[random.Next(words.Length)];
                        if (rig.Plugin.TryParse(word, i % 2 == 0 ? "warm and a little airy" : "less mud", out double value))
                            _ = rig.Plugin.SetNormalized(word, value);
                        break;
                    default:
                        var parameter = rig.Plugin.Parameters[random.Next(rig.Plugin.Parameters.Count)];
                        _ = rig.Plugin.SetNormalized(parameter.Id, random.NextDouble());
                        _ = rig.Plugin.Format(parameter.Id, random.NextDouble());
                        break;
                }
            }
        });
        if (!rig.Render(States.Good).AsSpan().SequenceEqual(expected))
            throw new FaultException("a whole state does not sound any more as it did");
    }

    private static void OnThreads(Action<int> work)
    {
        Exception? fault = null;
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            try
            {
                work(number);
            }
            catch (Exception e)
            {
                fault = e;
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (fault != null)
            throw new FaultException($"on one of {Threads} threads: {fault.Message}");
    }
}
