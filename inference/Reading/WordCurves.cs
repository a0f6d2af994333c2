using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>The shapes of a model's words: their decoded curves without level, of unit norm over the common grid, in one flat array.</summary>
internal sealed class WordCurves
{
    /// <summary>Values of a shape.</summary>
    public const int Points = CommonGrid.Count;

    // Below it a shape would be that of rounding errors, in dB.
    private const double FlatNorm = 1e-9;
    private readonly DecoderTwin _twin;
    private readonly double[] _shapes;

    /// <summary>Decodes all words in their main reading.</summary>
    public WordCurves(ModelFolder model)
    {
        _twin = new DecoderTwin(model);
        var words = model.Vocabulary.Words;
        Count = words.Count;
        _shapes = new double[Count * Points];
        for (int i = 0; i < Count; i++)
            Shape(model.Vocabulary.Latents(words[i].Slot, 0), _shapes.AsSpan(i * Points, Points));
    }

    /// <summary>How many words.</summary>
    public int Count { get; }

    /// <summary>The shape of a word, in the vocabulary's order; all 0 for a flat one.</summary>
    public ReadOnlySpan<double> this[int word] => _shapes.AsSpan(word * Points, Points);

    /// <summary>The shape of any place in latent space.</summary>
    /// <param name="z">32 values.</param>
    /// <param name="shape">64 values, overwritten.</param>
    public void Shape(ReadOnlySpan<float> z, Span<double> shape)
    {
        Span<float> decode = stackalloc float[DecoderShape.Output];
        _twin.Decode(z, decode);
        DecodedCurve.LevelFree(decode, shape);
        double norm = TensorPrimitives.Norm<double>(shape);
        if (norm > FlatNorm)
            TensorPrimitives.Divide(shape, norm, shape);
        else
            shape.Clear();
    }
}
