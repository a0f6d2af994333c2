namespace SemanticEq.Inference;

/// <summary>decoder.weights: the decoder's tensors for the twin, flat and row-major (models/README.md).</summary>
internal sealed class DecoderWeights
{
    private const int MaxHidden = TensorFile.MaxDimension;

    private DecoderWeights(Dictionary<string, (int[] Shape, float[] Values)> tensors, string onnxHash)
    {
        OnnxHash = onnxHash;
        Hidden = tensors.TryGetValue("w1", out var w1) && w1.Shape.Length == 2 ? w1.Shape[0] : 0;
        if (Hidden is < 8 or > MaxHidden)
            throw new ModelException("decoder.weights: w1 is missing or of the wrong shape");
        float[] Take(string name, params int[] shape) =>
            tensors.TryGetValue(name, out var tensor) && tensor.Shape.SequenceEqual(shape)
                ? tensor.Values
                : throw new ModelException($"decoder.weights: {name} is missing or not [{string.Join(", ", shape)}]");
        W1 = Take("w1", Hidden, DecoderShape.Latent);
        W2 = Take("w2", Hidden, Hidden);
        GainWeights = Take("wg", DecoderShape.Bands, Hidden);
        GainMaxDb = Take("db_max", DecoderShape.Bands);
        FrequencyWeights = Take("wf", DecoderShape.Bands, Hidden);
        FrequencyBias = Take("cf", DecoderShape.Bands);
        FrequencyLow = Take("hz_lo", DecoderShape.Bands);
        FrequencyHigh = Take("hz_hi", DecoderShape.Bands);
        QWeights = Take("wq", DecoderShape.Bands, Hidden);
        QBias = Take("cq", DecoderShape.Bands);
        QLow = Take("q_lo", DecoderShape.Bands);
        QHigh = Take("q_hi", DecoderShape.Bands);
    }

    /// <summary>SHA-256 of the ONNX file that these weights belong to, in lower-case hex.</summary>
    public string OnnxHash { get; }

    /// <summary>Hidden units.</summary>
    public int Hidden { get; }

    public float[] W1 { get; }

    public float[] W2 { get; }

    public float[] GainWeights { get; }

    public float[] GainMaxDb { get; }

    public float[] FrequencyWeights { get; }

    public float[] FrequencyBias { get; }

    /// <summary>log₂ of the lowest Hz a band.</summary>
    public float[] FrequencyLow { get; }

    /// <summary>log₂ of the highest Hz a band.</summary>
    public float[] FrequencyHigh { get; }

    public float[] QWeights { get; }

    public float[] QBias { get; }

    /// <summary>log₂ of the lowest Q a band.</summary>
    public float[] QLow { get; }

    /// <summary>log₂ of the highest Q a band.</summary>
    public float[] QHigh { get; }

    /// <exception cref="ModelException">Cut short, of another format, or with a wrong shape or a value that is not finite.</exception>
    public static DecoderWeights Parse(ReadOnlySpan<byte> file)
    {
        var tensors = TensorFile.Parse(file, "SEQW"u8, "decoder.weights", out string hash);
        return new DecoderWeights(tensors, hash);
    }
}
