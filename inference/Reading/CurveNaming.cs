using System.Numerics.Tensors;
using SemanticEq.Dsp;

namespace SemanticEq.Inference;

/// <summary>
/// Names a curve by linear scores that were learnt from people's settings (models/README.md): of each word,
/// weights · (basis · unit(level-free curve)) + bias. Any thread.
/// </summary>
internal sealed class CurveNaming
{
    private const int Points = CommonGrid.Count;

    // Below it a shape would be that of rounding errors, in dB.
    private const double FlatNorm = 1e-9;
    private readonly string[] _words;
    private readonly double[] _directions;
    private readonly double[] _biases;

    /// <exception cref="ModelException">Of other sizes, not finite, or of words that are not in the vocabulary.</exception>
    public CurveNaming(VocabularyFile.NamingTable table, Vocabulary vocabulary)
    {
        var basis = table.Basis;
        if (basis.Length == 0 || Array.Exists(basis, row => row is not { Length: Points } || !Array.TrueForAll(row, float.IsFinite)))
            throw new ModelException($"vocabulary.json: naming has no sound basis of {Points} points");
        _words = [.. table.Words.Select(word => word?.Text ?? "")];
        _biases = [.. table.Words.Select(word => (double)(word?.Bias ?? 0))];
        _directions = new double[_words.Length * Points];
        for (int i = 0; i < _words.Length; i++)
        {
            if (table.Words[i] is not { } word || word.Weights.Length != basis.Length || !Array.TrueForAll(word.Weights, float.IsFinite) || !float.IsFinite(word.Bias))
                throw new ModelException($"vocabulary.json: naming has no sound weights of {_words[i]}");
            if (vocabulary.SlotOf(word.Text) is null || Array.IndexOf(_words, word.Text) < i)
                throw new ModelException($"vocabulary.json: naming has {word.Text} twice, or the vocabulary has it not");
            for (int j = 0; j < basis.Length; j++)
            {
                for (int point = 0; point < Points; point++)
                    _directions[(i * Points) + point] += (double)word.Weights[j] * basis[j][point];
            }
        }
    }

    /// <summary>The words' scores, in no order; all 0 for a flat curve, which is like nothing.</summary>
    /// <param name="levelFree">64 values in dB without their mean.</param>
    public IEnumerable<WordScore> Score(double[] levelFree)
    {
        double norm = TensorPrimitives.Norm<double>(levelFree);
        for (int i = 0; i < _words.Length; i++)
        {
            double along = TensorPrimitives.Dot<double>(_directions.AsSpan(i * Points, Points), levelFree);
            yield return new WordScore(_words[i], norm > FlatNorm ? (along / norm) + _biases[i] : 0.0);
        }
    }
}
