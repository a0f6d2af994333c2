namespace SemanticEq.Inference;

/// <summary>Latent vectors in, bands out: the ONNX Runtime or its C# twin. One thread at a time; no managed allocation.</summary>
internal interface IDecoder : IDisposable
{
    /// <summary>The largest batch.</summary>
    int MaxBatch { get; }

    /// <summary>Decodes a batch.</summary>
    /// <param name="z">count × 32.</param>
    /// <param name="count">1 to <see cref="MaxBatch"/>.</param>
    /// <param name="bands">count × 24: log₂(Hz), dB, log₂(Q) band by band.</param>
    void Decode(ReadOnlySpan<float> z, int count, Span<float> bands);
}
