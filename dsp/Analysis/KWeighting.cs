namespace SemanticEq.Dsp;

/// <summary>
/// The two filters of ITU-R BS.1770 before its loudness: a shelf for the head and a high-pass (RLB). At rates other than
/// 48 kHz from the analogue values behind the standard's coefficients, as libebur128 derives them (from Mansbridge, Finn and
/// Reiss, "Implementation and evaluation of autonomous multi-track fader control", AES 2012).
/// </summary>
internal static class KWeighting
{
    /// <summary>The head's shelf, +4 dB above 1.7 kHz.</summary>
    public static Section Shelf(double sampleRate)
    {
        const double Q = 0.7071752369554196;
        double high = Math.Pow(10.0, 3.999843853973347 / 20.0);
        return new(
            Math.Tan(Math.PI * 1681.974450955533 / sampleRate), 1.0 / Q, 1.0, Math.Pow(high, 0.4996667741545416) / Q, high);
    }

    /// <summary>The RLB high-pass at 38 Hz; the standard leaves its numerator at (1 − z⁻¹)².</summary>
    public static Section HighPass(double sampleRate)
    {
        const double Q = 0.5003270373238773;
        double g = Math.Tan(Math.PI * 38.13547087602444 / sampleRate);
        return new(g, 1.0 / Q, 0.0, 0.0, 1.0 + g / Q + g * g);
    }

    /// <summary>|H|² of both at a frequency given as tan(π f / fs).</summary>
    public static double PowerAt(double tangent, double sampleRate) =>
        Shelf(sampleRate).PowerAt(tangent) * HighPass(sampleRate).PowerAt(tangent);
}
