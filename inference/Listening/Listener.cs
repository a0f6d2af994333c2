using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>
/// How strongly each anchor descriptor is heard in a sound, against recordings on average; the change of one is the difference of its
/// scores. 1 is what a word of middling strength at 100 % does to an average recording. Allocates when made, never after; one thread.
/// </summary>
public sealed class Listener
{
    private const int Points = ListenerModel.Points;
    private readonly ListenerModel _model;
    private readonly Hearing _hearing;
    private readonly double[] _heard = new double[Points];

    /// <summary>A listener by a model.</summary>
    public Listener(ListenerModel model)
    {
        _model = model;
        _hearing = new Hearing(model);
    }

    /// <summary>The anchors, in the order of scores.</summary>
    public IReadOnlyList<string> Words => _model.Words;

    /// <summary>Scores a sound.</summary>
    /// <param name="spectrumDb">64 finite values in dB on the common grid, of any level.</param>
    /// <param name="scores">Receives one for each of <see cref="Words"/>.</param>
    public void Score(ReadOnlySpan<float> spectrumDb, Span<float> scores)
    {
        _hearing.HearDb(spectrumDb, _heard);
        TensorPrimitives.Subtract(_heard, _model.Mean, _heard);
        for (int i = 0; i < _model.Words.Count; i++)
            scores[i] = (float)(_model.Scale * TensorPrimitives.Dot<double>(_model.Templates.AsSpan(i * Points, Points), _heard));
    }
}
