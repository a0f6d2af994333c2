namespace SemanticEq.Dsp;

/// <summary>
/// From a <see cref="Band"/> to the digital sections that play it: closed forms, no allocation, any thread. The magnitude
/// follows the analogue prototype up to Nyquist instead of being squeezed by the bilinear transform, and boost and cut of
/// the same size are exact inverses.
/// </summary>
public static class SectionDesign
{
    /// <summary>The most sections that one band needs: a 48 dB an octave cut.</summary>
    public const int MaxSections = 4;

    /// <summary>The highest place of poles and of a bell's or notch's centre, 2π f / fs: 20.9 kHz at 44.1 kHz.</summary>
    internal const double HighestRadians = 0.95 * Math.PI;

    /// <summary>The lowest centre or corner, 2π f / fs.</summary>
    internal const double LowestRadians = 1e-6;

    /// <summary>The highest: a centre above Nyquist still has a skirt below it, but beyond 8 times none worth the name.</summary>
    internal const double LargestRadians = 8.0 * Math.PI;

    /// <summary>The lowest Q.</summary>
    internal const double LowestQ = 0.05;

    /// <summary>The highest Q.</summary>
    internal const double HighestQ = 100.0;

    /// <summary>The largest boost or cut in dB.</summary>
    internal const double LargestGainDb = 60.0;

    private const double LowPassTop = 0.867 * Math.PI;

    /// <summary>
    /// Designs the sections of one band. Values beyond Q 0.05 to 100, ±60 dB, or a frequency beyond what the sample rate can
    /// carry are held at the limits; the result is stable and finite for every finite band.
    /// </summary>
    /// <param name="band">The band.</param>
    /// <param name="sampleRate">Hz, 8,000 to 768,000.</param>
    /// <param name="sections">Room for <see cref="MaxSections"/>.</param>
    /// <returns>How many sections were written: 1, or 2 or 4 for steep cuts.</returns>
    public static int Design(in Band band, double sampleRate, Span<Section> sections)
    {
        double radians = Math.Clamp(2.0 * Math.PI * band.FrequencyHz / sampleRate, LowestRadians, LargestRadians);
        double q = Math.Clamp(band.Q, LowestQ, HighestQ);
        double gainDb = Math.Clamp(band.GainDb, -LargestGainDb, LargestGainDb);
        switch (band.Type)
        {
            case BandType.Bell:
                sections[0] = Bell(radians, q, gainDb);
                return 1;
            case BandType.LowShelf:
                // A low shelf is a high shelf of the opposite gain, lifted as a whole.
                sections[0] = HighShelf(radians, q, -gainDb).Scaled(Math.Pow(10.0, gainDb / 20.0));
                return 1;
            case BandType.HighShelf:
                sections[0] = HighShelf(radians, q, gainDb);
                return 1;
            case BandType.Tilt:
                sections[0] = HighShelf(radians, AnalogPrototype.TiltQ, gainDb).Scaled(Math.Pow(10.0, -gainDb / 40.0));
                return 1;
            case BandType.Notch:
                sections[0] = MatchedNotch.Design(radians, q);
                return 1;
            case BandType.LowCut:
            case BandType.HighCut:
                return Cut(band, radians, q, sections);
            default:
                sections[0] = Section.Identity;
                return 1;
        }
    }

    private static Section Bell(double radians, double q, double gainDb)
    {
        double a = Math.Pow(10.0, Math.Abs(gainDb) / 40.0);
        if (radians > HighestRadians)
        {
            // Of a bell above Nyquist only the skirt is left: a bell as high as the skirt is at the highest frequency.
            double ratio = HighestRadians / radians;
            a = Math.Sqrt(Math.Sqrt(AnalogSection.Bell(a, q).PowerAt(ratio * ratio)));
            radians = HighestRadians;
        }

        var boost = MatchedShape.BellBoost(radians, q, a);
        return gainDb < 0.0 ? boost.Inverse() : boost;
    }

    private static Section HighShelf(double radians, double q, double gainDb)
    {
        var cut = MatchedShape.ShelfCut(radians, q, Math.Pow(10.0, Math.Abs(gainDb) / 40.0));
        return gainDb > 0.0 ? cut.Inverse() : cut;
    }

    private static int Cut(in Band band, double radians, double q, Span<Section> sections)
    {
        int count = Butterworth.SectionCount(band.SlopeDbPerOctave);
        for (int i = 0; i < count; i++)
        {
            double sectionQ = Butterworth.SectionQ(band.SlopeDbPerOctave, i, q);
            sections[i] = band.Type == BandType.LowCut
                ? MatchedPoles.HighPass(sectionQ, radians, Math.Min(0.8 * radians, 0.9 * Math.PI))
                : MatchedPoles.ThreePoints(AnalogSection.LowPass(sectionQ), radians, LowPassMid(radians, sectionQ), LowPassTop);
        }

        return count;
    }

    // Found as MatchRule's numbers were, for the cascades of all slopes.
    private static double LowPassMid(double radians, double q)
    {
        double mid = 1.8 * radians * Math.Pow(q, -0.296);
        double beyond = mid / (0.587 * Math.PI);
        beyond *= beyond;
        beyond *= beyond;
        return mid / Math.Sqrt(Math.Sqrt(Math.Sqrt(1.0 + beyond * beyond)));
    }
}
