using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>
/// The decoder evaluated in C#: the same small network as decoder.onnx, equal within 1e-5 (tests hold it to that). It serves the
/// audio thread when no worker can answer in time, and everybody where the ONNX Runtime can't be loaded. No allocation; each
/// user has an instance of its own for its scratch memory.
/// </summary>
public sealed class DecoderTwin : IDecoder
{
    private readonly DecoderWeights _weights;
    private readonly float[] _a;
    private readonly float[] _b;
    private readonly float[] _even;
    private readonly float[] _head = new float[DecoderShape.Bands];

    /// <summary>A twin of a model's decoder.</summary>
    public DecoderTwin(ModelFolder model)
    {
        _weights = model.Weights;
        _a = new float[_weights.Hidden];
        _b = new float[_weights.Hidden];
        _even = new float[_weights.Hidden];
    }

    /// <inheritdoc/>
    int IDecoder.MaxBatch => 16;

    /// <summary>Decodes one latent vector. Any thread, one at a time.</summary>
    /// <param name="z">32 finite values.</param>
    /// <param name="bands">24 values: log₂(Hz), dB, log₂(Q) band by band.</param>
    public void Decode(ReadOnlySpan<float> z, Span<float> bands)
    {
        Multiply(_weights.W1, z, _a);
        Tanh(_a);
        Multiply(_weights.W2, _a, _b);
        Tanh(_b);
        TensorPrimitives.Multiply<float>(_b, _b, _even);

        Multiply(_weights.GainWeights, _b, _head);
        Tanh(_head);
        for (int i = 0; i < DecoderShape.Bands; i++)
            bands[(3 * i) + 1] = _weights.GainMaxDb[i] * _head[i];
        Place(_weights.FrequencyWeights, _weights.FrequencyBias, _weights.FrequencyLow, _weights.FrequencyHigh, bands);
        Place(_weights.QWeights, _weights.QBias, _weights.QLow, _weights.QHigh, bands[2..]);
    }

    void IDecoder.Decode(ReadOnlySpan<float> z, int count, Span<float> bands)
    {
        for (int i = 0; i < count; i++)
            Decode(z.Slice(i * DecoderShape.Latent, DecoderShape.Latent), bands.Slice(i * DecoderShape.Output, DecoderShape.Output));
    }

    void IDisposable.Dispose()
    {
    }

    private void Place(float[] weights, float[] bias, float[] low, float[] high, Span<float> bands)
    {
        Multiply(weights, _even, _head);
        TensorPrimitives.Add<float>(_head, bias, _head);
        TensorPrimitives.Sigmoid<float>(_head, _head);
        for (int i = 0; i < DecoderShape.Bands; i++)
            bands[3 * i] = low[i] + ((high[i] - low[i]) * _head[i]);
    }

    // Not TensorPrimitives.Tanh: it is off by some 1e-7 at 0, and no word must be exactly flat.
    private static void Tanh(Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = MathF.Tanh(values[i]);
    }

    private static void Multiply(float[] rows, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int row = 0; row < y.Length; row++)
            y[row] = TensorPrimitives.Dot(rows.AsSpan(row * x.Length, x.Length), x);
    }
}
