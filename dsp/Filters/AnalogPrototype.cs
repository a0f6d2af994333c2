namespace SemanticEq.Dsp;

/// <summary>
/// The analogue response that a <see cref="Band"/> stands for: what the digital sections are matched to, up to Nyquist.
/// </summary>
public static class AnalogPrototype
{
    /// <summary>Q of a tilt: a high shelf made of two equal first-order shelves, the widest slope without a bump.</summary>
    internal const double TiltQ = 0.5;

    /// <summary>Magnitude in dB of a band at a frequency in Hz. A cut or notch may give negative infinity.</summary>
    public static double MagnitudeDb(in Band band, double frequencyHz)
    {
        double ratio = frequencyHz / band.FrequencyHz;
        double ratioSquared = ratio * ratio;
        double a = Math.Pow(10.0, band.GainDb / 40.0);
        return band.Type switch
        {
            BandType.Bell => Db(AnalogSection.Bell(a, band.Q).PowerAt(ratioSquared)),
            BandType.LowShelf => Db(AnalogSection.LowShelf(a, band.Q).PowerAt(ratioSquared)),
            BandType.HighShelf => Db(AnalogSection.HighShelf(a, band.Q).PowerAt(ratioSquared)),
            BandType.Tilt => Db(AnalogSection.HighShelf(a, TiltQ).PowerAt(ratioSquared)) - band.GainDb / 2.0,
            BandType.Notch => Db(AnalogSection.Notch(band.Q).PowerAt(ratioSquared)),
            BandType.LowCut => CutDb(band, 1.0 / ratioSquared),
            BandType.HighCut => CutDb(band, ratioSquared),
            _ => throw new ArgumentOutOfRangeException(nameof(band), band.Type, "unknown band type"),
        };
    }

    // A low cut is the high cut with its frequency axis turned round.
    private static double CutDb(in Band band, double ratioSquared)
    {
        double power = 1.0;
        for (int i = 0; i < Butterworth.SectionCount(band.SlopeDbPerOctave); i++)
            power *= AnalogSection.LowPass(Butterworth.SectionQ(band.SlopeDbPerOctave, i, band.Q)).PowerAt(ratioSquared);
        return Db(power);
    }

    private static double Db(double power) => 10.0 * Math.Log10(power);
}
