namespace SemanticEq.Dsp.Tests;

/// <summary>The bilinear bell of the RBJ cookbook: what the matched one is measured against.</summary>
internal static class Cookbook
{
    public static Biquad Bell(Band band, double sampleRate)
    {
        double a = Math.Pow(10.0, band.GainDb / 40.0);
        var (sin, cos) = Math.SinCos(2.0 * Math.PI * band.FrequencyHz / sampleRate);
        double alpha = sin / (2.0 * band.Q);
        double a0 = 1.0 + alpha / a;
        return new((1.0 + alpha * a) / a0, -2.0 * cos / a0, (1.0 - alpha * a) / a0, -2.0 * cos / a0, (1.0 - alpha / a) / a0);
    }
}
