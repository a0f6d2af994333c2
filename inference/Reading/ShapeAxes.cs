using System.Numerics.Tensors;

namespace SemanticEq.Inference;

/// <summary>
/// The three directions in which a vocabulary's shapes differ most (principal axes about the flat curve, found by orthogonal iteration), turned
/// so that they mean the same in every model: more treble than bass, less of the middle, more about 1 kHz. People's words need hardly more
/// than these: in model v2 they hold 98 % of the shapes' squares.
/// </summary>
internal sealed class ShapeAxes
{
    /// <summary>How many.</summary>
    public const int Count = 3;

    // The third and fourth variances are a factor of 5 apart: a step leaves a fifth of the error.
    private const int Steps = 40;
    private const int Points = WordCurves.Points;

    // Ranges of points of the common grid: to 180 Hz, 280 Hz to 2.2 kHz, 660 Hz to 1.9 kHz, from 6 kHz.
    private static readonly Range Bass = ..20, Middle = 24..44, OneKilohertz = 32..42, Treble = 52..;
    private readonly double[] _axes = new double[Count * Points];

    /// <summary>The axes of some shapes.</summary>
    public ShapeAxes(WordCurves curves)
    {
        double[] products = Products(curves);
        double[] next = new double[Points];
        for (int k = 0; k < Count; k++)
        {
            for (int i = 0; i < Points; i++)
                Axis(k)[i] = Math.Cos(Math.PI * (k + 1) * (i + 0.5) / Points);
        }

        for (int step = 0; step < Steps; step++)
        {
            for (int k = 0; k < Count; k++)
            {
                for (int i = 0; i < Points; i++)
                    next[i] = TensorPrimitives.Dot<double>(products.AsSpan(i * Points, Points), Axis(k));
                next.CopyTo(Axis(k));
                MakeUnitAndNormal(k);
            }
        }

        Turn(0, Mean(0, Treble) - Mean(0, Bass));
        Turn(1, -Mean(1, Middle));
        Turn(2, Mean(2, OneKilohertz));
    }

    /// <summary>How far a shape goes along an axis.</summary>
    public double Along(int axis, ReadOnlySpan<double> shape) => TensorPrimitives.Dot(Axis(axis), shape);

    private Span<double> Axis(int k) => _axes.AsSpan(k * Points, Points);

    private static double[] Products(WordCurves curves)
    {
        double[] products = new double[Points * Points];
        for (int word = 0; word < curves.Count; word++)
        {
            var shape = curves[word];
            for (int i = 0; i < Points; i++)
            {
                var row = products.AsSpan(i * Points, Points);
                TensorPrimitives.MultiplyAdd(shape, shape[i], row, row);
            }
        }

        return products;
    }

    private void MakeUnitAndNormal(int k)
    {
        var axis = Axis(k);
        for (int other = 0; other < k; other++)
            TensorPrimitives.MultiplyAdd(Axis(other), -TensorPrimitives.Dot<double>(Axis(other), axis), axis, axis);
        double norm = TensorPrimitives.Norm<double>(axis);
        if (norm > 0)
            TensorPrimitives.Divide(axis, norm, axis);
    }

    private double Mean(int k, Range points)
    {
        var part = Axis(k)[points];
        return TensorPrimitives.Sum<double>(part) / part.Length;
    }

    private void Turn(int k, double sign)
    {
        if (sign < 0)
            TensorPrimitives.Negate(Axis(k), Axis(k));
    }
}
