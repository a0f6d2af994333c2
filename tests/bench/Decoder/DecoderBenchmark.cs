using SemanticEq.Bench.Running;
using SemanticEq.Inference;

namespace SemanticEq.Bench.Decoder;

/// <summary>From a latent place to bands: the ONNX Runtime, as the worker calls it, and the C# twin, as the audio thread does.</summary>
internal sealed class DecoderBenchmark : IBenchmark
{
    private const string Section = "decoder";

    private readonly DecoderSubject _onnx;
    private readonly DecoderSubject _onnxBatch;
    private readonly DecoderSubject _twin;

    /// <summary>Loads the model and the runtime of a bundle.</summary>
    public DecoderBenchmark(string modelFolder, string runtimeLibrary)
    {
        var model = ModelFolder.Load(modelFolder);
        _onnx = new("ONNX Runtime", new OnnxDecoder(model, runtimeLibrary), model, 1);
        _onnxBatch = new("ONNX Runtime, batches", new OnnxDecoder(model, runtimeLibrary), model, 16);
        _twin = new("twin", new DecoderTwin(model), model, 1);
    }

    /// <summary>What a fit is held against.</summary>
    public Subject Twin => _twin;

    public IReadOnlyList<Subject> Subjects => [_onnx, _onnxBatch, _twin];

    public IEnumerable<Measurement> Measure(Timings timings) =>
    [
        new(Section, "onnx_us", "ONNX Runtime, one at a time", "us/decode", timings.Microseconds(_onnx)),
        new(Section, "onnx_batch16_us", "ONNX Runtime, batches of 16", "us/decode", timings.Microseconds(_onnxBatch)),
        new(Section, "twin_us", "C# twin", "us/decode", timings.Microseconds(_twin)),
        new(Section, "onnx_over_twin", "ONNX Runtime / twin", "x", timings.Ratio(_onnx, _twin)),
        new(Section, "onnx_batch16_over_twin", "ONNX Runtime in batches / twin", "x", timings.Ratio(_onnxBatch, _twin)),
    ];
}
