using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>
/// Asked against heard, for anything that can be asked: a word, a phrase, a morph, macros, by the curve that it plays. Allocates when made,
/// never after; one thread.
/// </summary>
public sealed class AskedDirection
{
    private const int Points = ListenerModel.Points;
    private readonly double[] _mean;
    private readonly Hearing _hearing;
    private readonly Template _template;
    private readonly double[] _heard = new double[Points];
    private readonly double[] _ratios = new double[Points];

    /// <summary>By a model; nothing is asked as yet.</summary>
    public AskedDirection(ListenerModel model)
    {
        _mean = model.Mean;
        _hearing = new Hearing(model);
        _template = new Template(model, _hearing);
    }

    /// <summary>How far the curve moves the average recording, in the listener's unit, 0 or more; 0 for a flat one.</summary>
    public double Asked => _template.Asked;

    /// <summary>Its weights for shares of loudness, in the listener's unit.</summary>
    internal ReadOnlySpan<double> Weights => _template.Weights;

    /// <summary>Sets what is asked for.</summary>
    /// <param name="curveDb">64 finite values in dB on the common grid; their level has no meaning.</param>
    public void Aim(ReadOnlySpan<float> curveDb)
    {
        Hearing.ToPower(curveDb, _ratios);
        _template.Aim(_ratios);
    }

    /// <summary>How strongly that is heard in a sound, against recordings on average.</summary>
    /// <param name="spectrumDb">64 finite values in dB on the common grid, of any level.</param>
    public double Score(ReadOnlySpan<float> spectrumDb)
    {
        _hearing.HearDb(spectrumDb, _heard);
        TensorPrimitives.Subtract(_heard, _mean, _heard);
        return TensorPrimitives.Dot(Weights, _heard);
    }

    /// <summary>How far a sound went towards it, by its spectra before and after.</summary>
    public double Change(ReadOnlySpan<float> before, ReadOnlySpan<float> after) => Score(after) - Score(before);
}
