namespace SemanticEq.Dsp;

/// <summary>
/// A second-order analogue prototype, (N0 + N1 s + N2 s²) / (D0 + D1 s + D2 s²) with s = j f / f0. The shapes are those of
/// R. Bristow-Johnson, "Cookbook formulae for audio equalizer biquad filter coefficients", before its bilinear transform.
/// </summary>
internal readonly record struct AnalogSection(double N0, double N1, double N2, double D0, double D1, double D2)
{
    /// <summary>Bell of amplitude <paramref name="a"/>² at its centre; a = 10^(dB/40).</summary>
    public static AnalogSection Bell(double a, double q) => new(1.0, a / q, 1.0, 1.0, 1.0 / (a * q), 1.0);

    /// <summary>High shelf: 1 at DC, <paramref name="a"/>² far above its corner.</summary>
    public static AnalogSection HighShelf(double a, double q)
    {
        double damping = Math.Sqrt(a) / q;
        return new(a, a * damping, a * a, a, damping, 1.0);
    }

    /// <summary>Low shelf: <paramref name="a"/>² at DC, 1 far above its corner.</summary>
    public static AnalogSection LowShelf(double a, double q)
    {
        double damping = Math.Sqrt(a) / q;
        return new(a * a, a * damping, a, 1.0, damping, a);
    }

    /// <summary>Low-pass, 12 dB an octave.</summary>
    public static AnalogSection LowPass(double q) => new(1.0, 0.0, 0.0, 1.0, 1.0 / q, 1.0);

    /// <summary>High-pass, 12 dB an octave.</summary>
    public static AnalogSection HighPass(double q) => new(0.0, 0.0, 1.0, 1.0, 1.0 / q, 1.0);

    /// <summary>Notch.</summary>
    public static AnalogSection Notch(double q) => new(1.0, 0.0, 1.0, 1.0, 1.0 / q, 1.0);

    /// <summary>|H|² at a frequency, given as (f / f0)².</summary>
    public double PowerAt(double ratioSquared)
    {
        double numerator = N0 - N2 * ratioSquared;
        double denominator = D0 - D2 * ratioSquared;
        return (numerator * numerator + N1 * N1 * ratioSquared) / (denominator * denominator + D1 * D1 * ratioSquared);
    }
}
