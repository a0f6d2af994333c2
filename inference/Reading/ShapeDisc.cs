namespace SemanticEq.Inference;

/// <summary>
/// From three coordinates of a shape to a round place in the plane. People's shapes lie on a sphere, near its equator: the first two
/// coordinates give the direction, the third the distance from the middle. Both are evened out, the distance wholly and the direction in
/// part, by smooth distribution functions, so that the disc is filled and near shapes stay near.
/// </summary>
internal sealed class ShapeDisc
{
    private const int Directions = 256;

    // Widths of the kernels, and how far directions are evened out.
    private const double HeightWidth = 0.03;
    private const double DirectionSharpness = 60;
    private const double DirectionEvenness = 0.7;

    // No word in the very middle, where it would have no direction.
    private const double InnerRadius = 0.2;

    // Of the superellipse that the disc is stretched to, so that the corners are used too.
    private const int CornerPower = 4;
    private readonly ShapeAxes _axes;
    private readonly double[] _heights;
    private readonly double[] _shift = new double[Directions];

    /// <summary>The disc of some shapes.</summary>
    public ShapeDisc(WordCurves curves)
    {
        _axes = new ShapeAxes(curves);
        _heights = new double[curves.Count];
        double[] directions = new double[curves.Count];
        for (int i = 0; i < curves.Count; i++)
            (directions[i], _heights[i]) = OnSphere(curves[i]);
        EvenOut(directions);
    }

    /// <summary>Where a shape lies: x to the right and y downwards, −1 to 1; the middle for a flat one.</summary>
    public (double X, double Y) Place(ReadOnlySpan<double> shape)
    {
        var (direction, height) = OnSphere(shape);
        if (double.IsNaN(direction))
            return (0, 0);
        double below = 0;
        foreach (double other in _heights)
            below += double.IsNaN(other) ? 0.5 : 1 / (1 + Math.Exp((other - height) / HeightWidth));
        double area = below / _heights.Length;
        double radius = Math.Sqrt((InnerRadius * InnerRadius) + ((1 - (InnerRadius * InnerRadius)) * area));
        direction += Shift(direction);
        double x = Math.Cos(direction), y = Math.Sin(direction);
        double edge = Math.Pow(Math.Pow(x, CornerPower) + Math.Pow(y, CornerPower), -1.0 / CornerPower);
        return (x * edge * radius, -y * edge * radius);
    }

    private (double Direction, double Height) OnSphere(ReadOnlySpan<double> shape)
    {
        double x = _axes.Along(0, shape), y = _axes.Along(1, shape), z = _axes.Along(2, shape);
        double norm = Math.Sqrt((x * x) + (y * y) + (z * z));
        return norm > 0 ? (Math.Atan2(y, x), z / norm) : (double.NaN, double.NaN);
    }

    // A table over the circle: how far each direction is moved towards an even distribution, less the mean move.
    private void EvenOut(double[] directions)
    {
        Span<double> density = stackalloc double[Directions];
        foreach (double direction in directions)
        {
            for (int k = 0; k < Directions; k++)
                density[k] += double.IsNaN(direction) ? 0 : Math.Exp(DirectionSharpness * (Math.Cos(direction - Angle(k)) - 1));
        }

        double total = 0, sum = 0, mean = 0;
        foreach (double value in density)
            total += value;
        for (int k = 0; k < Directions && total > 0; k++)
        {
            double share = (sum + (density[k] / 2)) / total;
            sum += density[k];
            _shift[k] = DirectionEvenness * ((2 * Math.PI * (share - 0.5)) - Angle(k));
            mean += density[k] / total * _shift[k];
        }

        for (int k = 0; k < Directions; k++)
            _shift[k] -= mean;
    }

    private double Shift(double direction)
    {
        double at = (direction - Angle(0)) / (2 * Math.PI) * Directions;
        double floor = Math.Floor(at);
        int k = (((int)floor % Directions) + Directions) % Directions;
        return _shift[k] + ((at - floor) * (_shift[(k + 1) % Directions] - _shift[k]));
    }

    private static double Angle(int k) => ((k + 0.5) / Directions * 2 * Math.PI) - Math.PI;
}
