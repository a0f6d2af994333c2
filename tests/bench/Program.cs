using SemanticEq.Bench;
using SemanticEq.Bench.Click;
using SemanticEq.Bench.Decoder;
using SemanticEq.Bench.Editor;
using SemanticEq.Bench.Engine;
using SemanticEq.Bench.Kernel;
using SemanticEq.Bench.Listening;
using SemanticEq.Bench.Nyquist;
using SemanticEq.Bench.Peers;
using SemanticEq.Bench.Plugin;
using SemanticEq.Bench.Realtime;
using SemanticEq.Bench.Report;
using SemanticEq.Bench.Running;
using SemanticEq.Bench.Session;
using SemanticEq.Host;
using SemanticEq.Host.Hosting;

try
{
    var options = Options.Parse(args);
    var bundle = Options.FindBundle();
    string runtimeLibrary = Path.Combine(Path.GetDirectoryName(bundle.Binary)!, "libsemanticeq_onnxruntime.so");
    using var library = PluginLibrary.Open(bundle);

    using var peers = new PeerSet();
    var engine = new EngineBenchmark();
    var kernel = new KernelBenchmark();
    var decoder = new DecoderBenchmark(bundle.ModelFolder, runtimeLibrary);
    IBenchmark[] benchmarks =
    [
        engine,
        new PeerTimesBenchmark(peers, engine.EightBands, kernel.Ramped),
        kernel,
        decoder,
        new DecodeCostBenchmark(bundle.ModelFolder, runtimeLibrary),
        new ListeningBenchmark(bundle.ModelFolder, engine.EightBands, decoder.Twin),
        new PluginBenchmark(library),
        new ListenerLoadBenchmark(library),
        new ClickBenchmark(library, peers),
        new NyquistBenchmark(library, peers),
        new RealtimeBenchmark(Options.Checkout(), bundle),
        new SessionBenchmark(Options.Checkout(), bundle),
        new PeerSessionBenchmark(library, peers),
        new EditorBenchmark(Options.Checkout(), bundle),
    ];
    Subject[] subjects = [.. benchmarks.SelectMany(benchmark => benchmark.Subjects)];

    Console.WriteLine($"{subjects.Length} subjects in turns, {options.Rounds} rounds");
    string loadBefore = Machine.Load();
    var timings = Runner.Run(subjects, options.Rounds);
    var machine = Machine.Describe(options.Rounds, loadBefore);
    Measurement[] measurements = [.. benchmarks.SelectMany(benchmark => benchmark.Measure(timings))];
    foreach (var subject in subjects)
        subject.Dispose();

    Table.Write(Console.Out, measurements);
    Console.WriteLine();
    foreach (string remark in benchmarks.SelectMany(benchmark => benchmark.Remarks))
        Console.WriteLine(remark);
    foreach (var (key, value) in machine.Facts)
        Console.WriteLine($"{key.Replace('_', ' ')}: {value}");
    if (options.Out is not null)
        JsonReport.Write(options.Out, measurements, machine);
    return 0;
}
catch (Exception error) when (error is UserError or InvalidOperationException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
