namespace SemanticEq.Dsp;

/// <summary>
/// Designs the eight bands of a bank at once, on the way from settings to the engine's coefficients. A band's result depends on
/// its own settings alone, and is the same to the last bit wherever it stands in the bank.
/// </summary>
internal static class BankDesign
{
    /// <summary>The bands of a bank.</summary>
    public const int Bands = 8;

    /// <summary>The coefficients of a band, in the order of <see cref="SvfCoefficients"/>.</summary>
    public const int Coefficients = 6;

    /// <summary>Designs; see <see cref="SectionDesign"/> for the limits at which settings are held.</summary>
    /// <param name="types">Eight shapes: bell, low shelf, high shelf or tilt.</param>
    /// <param name="log2Hz">Eight centres or corners, log2 of Hz.</param>
    /// <param name="gainDb">Eight gains in dB; one of exactly 0 gives exactly D = 1, C1 = C2 = 0.</param>
    /// <param name="log2Q">Eight Qs, log2; without meaning for a tilt.</param>
    /// <param name="sampleRate">Hz, 8,000 to 768,000.</param>
    /// <param name="coefficients">Receives 6 × 8 values, [coefficient][band].</param>
    public static void Design(
        ReadOnlySpan<BandType> types,
        ReadOnlySpan<double> log2Hz,
        ReadOnlySpan<double> gainDb,
        ReadOnlySpan<double> log2Q,
        double sampleRate,
        Span<double> coefficients)
    {
        Span<Section> section = stackalloc Section[SectionDesign.MaxSections];
        for (int i = 0; i < Bands; i++)
        {
            var band = new Band(types[i], Math.Pow(2.0, log2Hz[i]), gainDb[i], Math.Pow(2.0, log2Q[i]));
            SectionDesign.Design(band, sampleRate, section);
            var svf = SvfCoefficients.From(section[0]);
            coefficients[i] = svf.P;
            coefficients[Bands + i] = svf.Q;
            coefficients[2 * Bands + i] = svf.R;
            coefficients[3 * Bands + i] = svf.D;
            coefficients[4 * Bands + i] = svf.C1;
            coefficients[5 * Bands + i] = svf.C2;
        }
    }
}
