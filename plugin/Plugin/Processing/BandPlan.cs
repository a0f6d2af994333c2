using SemanticEq.Inference;

namespace SemanticEq.Plugin;

/// <summary>
/// From a decode to what is to play: Amount scales the bands' dB (0 % is exactly flat), trims add to them, a band switched off
/// is flat. Any thread, no allocation.
/// </summary>
internal static class BandPlan
{
    private const double LowestLog2Hz = 3.3219280948873623; // 10 Hz
    private const double HighestLog2Hz = 14.872674880270605; // 30 kHz
    private static readonly int Amount = ParameterTable.IndexOf(ParameterId.Amount);
    private static readonly int[] FirstTrim = [.. Enumerable.Range(0, DecoderShape.Bands)
        .Select(band => ParameterTable.IndexOf(ParameterId.OfBand(band, ParameterId.Trim.On)))];

    /// <summary>Composes the eight bands.</summary>
    /// <param name="plain">Plain parameter values in the table's order.</param>
    /// <param name="decode">24 values: log₂(Hz), dB, log₂(Q) band by band.</param>
    /// <param name="log2Hz">8 values.</param>
    /// <param name="gainDb">8 values.</param>
    /// <param name="log2Q">8 values.</param>
    public static void Compose(
        ReadOnlySpan<double> plain, ReadOnlySpan<float> decode, Span<double> log2Hz, Span<double> gainDb, Span<double> log2Q)
    {
        const double Percent = 0.01;
        double amount = plain[Amount] * Percent;
        for (int band = 0; band < DecoderShape.Bands; band++)
        {
            int trim = FirstTrim[band];
            bool isOn = plain[trim] > 0.5;
            log2Hz[band] = Math.Clamp(decode[3 * band] + plain[trim + (int)ParameterId.Trim.Frequency], LowestLog2Hz, HighestLog2Hz);
            gainDb[band] = isOn ? (decode[(3 * band) + 1] * amount) + plain[trim + (int)ParameterId.Trim.Gain] : 0.0;
            log2Q[band] = decode[(3 * band) + 2] + Math.Log2(plain[trim + (int)ParameterId.Trim.Q]);
        }
    }
}
