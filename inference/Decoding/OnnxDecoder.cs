using SemanticEq.Inference.Onnx;

namespace SemanticEq.Inference;

/// <summary>decoder.onnx in the ONNX Runtime. Made on the worker thread, on first need.</summary>
internal sealed class OnnxDecoder : IDecoder
{
    private static readonly TensorContract Contract =
        new("z", [-1, DecoderShape.Latent], "bands", [-1, DecoderShape.Bands, DecoderShape.ValuesPerBand]);

    private readonly OrtSession _session;

    /// <exception cref="OnnxException">The library or the model can't be used.</exception>
    public OnnxDecoder(ModelFolder model, string runtimeLibrary)
    {
        var api = OrtApi.Load(runtimeLibrary);
        RuntimeVersion = api.RuntimeVersion;
        _session = new OrtSession(api, model.ReadDecoder(), Contract, maxBatch: 16);
    }

    /// <summary>The library's version.</summary>
    public string RuntimeVersion { get; }

    public int MaxBatch => _session.MaxBatch;

    public void Decode(ReadOnlySpan<float> z, int count, Span<float> bands)
    {
        z[..(count * DecoderShape.Latent)].CopyTo(_session.Input);
        _session.Run(count);
        _session.Output[..(count * DecoderShape.Output)].CopyTo(bands);
    }

    public void Dispose() => _session.Dispose();
}
