using System.Runtime.Intrinsics.X86;

namespace SemanticEq.Dsp;

/// <summary>
/// Designs the eight bands of a bank at once, on the way from settings to the engine's coefficients. A band's result depends on
/// its own settings alone, and is the same to the last bit wherever it stands in the bank.
/// </summary>
internal static class BankDesign
{
    /// <summary>The bands of a bank.</summary>
    public const int Bands = BankLayout.Bands;

    /// <summary>The coefficients of a band, in the order of <see cref="SvfCoefficients"/>.</summary>
    public const int Coefficients = BankLayout.Coefficients;

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
        if (!Avx.IsSupported || !Fma.IsSupported)
        {
            for (int i = 0; i < Bands; i++)
                DesignOne(i, types, log2Hz, gainDb, log2Q, sampleRate, coefficients);
            return;
        }

        int beyond = VectorBankDesign.Design(types, log2Hz, gainDb, log2Q, sampleRate, coefficients);
        for (int i = 0; beyond != 0; i++, beyond >>= 1)
        {
            if ((beyond & 1) != 0)
                DesignOne(i, types, log2Hz, gainDb, log2Q, sampleRate, coefficients);
        }
    }

    /// <summary>The scalar form of one band: what the vector form is held to.</summary>
    public static void DesignOne(
        int band,
        ReadOnlySpan<BandType> types,
        ReadOnlySpan<double> log2Hz,
        ReadOnlySpan<double> gainDb,
        ReadOnlySpan<double> log2Q,
        double sampleRate,
        Span<double> coefficients)
    {
        Span<Section> section = stackalloc Section[SectionDesign.MaxSections];
        var setting = new Band(types[band], Math.Pow(2.0, log2Hz[band]), gainDb[band], Math.Pow(2.0, log2Q[band]));
        SectionDesign.Design(setting, sampleRate, section);
        SvfCoefficients.From(section[0]).WriteTo(coefficients, band);
    }
}
