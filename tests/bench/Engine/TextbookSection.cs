using System.Numerics;

namespace SemanticEq.Bench.Engine;

/// <summary>One biquad in transposed direct form II, two channels, double precision, one sample at a time: the loop that one
/// would write first.</summary>
internal struct TextbookSection
{
    private double _b0, _b1, _b2, _a1, _a2;
    private double _left1, _left2, _right1, _right2;

    /// <summary>A section of these coefficients, not yet divided by a0.</summary>
    public static TextbookSection Of(double b0, double b1, double b2, double a0, double a1, double a2) =>
        new() { _b0 = b0 / a0, _b1 = b1 / a0, _b2 = b2 / a0, _a1 = a1 / a0, _a2 = a2 / a0 };

    /// <summary>The response in dB.</summary>
    /// <param name="frequency">As a share of the sample rate.</param>
    public readonly double MagnitudeDb(double frequency)
    {
        var z = Complex.FromPolarCoordinates(1.0, -2.0 * Math.PI * frequency);
        return 20.0 * Math.Log10(((_b0 + z * (_b1 + z * _b2)) / (1.0 + z * (_a1 + z * _a2))).Magnitude);
    }

    /// <summary>Filters a block in place, both channels in one loop: their two chains of dependent steps overlap.</summary>
    public void Process(Span<double> left, Span<double> right)
    {
        double b0 = _b0, b1 = _b1, b2 = _b2, a1 = _a1, a2 = _a2;
        double left1 = _left1, left2 = _left2, right1 = _right1, right2 = _right2;
        right = right[..left.Length];
        for (int i = 0; i < left.Length; i++)
        {
            double x = left[i];
            double y = b0 * x + left1;
            left1 = b1 * x - a1 * y + left2;
            left2 = b2 * x - a2 * y;
            left[i] = y;
            x = right[i];
            y = b0 * x + right1;
            right1 = b1 * x - a1 * y + right2;
            right2 = b2 * x - a2 * y;
            right[i] = y;
        }

        (_left1, _left2, _right1, _right2) = (left1, left2, right1, right2);
    }
}
