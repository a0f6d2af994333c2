namespace SemanticEq.Dsp;

/// <summary>How a low or high cut of 12, 24 or 48 dB an octave splits into second-order sections.</summary>
internal static class Butterworth
{
    private const double FlatQ = 0.70710678118654752;

    private static readonly double[] Order2 = [FlatQ];
    private static readonly double[] Order4 = [0.54119610014619698, 1.3065629648763766];
    private static readonly double[] Order8 = [0.50979557910415917, 0.60134488693504529, 0.89997622313641571, 2.5629154477415055];

    /// <summary>The number of second-order sections of a slope: 1, 2 or 4.</summary>
    public static int SectionCount(int slopeDbPerOctave) => SectionQs(slopeDbPerOctave).Length;

    /// <summary>
    /// Q of one section. A band's Q of 0.7071 gives the Butterworth response at every slope; any other scales the most
    /// resonant section, so that at 12 dB an octave the section's Q is the band's.
    /// </summary>
    public static double SectionQ(int slopeDbPerOctave, int section, double bandQ)
    {
        var qs = SectionQs(slopeDbPerOctave);
        return section == qs.Length - 1 ? qs[section] * (bandQ / FlatQ) : qs[section];
    }

    private static double[] SectionQs(int slopeDbPerOctave) => slopeDbPerOctave switch
    {
        < 24 => Order2,
        < 48 => Order4,
        _ => Order8,
    };
}
