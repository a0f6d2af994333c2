using System.Diagnostics;
using SemanticEq.Host.Hosting;
using SemanticEq.Vst3;

namespace SemanticEq.Faults.Checks;

/// <summary>The faults, each met in a process of its own: a host that has loaded the plug-in's binary.</summary>
internal static class CheckList
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs one in this process.</summary>
    /// <param name="name">As <see cref="RunAll"/> calls it.</param>
    /// <param name="bundle">The plug-in's.</param>
    /// <param name="beside">What else it needs: another bundle, or library.</param>
    public static void Run(string name, string bundle, string beside)
    {
        if (name == "loops")
        {
            Loops.Run(bundle);
            return;
        }
        using var library = PluginLibrary.Open(new PluginBundle(bundle));
        switch (name)
        {
            case "order":
                CallOrder.Run(library);
                break;
            case "blocks":
                Formats.Blocks(library);
                break;
            case "rates":
                Formats.AllRates(library);
                break;
            case "steady":
                Steady.Run(library, bundle);
                break;
            case "hundred":
                Crowds.Hundred(library);
                break;
            case "threads":
                Crowds.Threaded(library);
                break;
            case "twice":
                Neighbours.Twice(library, beside);
                break;
            case "neighbour":
                Neighbours.OtherRuntime(library, beside);
                break;
            case "words":
                Words.DecodedBy(library, isTwin: false);
                break;
            case "twin":
                Words.DecodedBy(library, isTwin: true);
                break;
            case "fails live":
                FailingRuntime.Run(library, bundle, beside, ProcessMode.Realtime);
                break;
            case "fails offline":
                FailingRuntime.Run(library, bundle, beside, ProcessMode.Offline);
                break;
            case "scan":
                new Rig(library).Dispose();
                break;
            default:
                throw new FaultException($"no check {name}");
        }
    }

    /// <summary>Runs all.</summary>
    /// <param name="bundle">The built bundle; damaged ones are made of copies.</param>
    /// <param name="stubs">The folder of the libraries that are no ONNX Runtime.</param>
    /// <param name="work">An empty folder.</param>
    public static (int Passed, int Failed) RunAll(string bundle, string stubs, string work)
    {
        var copies = new BundleCopies(bundle, work);
        int passed = 0, failed = 0;
        void Check(string what, string name, string of, string beside = "", Action<ProcessStartInfo>? change = null)
        {
            var (status, told) = Child.Run(["check", name, of, beside], Patience, change);
            (passed, failed) = status == 0 ? (passed + 1, failed) : (passed, failed + 1);
            Console.WriteLine($"  {(status == 0 ? "ok  " : "FAIL")} {what}{(status == 0 ? "" : $" (status {status})")}{(told.Length > 0 ? ": " + told.Trim() : "")}");
        }

        // That of another plug-in has the name that everybody's has.
        string Stub(string name) => Path.Combine(stubs, (name, OperatingSystem.IsWindows()) switch
        {
            ("another", true) => "onnxruntime.dll",
            ("another", false) => "libonnxruntime.so.1",
            (_, var isWindows) => name + (isWindows ? ".dll" : ".so"),
        });

        Check("calls out of order", "order", bundle);
        Check("blocks of 1 to 16,384 samples, another number each call, and longer than promised", "blocks", bundle);
        Check("8 kHz to 384 kHz play, absurd rates are refused", "rates", bundle);
        Check("loaded, played and left 200 times", "loops", bundle);
        Check("played and left alone, nothing is allocated", "steady", bundle);
        Check("100 instances, made, played and ended by 8 threads", "hundred", bundle);
        Check("states, texts and values from 8 threads while it plays", "threads", bundle);
        Check("the plug-in twice in one process, from two places", "twice", bundle, copies.Whole("other"));
        Check("another ONNX Runtime is loaded first, for all to see", "neighbour", bundle, Stub("another"));
        Check("no display, no bus, no home, nowhere to write", "words", bundle, change: Bare);
        Check("a scanner without all that", "scan", bundle, change: Bare);
        string missing = copies.WithRuntime("missing", null), fails = copies.WithRuntime("fails", Stub("fails"));
        Check("the ONNX Runtime is missing", "twin", missing);
        Check("the ONNX Runtime is of another version", "twin", copies.WithRuntime("wrong", Stub("wrong")));
        Check("the ONNX Runtime is cut short", "twin", copies.Cut("cut", copies.Runtime));
        Check("the ONNX Runtime never comes back", "twin", copies.WithRuntime("stands", Stub("stands")));
        Check("the ONNX Runtime makes no session", "twin", copies.WithRuntime("refuses", Stub("refuses")));
        Check("the ONNX Runtime fails while words are played", "fails live", fails, missing);
        Check("the ONNX Runtime fails in the middle of a bounce", "fails offline", fails, missing);
        string newest = copies.NewestModel;
        Check("a file of the newest model is missing: the one before is used", "words", copies.Without("lost", Path.Combine(newest, "decoder.weights")));
        Check("a file of the newest model is cut short: the one before is used", "words", copies.Cut("short", Path.Combine(newest, "vocabulary.json")));
        Check("a file of the newest model is not the one it should be: the one before is used", "words", copies.Changed("changed", Path.Combine(newest, "decoder.onnx")));
        return (passed, failed);
    }

    private static void Bare(ProcessStartInfo start)
    {
        string? system = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        // Where .NET's own runtime looks, of the host that this is; the plug-in needs none of it.
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(object).Assembly.Location))));
        start.Environment["HOME"] = "/nowhere";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // Windows itself does not work without.
        if (system != null)
            start.Environment["SystemRoot"] = system;
        start.WorkingDirectory = system ?? "/proc";
    }
}
