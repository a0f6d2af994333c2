using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>
/// The direction in which a curve moves what is heard of the average recording, as weights: P d / √(dᵀ P d), d the change in what is heard,
/// P the learnt metric. Of all directions it is the one that rises most there (Cauchy and Schwarz). Allocates when made, never after.
/// </summary>
internal sealed class Template
{
    private const int Points = ListenerModel.Points;

    // In shares of loudness, weighed by the metric: rounding errors are some 1e-16.
    private const double Nothing = 1e-12;
    private readonly ListenerModel _model;
    private readonly Hearing _hearing;
    private readonly double[] _reference = new double[Points];
    private readonly double[] _unchanged = new double[Points];
    private readonly double[] _power = new double[Points];
    private readonly double[] _change = new double[Points];
    private readonly double[] _weights = new double[Points];

    /// <summary>By a model, with a hearing that may be shared on one thread.</summary>
    public Template(ListenerModel model, Hearing hearing)
    {
        _model = model;
        _hearing = hearing;
        Hearing.ToPower([.. model.Reference.Select(value => (float)value)], _reference);
        hearing.HearPower(_reference, _unchanged);
    }

    /// <summary>64 weights for shares of loudness, in the listener's unit; all 0 for a curve that changes nothing.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>How far the curve moves the average recording along them, 0 or more.</summary>
    public double Asked { get; private set; }

    /// <summary>Sets the curve, as power ratios at the 64 points.</summary>
    public void Aim(ReadOnlySpan<double> powerRatios)
    {
        TensorPrimitives.Multiply(_reference, powerRatios, _power);
        _hearing.HearPower(_power, _change);
        TensorPrimitives.Subtract(_change, _unchanged, _change);
        Array.Clear(_weights);
        double length2 = 0.0;
        for (int row = 0; row < _model.Rank; row++)
        {
            var axis = _model.Metric.AsSpan(row * Points, Points);
            double along = TensorPrimitives.Dot<double>(axis, _change);
            length2 += along * along;
            TensorPrimitives.MultiplyAdd(axis, along, _weights, _weights);
        }

        double length = Math.Sqrt(length2);
        if (!(length > Nothing))
        {
            Array.Clear(_weights);
            Asked = 0.0;
            return;
        }

        TensorPrimitives.Multiply(_weights, _model.Scale / length, _weights);
        Asked = _model.Scale * length;
    }
}
