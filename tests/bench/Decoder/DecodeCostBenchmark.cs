using System.Diagnostics;
using SemanticEq.Bench.Running;
using SemanticEq.Inference;

namespace SemanticEq.Bench.Decoder;

/// <summary>
/// What a decode costs the worker at its worst: single runs, of which the slowest hundredth count, and the way from an instance's
/// request to the answer in its ring, which the worker's looks every 2 ms make up. Percentiles are taken of each of
/// <see cref="Batches"/> series; the spread is over the series.
/// </summary>
internal sealed class DecodeCostBenchmark(string modelFolder, string runtimeLibrary) : IBenchmark
{
    private const string Section = "decode";
    private const int Batches = 9;
    private const int Runs = 2000;
    private const int Trips = 120;
    private const int PatienceMilliseconds = 20_000;

    public IReadOnlyList<Subject> Subjects => [];

    public IReadOnlyList<string> Remarks =>
        ["decode.request_to_answer: by the real worker at its own looks, asked at any moment; only as good as the machine is idle"];

    public IEnumerable<Measurement> Measure(Timings timings)
    {
        var model = ModelFolder.Load(modelFolder);
        var (onnx, twin, runBytes) = SingleRuns(model);
        var (trips, tripBytes) = RoundTrips(model);
        return
        [
            new(Section, "onnx_p50_us", "ONNX Runtime, a run, median", "us", Percentile(onnx, 0.5)),
            new(Section, "onnx_p99_us", "ONNX Runtime, a run, 99th percentile", "us", Percentile(onnx, 0.99)),
            new(Section, "twin_p50_us", "C# twin, a run, median", "us", Percentile(twin, 0.5)),
            new(Section, "twin_p99_us", "C# twin, a run, 99th percentile", "us", Percentile(twin, 0.99)),
            new(Section, "twin_over_onnx", "C# twin / ONNX Runtime, medians", "x", Spread.Of(twin.Zip(onnx, (a, b) => At(a, 0.5) / At(b, 0.5)))),
            new(Section, "request_to_answer_p50_ms", "request to answer, median", "ms", Percentile(trips, 0.5, 1e-3)),
            new(Section, "request_to_answer_p99_ms", "request to answer, 99th percentile", "ms", Percentile(trips, 0.99, 1e-3)),
            new(Section, "bytes_a_run", "managed bytes a run, worker and rings too", "bytes", Spread.Exactly(Math.Max(runBytes, tripBytes))),
        ];
    }

    /// <summary>Microseconds of each run, series by series, the two in turns; and managed bytes a run.</summary>
    private (double[][] Onnx, double[][] Twin, double Bytes) SingleRuns(ModelFolder model)
    {
        using var onnx = new OnnxDecoder(model, runtimeLibrary);
        IDecoder twin = new DecoderTwin(model);
        float[] z = WordLatents.Rows(model, 32);
        double[][] onnxTimes = NewSeries(Runs), twinTimes = NewSeries(Runs);
        float[] warm = new float[DecoderShape.Output];
        Time(onnx, z, warm, onnxTimes[0]);
        Time(twin, z, warm, twinTimes[0]);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int batch = 0; batch < Batches; batch++)
        {
            Time(onnx, z, warm, onnxTimes[batch]);
            Time(twin, z, warm, twinTimes[batch]);
        }

        double bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (2.0 * Batches * Runs);
        return (onnxTimes, twinTimes, bytes);
    }

    private static void Time(IDecoder decoder, float[] z, float[] bands, double[] microseconds)
    {
        for (int i = 0; i < microseconds.Length; i++)
        {
            var place = z.AsSpan(i % 32 * DecoderShape.Latent, DecoderShape.Latent);
            long began = Stopwatch.GetTimestamp();
            decoder.Decode(place, 1, bands);
            microseconds[i] = 1e6 * (Stopwatch.GetTimestamp() - began) / Stopwatch.Frequency;
        }
    }

    /// <summary>Microseconds from request to answer, series by series, and managed bytes a trip.</summary>
    private (double[][] Trips, double Bytes) RoundTrips(ModelFolder model)
    {
        using var worker = new DecodeWorker(model, runtimeLibrary);
        var channel = worker.Open();
        float[] z = WordLatents.Rows(model, 32);
        float[] bands = new float[DecoderShape.Output];
        double[][] times = NewSeries(Trips);
        var random = new Random(1);
        long tick = 0;
        Travel(channel, z, bands, random, ref tick, times[0]);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        foreach (double[] series in times)
            Travel(channel, z, bands, random, ref tick, series);
        double bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Batches * Trips);
        worker.Close(channel);
        return (times, bytes);
    }

    private static void Travel(DecodeChannel channel, float[] z, float[] bands, Random random, ref long tick, double[] microseconds)
    {
        for (int i = 0; i < microseconds.Length; i++)
        {
            // A pause without the system: the asking is at no fixed place between two looks.
            SpinFor(random.NextDouble() * 2e-3);
            long asked = Stopwatch.GetTimestamp();
            if (!channel.TryRequest(++tick, z.AsSpan((int)(tick % 32) * DecoderShape.Latent, DecoderShape.Latent)))
                throw new InvalidOperationException("the worker takes no requests");
            long answered;
            while (!channel.TryTakeAnswer(out answered, bands))
            {
                if (Stopwatch.GetElapsedTime(asked).TotalMilliseconds > PatienceMilliseconds)
                    throw new InvalidOperationException("the worker does not answer");
                Thread.SpinWait(20);
            }

            microseconds[i] = 1e6 * (Stopwatch.GetTimestamp() - asked) / Stopwatch.Frequency;
            if (answered != tick)
                throw new InvalidOperationException("the worker answered something else");
        }
    }

    private static void SpinFor(double seconds)
    {
        long until = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < until)
            Thread.SpinWait(20);
    }

    private static double[][] NewSeries(int length) => [.. Enumerable.Range(0, Batches).Select(_ => new double[length])];

    private static Spread Percentile(double[][] series, double share, double scale = 1.0) =>
        Spread.Of(series.Select(values => scale * At(values, share)));

    private static double At(double[] values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
