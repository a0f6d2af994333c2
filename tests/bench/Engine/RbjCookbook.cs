using SemanticEq.Dsp;

namespace SemanticEq.Bench.Engine;

/// <summary>Plain bilinear sections, as every textbook has them: Robert Bristow-Johnson, Audio EQ Cookbook.</summary>
internal static class RbjCookbook
{
    /// <summary>Designs a shelf or a bell.</summary>
    public static TextbookSection Design(Band band, double sampleRate)
    {
        double a = Math.Pow(10.0, band.GainDb / 40.0);
        var (sin, cos) = Math.SinCos(2.0 * Math.PI * band.FrequencyHz / sampleRate);
        double alpha = sin / (2.0 * band.Q);
        return band.Type switch
        {
            BandType.Bell => TextbookSection.Of(
                1.0 + alpha * a, -2.0 * cos, 1.0 - alpha * a, 1.0 + alpha / a, -2.0 * cos, 1.0 - alpha / a),
            BandType.LowShelf => Shelf(a, cos, alpha, 1.0),
            BandType.HighShelf => Shelf(a, cos, alpha, -1.0),
            _ => throw new ArgumentOutOfRangeException(nameof(band), band.Type, "only shelves and bells"),
        };
    }

    // The high shelf is the low one with cos and the odd coefficients negated.
    private static TextbookSection Shelf(double a, double cos, double alpha, double sign)
    {
        double c = sign * cos;
        double root = 2.0 * Math.Sqrt(a) * alpha;
        return TextbookSection.Of(
            a * (a + 1.0 - (a - 1.0) * c + root),
            sign * 2.0 * a * (a - 1.0 - (a + 1.0) * c),
            a * (a + 1.0 - (a - 1.0) * c - root),
            a + 1.0 + (a - 1.0) * c + root,
            sign * -2.0 * (a - 1.0 + (a + 1.0) * c),
            a + 1.0 + (a - 1.0) * c - root);
    }
}
